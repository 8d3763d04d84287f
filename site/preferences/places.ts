/** @file What the preference pages hand to the phone: topics, counties and where to apply in each. Pure. */
import type { Named } from './roster.ts'

export interface AidAddress {
  title: string
  address: string
  phone: string
  hours: string | null
}

export interface CountyAid extends Named {
  code: string
  bureauName: string | null
  phone: string | null
  /** The most fitting first; few, since a sheet has one page. */
  places: readonly AidAddress[]
}

export interface PreferenceFacts {
  topics: readonly Named[]
  counties: readonly CountyAid[]
}

export const placesMax = 2

/** Reads the page's own block of facts. */
export function readFacts(text: string): PreferenceFacts {
  return JSON.parse(text) as PreferenceFacts
}

/** What a slug or a code stands for; null for anything, for nothing, and for what the lists do not know. */
export const topicOf = (facts: PreferenceFacts, slug: string | null): Named | null =>
  facts.topics.find((topic) => topic.slug === slug) ?? null

export const countyOf = (facts: PreferenceFacts, code: string | null): CountyAid | null =>
  facts.counties.find((county) => county.code === code) ?? null
