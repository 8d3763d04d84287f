/** @file Every page with content of its own, for the site map that search engines read. */
import type { DocumentType, Timestamp } from '../../contracts/documents/index.ts'
import type { LakeReader } from './lake.ts'

export interface SitemapEntry {
  path: string
  updatedAt: Timestamp
}

export interface SitemapContent {
  entries(): Promise<readonly SitemapEntry[]>
}

/** The address of a document's page is this prefix and its slug, or its code where `key` says so. */
const addressed: readonly { type: DocumentType; prefix: string; key: 'slug.current' | 'code' }[] = [
  { type: 'legalQuestion', prefix: '/questions/', key: 'slug.current' },
  { type: 'lawyer', prefix: '/lawyers/', key: 'slug.current' },
  { type: 'lawOffice', prefix: '/offices/', key: 'slug.current' },
  { type: 'county', prefix: '/counties/', key: 'slug.current' },
  { type: 'muralCampaign', prefix: '/murals/campaigns/', key: 'slug.current' },
  { type: 'mural', prefix: '/murals/', key: 'slug.current' },
  { type: 'law', prefix: '/laws/', key: 'slug.current' },
  { type: 'village', prefix: '/villages/', key: 'code' },
  { type: 'newsItem', prefix: '/news/', key: 'slug.current' },
  { type: 'typicalCase', prefix: '/cases/', key: 'slug.current' },
  { type: 'activity', prefix: '/activities/', key: 'slug.current' },
]

export function createSitemap(lake: LakeReader): SitemapContent {
  return {
    async entries() {
      const lists = await Promise.all(
        addressed.map(async ({ type, prefix, key }) => {
          const query = `*[_type == "${type}" && defined(${key})] | order(_id asc){"name": ${key}, "updatedAt": _updatedAt}`
          const found = await lake.read<{ name: string; updatedAt: Timestamp }[]>([type], query)
          return found.map(({ name, updatedAt }) => ({ path: prefix + encodeURIComponent(name), updatedAt }))
        }),
      )
      return lists.flat()
    },
  }
}
