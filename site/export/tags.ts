/** @file HTML as a row of tags, for changing attributes without touching anything else. Pure. */

export interface Tag {
  name: string
  attributes: Attribute[]
}

export interface Attribute {
  name: string
  /** Unescaped; null where the attribute has no value. */
  value: string | null
}

export interface Visitor {
  tag(tag: Tag): void
  /** What stands in a script or style element. @returns what shall stand there */
  raw(tag: Tag, text: string): string
}

const pattern =
  /<!--[\s\S]*?-->|<(script|style)\b((?:\s+[^\s=>"'/]+(?:=(?:"[^"]*"|'[^']*'|[^\s>"']+))?)*)\s*>([\s\S]*?)<\/\1\s*>|<([a-zA-Z][\w-]*)((?:\s+[^\s=>"'/]+(?:=(?:"[^"]*"|'[^']*'|[^\s>"']+))?)*)\s*(\/?)>/g
const attributePattern = /([^\s=>"'/]+)(?:=(?:"([^"]*)"|'([^']*)'|([^\s>"']+)))?/g

/** Rebuilds the page from its tags after the visitor has changed them. */
export function visitTags(html: string, visitor: Visitor): string {
  return html.replace(
    pattern,
    (
      whole: string,
      rawName?: string,
      rawAttributes?: string,
      text?: string,
      name?: string,
      attributes?: string,
      end = '',
    ) => {
      const found = rawName ?? name
      if (found === undefined) return whole
      const tag = { name: found.toLowerCase(), attributes: parse(rawAttributes ?? attributes ?? '') }
      visitor.tag(tag)
      if (rawName === undefined) return `<${found}${write(tag.attributes)}${end && ' /'}>`
      return `<${found}${write(tag.attributes)}>${visitor.raw(tag, text ?? '')}</${found}>`
    },
  )
}

export const attributeOf = (tag: Tag, name: string): string | null =>
  tag.attributes.find((attribute) => attribute.name === name)?.value ?? null

function parse(text: string): Attribute[] {
  return [...text.matchAll(attributePattern)].map(([whole, name = '', quoted, single, bare]) => {
    const value = quoted ?? single ?? bare
    return { name, value: whole === name || value === undefined ? null : unescaped(value) }
  })
}

const write = (attributes: readonly Attribute[]) =>
  attributes.map(({ name, value }) => (value === null ? ` ${name}` : ` ${name}="${escaped(value)}"`)).join('')

export const unescaped = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#34;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#38;', '&')
    .replaceAll('&amp;', '&')

export const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
