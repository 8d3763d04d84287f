/** @file Playlists that screens could not be given because all of it together is too large, for editors. Pure. */
import { manifestBytesMax } from '../../contracts/manifest.ts'
import type { HeldBackPlaylist } from './weight.ts'
import type { Warning } from './warnings.ts'

/** One screen whose manifest is too large. */
export interface TooHeavy {
  title: string
  /** Characters of the whole manifest, were it sent. */
  weight: number
  heldBack: readonly HeldBackPlaylist[]
}

const namesMax = 5

const named = (titles: readonly string[]): string =>
  `${titles.slice(0, namesMax).join('、')}${titles.length > namesMax ? '等' : ''}`

const characters = (count: number): string => `${Math.ceil(count / 10_000)} 万字`

const remedy =
  '从这些播放单里减少内容（很长的字幕、成百上千张的图集最占地方），' +
  '或者分成几个播放单，排给不同的屏幕。减到放得下，屏幕会自动换上'

function warningOf(screens: readonly TooHeavy[]): Warning[] {
  const { heldBack } = screens[0] ?? { heldBack: [] }
  const [heaviest] = heldBack
  if (!heaviest) return []
  const most = Math.max(...screens.map(({ weight }) => weight))
  const waiting = heldBack.filter(({ hasEarlier }) => hasEarlier)
  const absent = heldBack.filter(({ hasEarlier }) => !hasEarlier)
  const listed = (playlists: readonly HeldBackPlaylist[]) =>
    named(playlists.map(({ title, weight }) => `“${title}”${characters(weight)}`))
  return [
    {
      code: 'too-heavy',
      document: heaviest.id,
      title: heaviest.title,
      text: [
        `${screens.length} 块屏（${named(screens.map(({ title }) => title))}）的节目单太大`,
        `：共 ${characters(most)}，最多 ${characters(manifestBytesMax)}。`,
        waiting.length > 0 ? `没有换上新的、仍按原来的播：${listed(waiting)}。` : '',
        absent.length > 0 ? `放不下、没有播：${listed(absent)}。` : '',
      ].join(''),
      remedy,
    },
  ]
}

/** Screens that lack the same are one warning: whoever reads it looks for one cause. */
export function weightWarnings(screens: readonly TooHeavy[]): Warning[] {
  const alike = new Map<string, TooHeavy[]>()
  for (const screen of screens) {
    const key = screen.heldBack.map(({ id, hasEarlier }) => `${id} ${hasEarlier}`).join('\n')
    alike.set(key, [...(alike.get(key) ?? []), screen])
  }
  return [...alike.values()].flatMap(warningOf)
}
