/**
 * @file What stands beside the item that plays: the lines of the strip at the foot, the mark in the corner.
 *
 * Pure. A line ends when the slogan or notice that it is taken from ends, on the player and without a
 * network; what is too long for a strip stays out rather than being cut off.
 */
import type { PlaylistDocument, ScreenDocument } from '../../contracts/documents/index.ts'
import type { ScreenProfile, TickerLine } from '../../contracts/manifest.ts'
import { hasCorner, tickerCharactersMax, tickerHeight, tickerLinesMax } from '../../contracts/regions.ts'
import type { Item } from '../../contracts/schedule/index.ts'
import type { Reading } from './documents.ts'
import { compileItems, type ItemContext } from './items.ts'

const cornerText = '法律热线'
const hotlineDefault = '12348'

/** One line out of several; what has no mark at its end gets a blank. */
function inOneLine(lines: readonly string[]): string {
  return lines
    .map((line) => line.trim().replaceAll(/\s+/gu, ' '))
    .filter(Boolean)
    .map((line) => (/[\p{L}\p{N}]$/u.test(line) ? `${line}　` : line))
    .join('')
    .trimEnd()
}

/** Pictures, films and talks have nothing that a strip could say. */
function wordsOf(item: Item): string {
  switch (item.kind) {
    case 'slogan':
      return inOneLine(item.lines)
    case 'notice':
      return inOneLine([`${item.title}：${item.text.replaceAll('\n', ' ')}`])
    case 'question':
      return inOneLine([item.question, item.answer])
    case 'hotline':
      return inOneLine([item.text, item.number])
    default:
      return ''
  }
}

function linesOf(playlist: PlaylistDocument | null, read: Reading): TickerLine[] {
  if (!playlist) return []
  const context: ItemContext = {
    read,
    settings: read.get('siteSettings', 'siteSettings'),
    origin: '',
    rendition: () => null,
    size: { width: 0, height: 0 },
    // Nothing is laid out here: words alone are taken.
    characterPx: 0,
    today: '',
  }
  const items = (playlist.items ?? []).flatMap((entry) => compileItems(entry, playlist._id, context))
  return items.map(({ item }) => ({
    text: wordsOf(item),
    ...(item.validFrom ? { validFrom: item.validFrom } : {}),
    ...(item.validUntil ? { validUntil: item.validUntil } : {}),
  }))
}

function tickerOf({ ticker, width, height }: ScreenDocument, read: Reading): ScreenProfile['ticker'] | null {
  if (!ticker?.on) return null
  const own = tickerHeight({ width, height }, ticker.height)
  if (own === null) return null
  const written = (ticker.lines ?? []).map((line): TickerLine => ({ text: inOneLine([line]) }))
  const lines = [...written, ...linesOf(read.get('playlist', ticker.playlist), read)]
    .filter(({ text }) => text !== '' && Array.from(text).length <= tickerCharactersMax)
    .slice(0, tickerLinesMax)
  return lines.length > 0 ? { height: own, lines } : null
}

export function regionsOf(screen: ScreenDocument, read: Reading): Pick<ScreenProfile, 'ticker' | 'corner'> {
  const ticker = tickerOf(screen, read)
  const number = read.get('siteSettings', 'siteSettings')?.hotline ?? hotlineDefault
  const above = { width: screen.width, height: screen.height - (ticker?.height ?? 0) }
  return {
    ...(ticker ? { ticker } : {}),
    ...(screen.corner && hasCorner(above) ? { corner: { number, text: cornerText } } : {}),
  }
}
