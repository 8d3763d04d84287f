/** @file What may be taken off the screens, found by words in the lake; and what documents are called. Pure. */
import { playableTypes } from '../../../contracts/documents/playlists.ts'

/** Types that a withdrawal may name. */
export const withdrawableTypes: readonly string[] = [...playableTypes, 'playlist']

export interface Found {
  _id: string
  _type: string
  title: string | null
}

const published = '!(_id in path("drafts.**")) && !(_id in path("versions.**"))'
const title = '"title": coalesce(title, text, name, question)'

/** Newest first; with `$words` empty: all. */
export const searchQuery = `*[_type in $types && ${published}
  && ($words == "" || coalesce(title, text, name, question) match $words)]
  | order(_updatedAt desc)[0...20]{_id, _type, ${title}}`

/** Of `$ids`. */
export const titlesQuery = `*[_id in $ids]{_id, _type, ${title}}`

/** Each word may stand anywhere. */
export const searchWords = (typed: string): string =>
  typed
    .trim()
    .split(/\s+/u)
    .filter(Boolean)
    .map((word) => `*${word.replaceAll('*', '')}*`)
    .join(' ')

export const oneLine = (text: string | null): string => (text ?? '（没有标题）').replaceAll('\n', ' ')
