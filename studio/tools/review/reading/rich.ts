/** @file Running text (Portable Text) as lines. Pure. */
import type { Line } from './view.ts'

type Content = Readonly<Record<string, unknown>>

const records = (value: unknown): readonly Content[] =>
  Array.isArray(value) ? value.filter((one): one is Content => typeof one === 'object' && one !== null) : []

function styleOf({ style, listItem }: Content): Line['style'] {
  if (typeof listItem === 'string') return 'item'
  if (typeof style === 'string' && /^h\d$/u.test(style)) return 'heading'
  return style === 'blockquote' ? 'quote' : 'plain'
}

/** A link's address stands after its words: whoever approves a page approves where it leads. */
function wordsOf({ children, markDefs }: Content): string {
  const links = new Map(records(markDefs).map(({ _key, href }) => [String(_key), href]))
  return records(children)
    .map(({ text, marks }) => {
      const href = (Array.isArray(marks) ? marks : []).map((mark) => links.get(String(mark))).find(Boolean)
      return `${typeof text === 'string' ? text : ''}${typeof href === 'string' ? `（链接：${href}）` : ''}`
    })
    .join('')
}

export function richLines(blocks: readonly Content[]): Line[] {
  return blocks.map((block) => {
    const level = typeof block['level'] === 'number' ? block['level'] : 1
    const bullet = block['listItem'] === undefined ? '' : '· '
    return {
      text: `${bullet}${wordsOf(block)}`,
      style: styleOf(block),
      depth: bullet === '' ? 0 : level - 1,
    }
  })
}
