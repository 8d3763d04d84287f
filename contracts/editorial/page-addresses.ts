/**
 * @file Which document a page of the site shows, by the page's path: the type, and the field to look in.
 *
 * Pure. The site's own table is site/content/addresses.ts; tests/contract holds this against it.
 */
import type { DocumentType } from '../documents/index.ts'

export interface PageAddress {
  type: DocumentType
  field: 'slug' | 'code' | '_id'
  key: string
}

const prefixes: readonly (readonly [string, DocumentType, PageAddress['field']])[] = [
  // The longer first: a campaign's address begins like a mural's.
  ['/murals/campaigns/', 'muralCampaign', 'slug'],
  ['/questions/', 'legalQuestion', 'slug'],
  ['/lawyers/', 'lawyer', 'slug'],
  ['/offices/', 'lawOffice', 'slug'],
  ['/counties/', 'county', 'slug'],
  ['/villages/', 'village', 'code'],
  ['/murals/', 'mural', 'slug'],
  ['/places/', 'cultureSite', 'slug'],
  ['/laws/', 'law', 'slug'],
  ['/news/', 'newsItem', 'slug'],
  ['/cases/', 'typicalCase', 'slug'],
  ['/activities/', 'activity', 'slug'],
  ['/slogans/', 'slogan', '_id'],
  ['/screens/', 'screen', '_id'],
]

function decoded(key: string): string | null {
  try {
    return decodeURIComponent(key)
  } catch (error) {
    if (error instanceof URIError) return null
    throw error
  }
}

/** @returns null for a list, a tool, or what is no page of a single document */
export function pageAddress(path: string): PageAddress | null {
  const [plain = ''] = path.split(/[?#]/u)
  const row = prefixes.find(([prefix]) => plain.startsWith(prefix))
  if (!row) return null
  const key = decoded(plain.slice(row[0].length).replace(/\/$/u, ''))
  return key && !key.includes('/') ? { type: row[1], field: row[2], key } : null
}

export const addressTypes: readonly DocumentType[] = prefixes.map(([, type]) => type)
