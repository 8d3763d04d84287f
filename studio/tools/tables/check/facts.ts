/**
 * @file What the lake already holds, arranged so that thousands of rows find their way quickly. Pure; the
 * documents come from one query.
 */
import type { DocumentType } from '../../../../contracts/documents/index.ts'
import type { Draft } from '../lists/shape.ts'

/** A document of the lake in the states in which it stands there. */
export interface Standing {
  /** Published id. */
  id: string
  published: Draft | null
  draft: Draft | null
}

/** Something that a cell may name. */
export interface Target {
  id: string
  type: DocumentType
  title: string
  /** A draft only: the reference is weak until it is published. */
  isDraft: boolean
  county: string | null
}

export interface Facts {
  /** The county to which the account is bounded; null: none. */
  ownCounty: string | null
  /** Targets of a type by their names and codes. */
  named(type: DocumentType, name: string): readonly Target[]
  target(id: string): Target | undefined
  /** Names of a type that hold these characters, or are held by them; for a proposal. */
  like(type: DocumentType, name: string): Target | undefined
  /** The documents of the list itself, by their published ids. */
  standing: ReadonlyMap<string, Standing>
}

type Stored = Draft & { _id: string; _type: string }

const draftsFolder = 'drafts.'
export const publishedIdOf = (id: string): string => id.replace(/^drafts\./u, '')
export const draftIdOf = (id: string): string => `${draftsFolder}${id}`

/** What is worked at counts before what is published. */
export const present = ({ draft, published }: Standing): Draft | null => draft ?? published

export function standingOf(documents: readonly Stored[]): Map<string, Standing> {
  const found = new Map<string, Standing>()
  for (const document of documents) {
    if (document._id.startsWith('versions.')) continue
    const id = publishedIdOf(document._id)
    const standing = found.get(id) ?? { id, published: null, draft: null }
    found.set(id, { ...standing, [document._id === id ? 'published' : 'draft']: document })
  }
  return found
}

/** Without blanks and brackets' width, so that 明理律师事务所(本部) finds 明理律师事务所（本部）. */
export const plainName = (name: string): string =>
  name
    .replace(/[\s\u3000\u00a0]+/gu, '')
    .replaceAll('(', '（')
    .replaceAll(')', '）')

function namesOf(document: Draft): string[] {
  const { title, name, code, licenceNumber } = document
  const names = [title, name, code, licenceNumber].filter((one): one is string => typeof one === 'string')
  // Lists leave out the last character of 某某区, 某某县 and 某某市.
  const short =
    document['_type'] === 'county' && typeof title === 'string' ? title.replace(/[市区县]$/u, '') : ''
  return short ? [...names, short] : names
}

function targetOf(standing: Standing): [Target, string[]] | null {
  const document = present(standing)
  if (!document) return null
  const county = (document['county'] as { _ref?: string } | undefined)?._ref ?? null
  const names = namesOf(document)
  const target = {
    id: standing.id,
    type: document['_type'] as DocumentType,
    title: names[0] ?? standing.id,
    isDraft: standing.published === null,
    county,
  }
  return [target, names]
}

/** @param type whose documents the list itself writes */
export function factsFrom(documents: readonly Stored[], type: string, ownCounty: string | null): Facts {
  const byId = new Map<string, Target>()
  const byName = new Map<string, Target[]>()
  const keyOf = (kind: string, name: string) => `${kind} ${plainName(name)}`
  for (const standing of standingOf(documents).values()) {
    const found = targetOf(standing)
    if (!found) continue
    const [target, names] = found
    byId.set(target.id, target)
    for (const name of new Set(names.map((one) => keyOf(target.type, one))))
      byName.set(name, [...(byName.get(name) ?? []), target])
  }
  return {
    ownCounty,
    named: (kind, name) => byName.get(keyOf(kind, name)) ?? [],
    target: (id) => byId.get(id),
    like: (kind, name) => {
      const plain = plainName(name)
      if (plain.length < 2) return undefined
      return [...byId.values()].find(
        (target) =>
          target.type === kind &&
          (plainName(target.title).includes(plain) || plain.includes(plainName(target.title))),
      )
    },
    standing: standingOf(documents.filter(({ _type }) => _type === type)),
  }
}
