/** @file The reading pane: one content as its readers will see it, what was done with it, and the presses. */
import { ChevronLeftIcon } from '@sanity/icons/ChevronLeft'
import { DocumentTextIcon } from '@sanity/icons/DocumentText'
import { EditIcon } from '@sanity/icons/Edit'
import { Box, Button, Card, Flex, Heading, Stack, Text } from '@sanity/ui'
import type { ReactNode } from 'react'
import { IntentLink } from 'sanity/router'
import { stateWords } from '../../review/words.ts'
import { Decide, type Press } from './Decide.tsx'
import { decisionsFor } from './decisions.ts'
import { instantWords } from './reading/dates.ts'
import { Fields } from './reading/Fields.tsx'
import type { Reading } from './reading/read.ts'
import { useReadable, useReading } from './reading/use-reading.ts'
import type { Row } from './rows.ts'
import { ScreenPreviewPlace } from './ScreenPreviewPlace.tsx'
import { Steps } from './Steps.tsx'
import type { Desk } from './tasks.ts'
import { usePress } from './use-press.ts'

export interface PaneProps {
  subject: string
  /** Null: nothing is under way with it any more. */
  row: Row | null
  desk: Desk
  kindOf: (type: string) => string
  countyOf: (county: string | null) => string
  onDone: (press: Press, row: Row) => void
  onLeave: () => void
  onSheet: () => void
}

function Notice({ words, press, onPress }: { words: string; press?: string; onPress?: () => void }) {
  return (
    <Card padding={3} radius={2} role="alert" tone="caution">
      <Flex align="center" gap={3} wrap="wrap">
        <Box flex={1}>
          <Text size={2}>{`⚠ ${words}`}</Text>
        </Box>
        {press && <Button onClick={onPress} padding={3} text={press} tone="primary" />}
      </Flex>
    </Card>
  )
}

const lead = ({ trail, copy, published }: Reading): string => {
  if (trail.copy === trail.subject) return '已经公开的急件，现在补审。'
  if (!copy) return '送审的这一稿已经不在（已发布或已删除），下面是公开的内容。'
  return published ? '和现在公开的相比，改动的字句标了出来。' : '全新的内容，还没有公开过。'
}

function Body({ reading, kind, county }: { reading: Reading; kind: string; county: string }) {
  const { trail, copy } = reading
  const { fields, empty } = useReadable(reading)
  const wasChanged = copy !== null && trail.state === 'open' && !reading.isAsHandedIn
  return (
    <Stack gap={5}>
      <Stack gap={4}>
        <Heading as="h2" size={3}>
          {trail.title}
        </Heading>
        <Text muted size={1}>
          {[kind, county, stateWords(trail.state), `送审 ${instantWords(trail.submittedAt ?? '')}`].join(
            ' · ',
          )}
        </Text>
      </Stack>
      {wasChanged && <Notice words="送审以后又改过，下面是改过的。要由编辑重新送审，才能通过。" />}
      <Text muted size={1}>
        {lead(reading)}
      </Text>
      <ScreenPreviewPlace content={copy ?? reading.published} type={trail.subjectType} />
      <Fields assets={reading.assets} fields={fields} />
      {empty.length > 0 && (
        <Text muted size={1} style={{ lineHeight: 1.7 }}>{`没有填写：${empty.join('、')}`}</Text>
      )}
      <Stack gap={4}>
        <Heading as="h3" size={1}>
          审核经过
        </Heading>
        <Steps steps={trail.steps} />
      </Stack>
    </Stack>
  )
}

function Bar({
  subject,
  type,
  onLeave,
  onSheet,
}: Pick<PaneProps, 'subject' | 'onLeave' | 'onSheet'> & {
  type: string
}) {
  return (
    <Card borderBottom padding={2}>
      <Flex align="center" gap={2}>
        <div className="narrow">
          <Button icon={ChevronLeftIcon} mode="bleed" onClick={onLeave} padding={3} text="返回" />
        </div>
        <Box flex={1} />
        <Button icon={DocumentTextIcon} mode="bleed" onClick={onSheet} padding={3} text="审签单" />
        <Button
          as={IntentLink}
          icon={EditIcon}
          intent="edit"
          mode="bleed"
          padding={3}
          params={{ id: subject, type }}
          text="打开表单"
        />
      </Flex>
    </Card>
  )
}

function State({ children }: { children: ReactNode }) {
  return (
    <Box padding={5}>
      <Text muted>{children}</Text>
    </Box>
  )
}

export function Pane(props: PaneProps) {
  const { subject, row, desk, kindOf, countyOf, onDone } = props
  const { loaded, again } = useReading(subject)
  const { isBusy, refused, press } = usePress((pressed, done) => {
    if (pressed.kind === 'comment') again()
    onDone(pressed, done)
  })
  const shown = loaded.stage === 'ready' ? loaded.reading : null
  const type = shown?.trail.subjectType ?? row?.subjectType ?? ''
  const isStale = shown !== null && row !== null && shown.trail._rev !== row._rev
  return (
    <div className="pufa-review-pane" data-testid="review-pane">
      <Bar onLeave={props.onLeave} onSheet={props.onSheet} subject={subject} type={type} />
      <div className="pufa-review-scroll">
        <Box padding={4}>
          <Stack gap={4} style={{ maxWidth: 760, margin: '0 auto' }}>
            {refused && <Notice onPress={again} press="重新看" words={refused} />}
            {!refused && isStale && (
              <Notice onPress={again} press="重新看" words="这份内容刚有新的动静，请重新看一遍。" />
            )}
            {shown && (
              <Body county={countyOf(shown.trail.county?._ref ?? null)} kind={kindOf(type)} reading={shown} />
            )}
          </Stack>
          {loaded.stage === 'loading' && <State>正在取出内容…</State>}
          {loaded.stage === 'missing' && <State>没有这份内容的审核记录，或您没有权限查看。</State>}
          {loaded.stage === 'failed' && (
            <Notice onPress={again} press="再试一次" words="没有读到，请检查网络。" />
          )}
        </Box>
      </div>
      {row && shown && (
        <Decide
          decisions={decisionsFor(row, desk)}
          isBusy={isBusy}
          key={subject}
          onPress={(pressed) => press(pressed, row, shown.copy?._rev ?? null)}
          row={row}
        />
      )}
    </div>
  )
}
