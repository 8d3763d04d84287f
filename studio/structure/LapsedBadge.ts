/** @file The badge 所引法律有变动 on what cites a law of which an edition has ended since anybody checked. */
import { useEffect, useState } from 'react'
import { useClient, type DocumentBadgeComponent } from 'sanity'
import { browserClock } from '../clock.ts'
import { endedEditions, todayOf, type EndedEdition } from './lapsed.ts'
import { lapsedOf } from '../../contracts/law-change.ts'
import { apiVersion } from './lists.ts'

interface Citing {
  citations?: { law?: { _ref?: string } }[]
  checkedOn?: string
  _updatedAt?: string
}

/** Names the laws, so that an editor knows where to look. */
function lapsedWords(lapsed: readonly EndedEdition[]): string {
  const named = lapsed.map(({ lawTitle, title, effectiveTo }) =>
    `《${lawTitle ?? title}》有一个版本从 ${effectiveTo ?? ''} 起失效`.replaceAll('  ', ' '),
  )
  return `${named.join('；')}。请对照现行条文核对，改好以后把核对日期改为今天`
}

export const LapsedBadge: DocumentBadgeComponent = ({ draft, published }) => {
  const client = useClient({ apiVersion })
  const [ended, setEnded] = useState<readonly EndedEdition[]>([])
  const today = todayOf(browserClock)
  const { citations = [], checkedOn, _updatedAt } = ((draft ?? published) as Citing | null) ?? {}
  const laws = citations.flatMap(({ law }) => law?._ref ?? [])
  const cites = laws.length > 0

  useEffect(() => {
    if (!cites) return
    let left = false
    endedEditions(client, today).then(
      (editions) => {
        if (!left) setEnded(editions)
      },
      // Without the lake the whole page says so; a badge has nothing to add.
      () => setEnded([]),
    )
    return () => {
      left = true
    }
  }, [client, cites, today])

  if (!cites || !_updatedAt) return null
  const lapsed = lapsedOf(ended, { laws, _updatedAt, ...(checkedOn ? { checkedOn } : {}) }, today)
  return lapsed.length === 0
    ? null
    : { label: '所引法律有变动', title: lapsedWords(lapsed), color: 'warning' }
}
