/**
 * @file What keeps people from reading a draft on the screens that there are: letters too small, a text too
 * long, a time too short. Pure.
 *
 * Sizes and times are those of contracts/legibility.ts and of the compiler; nothing here measures anew.
 */
import type { LatestItem } from '../../contracts/documents/index.ts'
import type { PreviewProblem, PreviewProblemKind } from '../../contracts/preview.ts'
import { Reading } from '../compile/documents.ts'
import { latest } from '../compile/latest.ts'
import { charactersOf, verdictOn } from '../compile/legible.ts'
import type { Draft } from './draft.ts'
import type { Line } from './items.ts'
import type { Sign } from './signs.ts'

/** As many as a person reads. */
const problemsMax = 30
const titlesMax = 3

interface Found {
  kind: PreviewProblemKind
  text: string
}

const order: readonly PreviewProblemKind[] = ['absent', 'short', 'long', 'small', 'unmeasured']
/** Their time is their own, or that of what they show. */
const timedByThemselves: ReadonlySet<string> = new Set(['video', 'live', 'clock', 'testPattern'])

const named = ({ place, item }: Line): string => (place === null ? '' : `第 ${place} 条“${item.title}”：`)

/** Of the verdict's sentences, which is about what: they come in this order. */
function ofVerdict(sign: Sign, line: Line): Found[] {
  const characters = charactersOf(line.item)
  if (characters === 0) return []
  const { fits, problems } = verdictOn(sign.profile, characters)
  const kinds: PreviewProblemKind[] = [
    ...(sign.pitchMm && sign.viewingDistanceM ? [] : (['unmeasured'] as const)),
    ...(fits ? [] : (['small'] as const)),
    'long',
  ]
  return problems.map((text, at) => {
    const kind = kinds[at] ?? 'long'
    return { kind, text: kind === 'long' ? named(line) + text : text }
  })
}

/** Seconds in which it is read on this sign; `null` where nothing is to be read. */
function neededSeconds({ profile }: Sign, { item, seconds }: Line): number | null {
  const characters = charactersOf(item)
  if (characters === 0 || timedByThemselves.has(item.kind)) return null
  if (item.kind === 'slogan') return seconds
  const needed = verdictOn(profile, characters).seconds
  return item.kind === 'gallery' ? needed * item.pictures.length : needed
}

interface Asked {
  seconds: number
  /** Title of the playlist; empty: the one that is being written. */
  playlist: string
}

function tooShort(sign: Sign, line: Line, asked: readonly Asked[]): Found[] {
  const needed = neededSeconds(sign, line)
  if (needed === null) return []
  return asked
    .filter(({ seconds }) => seconds < needed)
    .map(({ seconds, playlist }) => {
      const where = playlist === '' ? '' : `播放单“${playlist}”里`
      return {
        kind: 'short',
        text:
          `${named(line)}读完要 ${needed} 秒，${where}只播 ${seconds} 秒，读不完。` +
          `请把时长改成 ${needed} 秒以上，或清空时长（系统按字数算），也可以删短文字。`,
      }
    })
}

/** The seconds that published playlists give the document. */
export function askedOf({ document, documents }: Draft): Asked[] {
  const read = new Reading(documents)
  const isNewest = (entry: LatestItem): boolean =>
    entry.contentType === document._type && latest(entry, read, {}).some(({ _id }) => _id === document._id)
  return read.all('playlist').flatMap(({ title, items = [] }) =>
    items.flatMap((entry) => {
      const shows =
        (entry._type === 'contentItem' && entry.content?._ref === document._id) ||
        (entry._type === 'latestItem' && isNewest(entry))
      const seconds = shows && 'seconds' in entry ? entry.seconds : undefined
      return seconds ? [{ seconds, playlist: title }] : []
    }),
  )
}

/**
 * @param linesFor the draft's lines on a sign
 * @returns the gravest first; equal sentences once, with the screens on which they are true
 */
export function judge(draft: Draft, signs: readonly Sign[], linesFor: (sign: Sign) => readonly Line[]) {
  const problems = new Map<string, PreviewProblem & { titles: string[] }>()
  const published = draft.document._type === 'playlist' ? [] : askedOf(draft)
  const say = ({ kind, text }: Found, { count, titles }: Sign): void => {
    const known = problems.get(text) ?? { kind, text, screens: [], titles: [], count: 0 }
    known.titles.push(...titles)
    known.count += count
    problems.set(text, known)
  }
  for (const sign of signs.filter(({ count }) => count > 0)) {
    const told = new Set<string>()
    for (const line of linesFor(sign)) {
      const asked = line.asked === null ? published : [{ seconds: line.asked, playlist: '' }]
      for (const found of [...ofVerdict(sign, line), ...tooShort(sign, line, asked)]) {
        if (told.has(found.text)) continue
        told.add(found.text)
        say(found, sign)
      }
    }
  }
  return [...problems.values()]
    .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
    .slice(0, problemsMax)
    .map(({ titles, ...problem }) => ({ ...problem, screens: titles.slice(0, titlesMax) }))
}
