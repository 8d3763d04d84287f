/** @file Draws the document on the page: the same elements as `site/components/PaperSheet.astro`. */
import type { Block, Piece } from '../../papers/shape.ts'

function element(tag: string, name: string, children: readonly (Node | string)[] = []): HTMLElement {
  const made = document.createElement(tag)
  if (name !== '') made.className = name
  made.append(...children)
  return made
}

const words = (pieces: readonly Piece[]): (Node | string)[] =>
  pieces.map(({ text, blank, empty }) =>
    blank === undefined ? text : element('span', empty ? 'gap' : 'filled', [text]),
  )

const cells = (tag: string, row: readonly string[]): HTMLElement =>
  element(
    'tr',
    '',
    row.map((cell) => element(tag, '', [cell])),
  )

function draw(block: Block): HTMLElement {
  switch (block.kind) {
    case 'title':
    case 'heading':
      return element('p', block.kind === 'title' ? 'paper-title' : 'paper-heading', [block.text])
    case 'line':
      return element('p', block.indent ? 'indent' : '', words(block.pieces))
    case 'ruled':
      return element(
        'div',
        'ruled',
        Array.from({ length: block.rows }, () => element('div', '')),
      )
    case 'table':
      return element('table', '', [
        element('thead', '', [cells('th', block.head)]),
        element(
          'tbody',
          '',
          block.rows.map((row) => cells('td', row)),
        ),
      ])
    case 'signs':
      return element(
        'div',
        'signs',
        block.lines.map((line) => element('p', '', words(line))),
      )
  }
}

/** Replaces what stands on the sheet. */
export function drawSheet(sheet: HTMLElement, blocks: readonly Block[]): void {
  sheet.replaceChildren(...blocks.map(draw))
}
