/** @file `pt::text`: the words of Portable Text. Pure; gives what groq-js gives. */
import { isRecord } from '../../store/document.ts'
import { isObject } from './value.ts'

export function plainText(value: unknown): string | null {
  if (Array.isArray(value)) {
    const texts: string[] = []
    collect(value, texts)
    return texts.length > 0 ? texts.join('\n\n') : null
  }
  return isObject(value) ? blockText(value) : null
}

function collect(blocks: readonly unknown[], texts: string[]): void {
  for (const block of blocks) {
    if (Array.isArray(block)) collect(block, texts)
    else if (isRecord(block)) {
      const text = blockText(block)
      if (text !== null) texts.push(text)
    }
  }
}

function blockText({ _type: type, children }: Record<string, unknown>): string | null {
  if (typeof type !== 'string' || !Array.isArray(children)) return null
  let text = ''
  for (const child of children as unknown[])
    if (isRecord(child) && child['_type'] === 'span' && typeof child['text'] === 'string')
      text += child['text']
  return text
}
