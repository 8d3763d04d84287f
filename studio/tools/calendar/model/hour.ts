/** @file The plays of an hour as a short list: those of one event after another are one line. Pure. */

export interface HourLine {
  /** What gives the plays: an event, or what plays when nothing is scheduled. */
  words: string
  event: string | null
  from: number
  until: number
  /** Titles of what is shown, each once, in order. */
  items: readonly string[]
  plays: number
}

interface AnyPlay {
  item: { title: string }
  event: { id: string; title: string } | null
  playlist: { title: string } | null
  source: string
  from: number
  until: number
}

const sourceWords: Readonly<Record<string, string>> = {
  takeover: '独占',
  share: '插播',
  event: '排期',
  fallback: '没有排期时播的',
  safe: '播放器自带的热线画面',
}

export function hourLines(plays: readonly AnyPlay[]): HourLine[] {
  const lines: (HourLine & { items: string[] })[] = []
  for (const { item, event, playlist, source, from, until } of plays) {
    const last = lines.at(-1)
    const words = [sourceWords[source] ?? source, event?.title ?? playlist?.title].filter(Boolean).join('：')
    if (last?.words === words) {
      last.until = until
      last.plays++
      if (!last.items.includes(item.title)) last.items.push(item.title)
    } else lines.push({ words, event: event?.id ?? null, from, until, items: [item.title], plays: 1 })
  }
  return lines
}
