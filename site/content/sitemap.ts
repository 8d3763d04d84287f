/** @file Every page that search engines should know, with the day on which what it shows last changed. */
import type { DocumentType, Timestamp } from '../../contracts/documents/index.ts'
import { papers } from '../papers/kinds.ts'
import type { AddressContent } from './addresses.ts'

export interface SitemapEntry {
  path: string
  /** Null where a page shows nothing that has a date of change. */
  updatedAt: Timestamp | null
}

export interface SitemapContent {
  entries(): Promise<readonly SitemapEntry[]>
}

/** Pages of lists, with the types of what they list; a list changes when any of them does. */
const lists: readonly { path: string; types: readonly DocumentType[] }[] = [
  { path: '/', types: ['legalQuestion', 'newsItem', 'typicalCase', 'activity', 'mural'] },
  { path: '/questions', types: ['legalQuestion'] },
  { path: '/lawyers', types: ['lawyer'] },
  { path: '/lawyers/check', types: ['lawyer'] },
  { path: '/preferences', types: ['lawyer'] },
  { path: '/aid', types: [] },
  { path: '/aid/check', types: [] },
  { path: '/deadlines', types: ['legalQuestion'] },
  { path: '/papers', types: [] },
  ...papers.map(({ slug }) => ({ path: `/papers/${slug}`, types: [] })),
  { path: '/checkup', types: [] },
  { path: '/fair', types: [] },
  { path: '/fair/questions', types: [] },
  { path: '/counties', types: ['county'] },
  { path: '/laws', types: ['law'] },
  { path: '/murals', types: ['muralCampaign', 'mural'] },
  { path: '/places', types: ['cultureSite'] },
  { path: '/slogans', types: ['slogan'] },
  { path: '/news', types: ['newsItem', 'typicalCase', 'activity'] },
  { path: '/cases', types: ['typicalCase'] },
  { path: '/activities', types: ['activity'] },
  { path: '/guide', types: [] },
  { path: '/service', types: [] },
  { path: '/about', types: [] },
  { path: '/data', types: [] },
]

/** Their own pages are for who scans the code below them; the lists say the same to everybody else. */
const unlisted: readonly DocumentType[] = ['slogan', 'screen']

export function createSitemap(addresses: AddressContent): SitemapContent {
  return {
    async entries() {
      const all = await addresses.all()
      const latestOf = (types: readonly DocumentType[]) =>
        all
          .filter(({ type }) => types.includes(type))
          .reduce<Timestamp | null>(
            (latest, { updatedAt }) => (latest === null || updatedAt > latest ? updatedAt : latest),
            null,
          )
      return [
        ...lists.map(({ path, types }) => ({ path, updatedAt: latestOf(types) })),
        ...all
          .filter(({ type }) => !unlisted.includes(type))
          .map(({ path, updatedAt }) => ({ path, updatedAt })),
      ]
    },
  }
}
