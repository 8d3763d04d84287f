/** @file What a report is asked about: days, how it is parted, and for which county, screen or campaign. */
import { Flex, Select } from '@sanity/ui'
import { useEffect, useState, type ChangeEvent, type ReactNode } from 'react'
import { useClient } from 'sanity'
import { browserClock } from '../../clock.ts'
import { apiVersion } from '../../structure/lists.ts'
import { readCounties, readScreens } from './asking.ts'
import { DayBox } from './DayBox.tsx'
import { Labelled } from './Pieces.tsx'
import { usePolled } from './polled.ts'
import { partingTitles, periodTitles, spanOf, type Period, type Question } from './report.ts'
import type { Parting } from './shapes.ts'

interface Named {
  id: string
  title: string
}

const campaignsQuery = `*[_type == "signageCampaign" && !(_id in path("drafts.**"))
  && !(_id in path("versions.**"))] | order(_createdAt desc)[0...200]{"id": _id, title}`

/** Without them one may still ask about everything else. */
function useCampaigns(): readonly Named[] {
  const client = useClient({ apiVersion })
  const [campaigns, setCampaigns] = useState<readonly Named[]>([])
  useEffect(() => {
    let left = false
    client.fetch<Named[]>(campaignsQuery).then(
      (found) => {
        if (!left) setCampaigns(found)
      },
      () => setCampaigns([]),
    )
    return () => {
      left = true
    }
  }, [client])
  return campaigns
}

interface PickProps {
  id: string
  label: string
  value: string
  onPick(value: string): void
  children: ReactNode
}

function Pick({ id, label, value, onPick, children }: PickProps) {
  return (
    <Labelled id={id} label={label}>
      <Select
        fontSize={1}
        id={id}
        onChange={(event: ChangeEvent<HTMLSelectElement>) => onPick(event.currentTarget.value)}
        padding={2}
        value={value}
      >
        {children}
      </Select>
    </Labelled>
  )
}

const options = (named: readonly Named[]) =>
  named.map(({ id, title }) => (
    <option key={id} value={id}>
      {title}
    </option>
  ))

interface ReportBarProps {
  question: Question
  onChange(question: Question): void
}

export function ReportBar({ question, onChange }: ReportBarProps) {
  const [period, setPeriod] = useState<Period>('week')
  const counties = usePolled('map', null, readCounties)
  const screens = usePolled('screens', null, readScreens)
  const campaigns = useCampaigns()
  const set = (change: Partial<Question>) => onChange({ ...question, ...change })
  const choose = (value: string) => {
    const chosen = value as Period
    setPeriod(chosen)
    set(spanOf(chosen, browserClock.now()) ?? {})
  }
  const ofCounty = (screens.value?.screens ?? []).filter(
    ({ county }) => question.county === '' || county.id === question.county,
  )

  return (
    <Flex align="flex-start" gap={3} wrap="wrap">
      <Pick id="report-period" label="时间" onPick={choose} value={period}>
        {Object.entries(periodTitles).map(([name, title]) => (
          <option key={name} value={name}>
            {title}
          </option>
        ))}
      </Pick>
      {period === 'own' && (
        <>
          <DayBox id="report-from" label="从哪天" onChange={(from) => set({ from })} value={question.from} />
          <DayBox id="report-to" label="到哪天" onChange={(to) => set({ to })} value={question.to} />
        </>
      )}
      <Pick id="report-by" label="按什么分" onPick={(by) => set({ by: by as Parting })} value={question.by}>
        {options(Object.entries(partingTitles).map(([id, title]) => ({ id, title })))}
      </Pick>
      <Pick
        id="report-county"
        label="县区"
        onPick={(county) => set({ county, screen: '' })}
        value={question.county}
      >
        <option value="">全部县区</option>
        {options(counties.value?.counties ?? [])}
      </Pick>
      <Pick id="report-screen" label="屏幕" onPick={(screen) => set({ screen })} value={question.screen}>
        <option value="">全部屏幕</option>
        {options(ofCounty.map(({ screen, title }) => ({ id: screen, title })))}
      </Pick>
      <Pick
        id="report-campaign"
        label="专项宣传"
        onPick={(campaign) => set({ campaign })}
        value={question.campaign}
      >
        <option value="">不限</option>
        {options(campaigns)}
      </Pick>
    </Flex>
  )
}
