/**
 * @file Whether a document can be read on a screen, before it is in any playlist. Pure.
 *
 * It is compiled as for that screen, so the length is the one that it would be given; only the words count,
 * and nothing is made for it.
 */
import { legibility, type Legibility } from '../../contracts/legibility.ts'
import type { ScreenProfile } from '../../contracts/manifest.ts'
import type { Item } from '../../contracts/schedule/index.ts'
import { Reading, type SignageDocument } from './documents.ts'
import { compileItems, type CompiledItem } from './items.ts'
import { pictureSize } from './profile.ts'
import type { Renditions } from './renditions.ts'

export interface LegibleInput extends Pick<Renditions, 'film' | 'captions'> {
  documents: ReadonlyMap<string, SignageDocument>
  origin: string
  today: string
}

const count = (...texts: readonly string[]): number => Array.from(texts.join('')).length
const longest = (texts: readonly string[]): number => Math.max(0, ...texts.map((text) => count(text)))

/** Characters that stand on the screen to be read at one time: of what changes by itself, the longest. */
export function charactersOf(item: Item): number {
  switch (item.kind) {
    case 'slogan':
      return count(...item.lines)
    case 'notice':
      return count(item.title, item.text)
    case 'lawyerTalk':
      return count(item.title, ...item.paragraphs)
    case 'question':
      return count(item.question, item.answer)
    case 'hotline':
      return count(item.text, item.number)
    case 'countdown':
      return count(item.title, item.note)
    case 'board':
      return count(
        item.title,
        item.source,
        ...item.rows.flatMap(({ label, value, unit }) => [label, value, unit]),
      )
    case 'image':
      return count(item.caption ?? '')
    case 'gallery':
      return longest(item.pictures.map(({ caption }) => caption))
    case 'video':
      return longest(item.captions.map(({ text }) => text))
    default:
      return 0
  }
}

/** What the screen would show of a document; `null` where it is none that a screen can show. */
export function itemOn(screen: ScreenProfile, id: string, input: LegibleInput): CompiledItem | null {
  const { documents, origin, today, film, captions } = input
  const read = new Reading(documents)
  const size = pictureSize(screen)
  const [compiled] = compileItems(
    { _type: 'contentItem', _key: 'legible', content: { _type: 'reference', _ref: id } },
    'legible',
    {
      ...{ read, settings: read.get('siteSettings', 'siteSettings'), origin, size, today },
      characterPx: legibility({ ...screen, ...size }, 0).sizePx,
      // Pictures say nothing here, and none is to be made for a question.
      rendition: ({ assetId }) => assetId,
      ...(film ? { film } : {}),
      ...(captions ? { captions } : {}),
    },
  )
  return compiled ?? null
}

/** @returns the verdict on a text of so many characters */
export function verdictOn(screen: ScreenProfile, characters: number): Legibility {
  return legibility({ ...screen, ...pictureSize(screen) }, characters)
}
