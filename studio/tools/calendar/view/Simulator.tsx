/**
 * @file 那块屏，那一分钟: what a screen shows at an instant by what is published, and what it would show if
 * the drafts were.
 */
import { Button, Card, Flex, Grid, Stack, Text } from '@sanity/ui'
import { useEffect, useMemo, useState } from 'react'
import { IntentLink } from 'sanity/router'
import { resolve, timeline } from '../../../../contracts/schedule/explained.ts'
import { localInstant } from '../../../../contracts/schedule/zone.ts'
import { hourLines, type HourLine } from '../model/hour.ts'
import { foreseen, type Travelled } from '../model/as-published.ts'
import type { Library } from '../model/library.ts'
import { dayWords, inWords, momentWords, secondsWords } from '../model/words.ts'
import { playAt, playsBetween, scheduleOf, type Play } from '../published.ts'
import { DayField } from './DayField.tsx'
import { ChoiceField, TextField } from './Field.tsx'

const hourMs = 3_600_000

interface Shown {
  title: string
  type: string | null
  id: string
  event: { id: string; title: string } | null
  playlist: { id: string; title: string } | null
  why: string
  from: number
  until: number
  hour: readonly HourLine[]
}

type Found = { state: 'asking' } | { state: 'refused'; sentence: string } | { state: 'found'; shown: Shown }

interface ShownItem {
  id: string
  title: string
}

const ms = (text: string) => Date.parse(text)
const inMs = (play: Play) => ({ ...play, from: ms(play.from), until: ms(play.until) })

function Opens({ id, type, words }: { id: string; type: string; words: string }) {
  return (
    <IntentLink intent="edit" params={{ id, type }} style={{ textDecoration: 'none' }}>
      <Button as="span" fontSize={1} mode="ghost" padding={2} text={words} />
    </IntentLink>
  )
}

function Answer({ head, note, found, zone }: { head: string; note: string; found: Found; zone: string }) {
  return (
    <Card as="section" border padding={4} radius={2}>
      <Stack gap={4}>
        <Stack gap={2}>
          <Text as="h2" size={2} weight="semibold">
            {head}
          </Text>
          <Text muted size={1}>
            {note}
          </Text>
        </Stack>
        {found.state === 'asking' && (
          <Text role="status" size={1}>
            正在问…
          </Text>
        )}
        {found.state === 'refused' && (
          <Card padding={3} radius={2} role="alert" tone="critical">
            <Text size={1}>⚠ {found.sentence}</Text>
          </Card>
        )}
        {found.state === 'found' && <Told shown={found.shown} zone={zone} />}
      </Stack>
    </Card>
  )
}

function Told({ shown, zone }: { shown: Shown; zone: string }) {
  const { title, type, id, event, playlist, why, from, until, hour } = shown
  return (
    <Stack gap={4}>
      <Text size={3} weight="semibold">
        ▶ {title}
      </Text>
      <Text size={1}>
        {dayWords(zone, from)} {secondsWords(zone, from)}–{secondsWords(zone, until)}
        {`（${Math.round((until - from) / 1_000)} 秒）`}
      </Text>
      <Text size={1}>为什么：{inWords(why)}</Text>
      <Flex gap={2} wrap="wrap">
        {type && <Opens id={id} type={type} words="打开这条内容" />}
        {event && !event.id.startsWith('order:') && (
          <Opens id={event.id} type="scheduleEvent" words={`打开排期“${event.title}”`} />
        )}
        {playlist && !playlist.id.startsWith('order:') && (
          <Opens id={playlist.id} type="playlist" words={`打开播放单“${playlist.title}”`} />
        )}
      </Flex>
      <Text as="h3" size={1} weight="semibold">
        接下来一小时
      </Text>
      <Stack as="ol" gap={3} style={{ margin: 0, padding: 0, listStyle: 'none' }}>
        {hour.map((line) => (
          <Stack as="li" gap={2} key={line.from}>
            <Text size={1} weight="medium">
              {momentWords(zone, line.from)}–{momentWords(zone, line.until)} {line.words}（{line.plays} 次）
            </Text>
            <Text muted size={1}>
              {line.items.slice(0, 6).join('、')}
              {line.items.length > 6 ? `等 ${line.items.length} 条` : ''}
            </Text>
          </Stack>
        ))}
      </Stack>
    </Stack>
  )
}

interface Published {
  found: Found
  travelled: Travelled | null
}

type AnyPlay = Omit<Shown, 'title' | 'type' | 'id' | 'hour'> & { item: ShownItem }

function shownOf(play: AnyPlay, hour: Shown['hour'], library: Library): Shown {
  const { item, event, playlist, why, from, until } = play
  const type = library.contents.get(item.id)?._type ?? null
  return { title: item.title, type, id: item.id, event, playlist, why, from, until, hour }
}

/** Asks the scheduler, and again whenever what is published may have changed. */
function usePublished(screen: string, at: number | null, library: Library): Published {
  const [published, setPublished] = useState<Published>({ found: { state: 'asking' }, travelled: null })
  useEffect(() => {
    if (!screen || at === null) return
    const abort = new AbortController()
    setPublished({ found: { state: 'asking' }, travelled: null })
    const refused = (sentence: string) =>
      setPublished({ found: { state: 'refused', sentence }, travelled: null })
    const asking = async () => {
      const [now, hour, whole] = await Promise.all([
        playAt(window.fetch, screen, at, abort.signal),
        playsBetween(window.fetch, screen, at, at + hourMs, abort.signal),
        scheduleOf(window.fetch, screen, abort.signal),
      ])
      if (!now.ok) return refused(now.sentence)
      if (!hour.ok) return refused(hour.sentence)
      const shown = shownOf(inMs(now.value), hourLines(hour.value.map(inMs)), library)
      setPublished({ found: { state: 'found', shown }, travelled: whole.ok ? whole.value : null })
    }
    asking().catch(() => {
      if (!abort.signal.aborted) refused('没有问到，请再试一次')
    })
    return () => abort.abort()
  }, [screen, at, library])
  return published
}

interface IfPublished {
  found: Found
  rough: boolean
}

const unfinished: Found = { state: 'refused', sentence: '这块屏幕还没有写完，请打开屏幕填上县区' }

function withDrafts(
  library: Library,
  travelled: Travelled | null,
  id: string,
  at: number,
  firstDay: string,
): IfPublished {
  const plan = foreseen(library, travelled, id, firstDay)
  if (!plan) return { rough: false, found: unfinished }
  const { schedule, screen, rough } = plan
  const hour = hourLines(timeline(schedule, screen, at, at + hourMs))
  return { rough, found: { state: 'found', shown: shownOf(resolve(schedule, screen, at), hour, library) } }
}

const roughNote = '播哪个排期是准的；有草稿的播放单里，“最新内容”具体是哪一条、几秒换一条，发布以后才算得准。'

interface SimulatorProps {
  /** With drafts. */
  library: Library
  zoneOf: (screen: string) => string
  /** `2026-12-04T08:00`, where to begin. */
  now: string
  screen: string
}

export function Simulator({ library, zoneOf, now, screen: first }: SimulatorProps) {
  const [screen, setScreen] = useState(first || (library.screens[0]?._id ?? ''))
  const [day, setDay] = useState(now.slice(0, 10))
  const [time, setTime] = useState(now.slice(11, 16))
  const zone = zoneOf(screen)
  const at = localInstant(zone, `${day}T${time}`)
  const published = usePublished(screen, at, library)
  const drafts = useMemo(
    (): IfPublished =>
      at === null || published.found.state === 'asking'
        ? { rough: false, found: { state: 'asking' } }
        : withDrafts(library, published.travelled, screen, at, day),
    [library, published, screen, at, day],
  )
  if (library.screens.length === 0) return <Text muted>还没有屏幕。先在“内容”里建一块屏幕。</Text>
  return (
    <Stack gap={4}>
      <Flex gap={3} wrap="wrap">
        <ChoiceField
          choices={library.screens.map(({ _id, title }) => ({ value: _id, title }))}
          label="哪块屏"
          onChange={setScreen}
          value={screen}
        />
        <DayField label="哪一天" onChange={setDay} value={day} />
        <TextField label="几点几分" onChange={setTime} placeholder="08:00" value={time} />
      </Flex>
      {at === null ? (
        <Card padding={3} radius={2} role="alert" tone="caution">
          <Text size={1}>⚠ 日子要选一个，时间要写成 08:00 这样。</Text>
        </Card>
      ) : (
        <Grid gridTemplateColumns={[1, 1, 2]} gap={4}>
          <Answer
            found={published.found}
            head="已发布的"
            note="排期服务的回答，和屏幕上播的一样。"
            zone={zone}
          />
          <Answer
            found={drafts.found}
            head="如果发布草稿"
            note={`把所有草稿都算上。${drafts.rough ? roughNote : ''}`}
            zone={zone}
          />
        </Grid>
      )}
    </Stack>
  )
}
