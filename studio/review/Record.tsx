/** @file 审核记录: everything that happened to a content in review, newest first, and a box for a word on it. */
import { Badge, Box, Button, Card, Flex, Stack, Text, TextArea } from '@sanity/ui'
import { useState } from 'react'
import { getPublishedId } from 'sanity'
import type { Review } from '../../contracts/documents/review.ts'
import { wordsMax } from '../../contracts/review/rule.ts'
import { commentOffer } from './offers.ts'
import type { Sentence } from './refusals.ts'
import { subjectOf } from '../../contracts/review/subject.ts'
import { timelineOf, type Entry } from './timeline.ts'
import { usePolicy, useTrail } from './use-trail.ts'
import { useNow } from './use-now.ts'
import { useReviewer } from './use-reviewer.ts'
import { useStep } from './use-step.ts'

function Line({ entry }: { entry: Entry }) {
  const { mark, tone, what, who, when, words } = entry
  return (
    <Card as="li" border padding={3} radius={2} tone={tone}>
      <Stack gap={3}>
        <Flex align="center" gap={2} wrap="wrap">
          <Text size={1} weight="semibold">
            {mark} {what}
          </Text>
          <Text size={1}>{who}</Text>
        </Flex>
        {words !== null && (
          <Text size={1} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            “{words}”
          </Text>
        )}
        <Text muted size={0}>
          {when}
        </Text>
      </Stack>
    </Card>
  )
}

function Fault({ fault }: { fault: Sentence }) {
  return (
    <Card border padding={3} radius={2} role="alert" tone="critical">
      <Text size={1}>
        ✕ {fault.title}。{fault.remedy}
      </Text>
    </Card>
  )
}

function CommentBox({ subject }: { subject: string }) {
  const [words, setWords] = useState('')
  const { isBusy, fault, step } = useStep()
  const send = async () => {
    if (await step(subject, { kind: 'comment', words })) setWords('')
  }
  return (
    <Stack gap={3}>
      <TextArea
        aria-label="留言"
        disabled={isBusy}
        maxLength={wordsMax}
        onChange={(event) => setWords(event.currentTarget.value)}
        placeholder="写一句留言，同事都看得到"
        rows={2}
        value={words}
      />
      {fault && <Fault fault={fault} />}
      <Flex justify="flex-end">
        <Button
          disabled={isBusy || words.trim() === ''}
          fontSize={1}
          loading={isBusy}
          mode="ghost"
          onClick={() => void send()}
          text="留言"
        />
      </Flex>
    </Stack>
  )
}

function Rounds({ trail }: { trail: Review }) {
  const entries = timelineOf(trail.steps)
  const rounds = [...new Set(entries.map(({ round }) => round))]
  return (
    <Stack gap={5}>
      {rounds.map((round) => (
        <Stack gap={3} key={round}>
          <Flex>
            <Badge fontSize={1}>{round === 0 ? '送审以前' : `第 ${round} 次送审`}</Badge>
          </Flex>
          <Stack as="ol" gap={2}>
            {entries
              .filter((entry) => entry.round === round)
              .map((entry) => (
                <Line entry={entry} key={entry.key} />
              ))}
          </Stack>
        </Stack>
      ))}
    </Stack>
  )
}

/** @param documentId of the content, in whatever copy it is open */
export function ReviewRecord({ documentId, documentType }: { documentId: string; documentType: string }) {
  const subject = getPublishedId(documentId)
  const trail = useTrail(subject)
  const policy = usePolicy()
  const actor = useReviewer()
  const at = useNow()
  if (trail === undefined || !policy || !actor)
    return (
      <Text muted size={1}>
        正在读取审核记录…
      </Text>
    )
  if (trail === null)
    return (
      <Card border padding={4} radius={2}>
        <Text muted size={1}>
          还没有送过审。送审以后，谁在什么时候审过、说了什么，都记在这里，不能删改。
        </Text>
      </Card>
    )
  const seen = { trail, policy, actor, at, copy: null, isPublished: false }
  const mayComment = commentOffer({ ...seen, subject: subjectOf(subject, documentType, null) }) !== null
  return (
    <Stack gap={5}>
      {mayComment && <CommentBox subject={subject} />}
      <Rounds trail={trail} />
      <Box>
        <Text muted size={1}>
          想看改了哪些字，请打开右上角菜单里的“历史记录”，再点“查看更改”。
        </Text>
      </Box>
    </Stack>
  )
}
