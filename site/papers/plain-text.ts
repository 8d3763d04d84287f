/** @file A document as plain text, to copy and to keep as a file. Pure. */
import type { Block, Piece } from './shape.ts'

const words = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join('')

function textOf(block: Block): string {
  switch (block.kind) {
    case 'title':
      return `　　　　　　${block.text}\n`
    case 'heading':
      return `\n${block.text}`
    case 'line':
      return (block.indent ? '　　' : '') + words(block.pieces)
    case 'ruled':
      return Array.from({ length: block.rows }, () => '＿'.repeat(30)).join('\n')
    case 'table':
      return [block.head, ...block.rows]
        .map((row) => row.map((cell) => cell || '＿＿＿＿').join('　'))
        .join('\n')
    case 'signs':
      return `\n${block.lines.map(words).join('\n\n')}`
  }
}

/** One paragraph a line; what is not filled is underlined, as on paper. */
export function plainText(blocks: readonly Block[]): string {
  return `${blocks.map(textOf).join('\n')}\n`
}
