/** @file Makes an event of what was drawn: its name, playlist, how often, how it ranks. */
import { Box, Checkbox, Flex, Grid, Stack, Text } from '@sanity/ui'
import { useState } from 'react'
import { cronSentence } from '../../../inputs/cron-sentence.ts'
import { readCronSentence } from '../../../inputs/read-cron-sentence.ts'
import { isoWeekdays } from '../../../schema/words.ts'
import { randomText } from '../change/fresh.ts'
import { newEvent, repeatWords, type Asked, type NewEvent, type Repeat } from '../change/make.ts'
import type { Library } from '../model/library.ts'
import { scopeWords, type Scope } from '../model/scope.ts'
import { DayField } from './DayField.tsx'
import { ChoiceField, TextField } from './Field.tsx'
import { Window } from './Window.tsx'

interface EventDialogProps {
  library: Library
  scope: Scope
  /** What was drawn: the first day and, where they were drawn, the times. */
  drawn: Pick<Asked, 'day' | 'start' | 'end' | 'lastDay' | 'repeat'>
  county: string | undefined
  busy: boolean
  onClose: () => void
  onMake: (event: NewEvent) => void
}

const repeats = Object.entries(repeatWords).map(([value, title]) => ({ value, title }))

/** How the sentence was understood, or why it was not. */
function sentenceNote(sentence: string): string {
  if (sentence.trim() === '') return '例如：每天 8:00 起播 2 小时；每周一、三、五 18:30 起播 90 分钟'
  const read = readCronSentence(sentence)
  if (!read.ok) return `⚠ ${read.reason}`
  return read.minutes === null
    ? '请再写每次播多久，例如“起播 2 小时”'
    : `明白了：${cronSentence(read.cron, read.minutes) ?? ''}`
}

type Set = (change: Partial<Asked>) => void

function Days({ asked, set }: { asked: Asked; set: Set }) {
  return (
    <Flex gap={3} role="group" aria-label="星期几" wrap="wrap">
      {isoWeekdays.map(({ title, value }) => (
        <Flex align="center" as="label" gap={2} key={value}>
          <Checkbox
            checked={asked.days.includes(value)}
            onChange={() =>
              set({
                days: asked.days.includes(value)
                  ? asked.days.filter((day) => day !== value)
                  : [...asked.days, value].sort((a, b) => a - b),
              })
            }
          />
          <Text size={1}>{title}</Text>
        </Flex>
      ))}
    </Flex>
  )
}

function Times({ asked, set }: { asked: Asked; set: Set }) {
  const over = asked.end !== '24:00' && asked.end <= asked.start
  return (
    <Flex gap={3}>
      <TextField
        label="几点开始"
        onChange={(start) => set({ start })}
        placeholder="08:00"
        value={asked.start}
      />
      <TextField
        label="几点结束"
        note={over ? '到第二天的这个时间' : undefined}
        onChange={(end) => set({ end })}
        placeholder="10:00"
        value={asked.end}
      />
    </Flex>
  )
}

function Rank({ asked, set }: { asked: Asked; set: Set }) {
  return (
    <Flex gap={3}>
      <ChoiceField
        choices={[
          { value: 'normal', title: '正常轮播' },
          { value: 'share', title: '插播（每小时若干秒）' },
        ]}
        label="播法"
        onChange={(mode) => set({ mode: mode === 'share' ? 'share' : 'normal' })}
        value={asked.mode}
      />
      {asked.mode === 'share' ? (
        <TextField
          label="每小时插播几秒"
          onChange={(text) => set({ shareSecondsPerHour: Number(text) })}
          type="number"
          value={String(asked.shareSecondsPerHour)}
        />
      ) : (
        <TextField
          label="优先级（0–9）"
          note="数字大的先播，平常写 5"
          onChange={(text) => set({ priority: Number(text) })}
          type="number"
          value={String(asked.priority)}
        />
      )}
    </Flex>
  )
}

export function EventDialog({ library, scope, drawn, county, busy, onClose, onMake }: EventDialogProps) {
  const [asked, setAsked] = useState<Asked>({
    title: '',
    playlist: '',
    scope,
    days: [1, 2, 3, 4, 5],
    sentence: '',
    mode: 'normal',
    shareSecondsPerHour: 60,
    priority: 5,
    ...drawn,
  })
  const [problems, setProblems] = useState<readonly string[]>([])
  const set: Set = (change) => {
    setAsked({ ...asked, ...change })
    setProblems([])
  }
  const make = () => {
    const playlist = library.playlists.find(({ document }) => document._id === asked.playlist)
    const made = newEvent(
      { ...asked, playlistIsDraft: playlist?.published === false },
      `event-${randomText()}`,
      randomText(4),
      county,
    )
    if (made.ok) onMake(made.event)
    else setProblems(made.problems)
  }
  return (
    <Window
      act={{ text: '建成草稿', onClick: make, busy }}
      onClose={onClose}
      problems={problems}
      title="新建排期"
    >
      <TextField
        label="名称"
        note="给编辑自己看的，例如：早高峰交通安全"
        onChange={(title) => set({ title })}
        value={asked.title}
      />
      <ChoiceField
        choices={[
          { value: '', title: '请选择播放单' },
          ...library.playlists.map(({ document, draft }) => ({
            value: document._id,
            title: `${document.title ?? '（还没有名称）'}${draft ? '（草稿）' : ''}`,
          })),
        ]}
        label="播放单"
        onChange={(playlist) => set({ playlist })}
        value={asked.playlist}
      />
      <Text size={1}>在哪里播：{scopeWords(scope, library)}</Text>
      <Grid gridTemplateColumns={2} gap={3}>
        <ChoiceField
          choices={repeats}
          label="多久一次"
          onChange={(repeat) => set({ repeat: repeat as Repeat })}
          value={asked.repeat}
        />
        <DayField
          label={asked.repeat === 'once' ? '哪一天' : '从哪一天起'}
          onChange={(day) => set({ day })}
          value={asked.day}
        />
      </Grid>
      {asked.repeat === 'chosen' && <Days asked={asked} set={set} />}
      {asked.repeat === 'sentence' ? (
        <TextField
          label="用一句话写什么时候播"
          note={sentenceNote(asked.sentence)}
          onChange={(sentence) => set({ sentence })}
          placeholder="每天 8:00 起播 2 小时"
          value={asked.sentence}
        />
      ) : (
        <Times asked={asked} set={set} />
      )}
      {asked.repeat !== 'once' && (
        <DayField
          label="最后一天（含当天）"
          empty="不填就是一直播下去"
          onChange={(lastDay) => set({ lastDay })}
          value={asked.lastDay}
        />
      )}
      <Rank asked={asked} set={set} />
      <Stack gap={2}>
        <Box>
          <Text muted size={1}>
            建成的是草稿，要在“内容”里发布以后屏幕才会播。独占和必播请打开排期再选。
          </Text>
        </Box>
      </Stack>
    </Window>
  )
}
