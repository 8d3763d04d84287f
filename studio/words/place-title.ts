/** @file What the form calls the place of a finding: 正文 · 第 2 段. Pure. */
import type { SchemaType } from 'sanity'
import type { Content, Path, PathSegment } from '../../contracts/words/places.ts'

interface Step {
  type: SchemaType | undefined
  value: unknown
}

const fieldOf = (type: SchemaType | undefined, name: string): SchemaType | undefined =>
  type && 'fields' in type ? type.fields.find((field) => field.name === name)?.type : undefined

function memberOf({ type, value }: Step, segment: Exclude<PathSegment, string>) {
  const members = Array.isArray(value) ? (value as unknown[]) : []
  const place =
    typeof segment === 'number'
      ? segment
      : members.findIndex((member) => (member as Content | null)?.['_key'] === segment._key)
  const member = members[place]
  const name = (member as Content | null | undefined)?.['_type']
  const kinds = type && 'of' in type ? (type.of as SchemaType[]) : []
  const kind = kinds.find((each) => each.name === name) ?? (kinds.length === 1 ? kinds[0] : undefined)
  return { place, member, kind }
}

/** @returns titles from the outside in; a segment that the schema does not know is left out */
export function placeTitle(documentType: SchemaType, document: Content, path: Path): string {
  const titles: string[] = []
  let here: Step = { type: documentType, value: document }
  for (const segment of path) {
    if (typeof segment === 'string') {
      const type = fieldOf(here.type, segment)
      if (type?.title && !(segment === 'children' && titles.length > 0)) titles.push(type.title)
      here = { type, value: (here.value as Content | null | undefined)?.[segment] }
      continue
    }
    const { place, member, kind } = memberOf(here, segment)
    const isBlock = (member as Content | null | undefined)?.['_type'] === 'block'
    titles.push(isBlock ? `第 ${place + 1} 段` : `第 ${place + 1} 项`)
    if (isBlock) break
    here = { type: kind, value: member }
  }
  return titles.join(' · ')
}
