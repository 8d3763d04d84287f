/** @file 用词把关: the findings of a document in a list, each with its place and what one press can do. */
import { Badge, Box, Button, Card, Flex, Stack, Text } from '@sanity/ui'
import { useState } from 'react'
import type { Finding } from '../../contracts/words/finding.ts'
import { countWords, kindWords } from './telling.ts'
import type { Found } from './use-findings.ts'

export interface Done {
  found: string
  instead: string
}

interface Presses {
  /** Null: the form may not be changed. */
  onCorrect: ((finding: Finding, instead: string) => void) | null
  onShow: (finding: Finding) => void
  titleOf: (finding: Finding) => string
}

/** Rows shown before all are asked for. */
const shownMax = 5
/** Corrections offered for one finding. */
const offeredMax = 3

function Row({ finding, onCorrect, onShow, titleOf }: Presses & { finding: Finding }) {
  const { before, found, after, instead, kind, why } = finding
  const { mark, word } = kindWords(finding)
  return (
    <Card as="li" borderTop padding={3} tone={kind === 'block' ? 'critical' : 'caution'}>
      <Flex align="flex-start" gap={3} wrap="wrap">
        <Stack flex={1} gap={3} style={{ minWidth: 'min(320px, 100%)' }}>
          <Flex align="center" gap={2} wrap="wrap">
            <Badge fontSize={1} tone={kind === 'block' ? 'critical' : 'caution'}>
              {`${mark} ${word}`}
            </Badge>
            <Text muted size={1}>
              {titleOf(finding)}
            </Text>
          </Flex>
          <Text size={1}>
            {before}
            <mark>{found}</mark>
            {after}
          </Text>
          <Text muted size={1}>
            {why}
          </Text>
        </Stack>
        <Flex gap={2} wrap="wrap">
          <Button
            fontSize={1}
            mode="bleed"
            onClick={() => onShow(finding)}
            padding={3}
            text="看原处"
            type="button"
          />
          {onCorrect &&
            instead
              .slice(0, offeredMax)
              .map((words) => (
                <Button
                  fontSize={1}
                  key={words}
                  mode="ghost"
                  onClick={() => onCorrect(finding, words)}
                  padding={3}
                  text={`改成“${words}”`}
                  tone="primary"
                  type="button"
                />
              ))}
        </Flex>
      </Flex>
    </Card>
  )
}

function Undo({ done, onUndo }: { done: Done; onUndo: () => void }) {
  return (
    <Card borderTop padding={3} tone="positive">
      <Flex align="center" gap={3} role="status" wrap="wrap">
        <Text size={1}>{`✓ 已把“${done.found}”改成“${done.instead}”。`}</Text>
        <Button fontSize={1} mode="ghost" onClick={onUndo} padding={2} text="撤销这次改动" type="button" />
      </Flex>
    </Card>
  )
}

export function WordsPanel({
  found: { state, findings },
  done,
  onUndo,
  ...presses
}: Presses & { found: Found; done: Done | null; onUndo: () => void }) {
  const [all, setAll] = useState(false)
  const blocked = findings.some(({ kind }) => kind === 'block')
  const shown = all ? findings : findings.slice(0, shownMax)
  const tone =
    state === 'failed' ? 'caution' : blocked ? 'critical' : findings.length > 0 ? 'caution' : 'transparent'
  return (
    <Card border data-testid="words-panel" overflow="hidden" radius={2} tone={tone}>
      <Box padding={3}>
        <Text aria-live="polite" muted={findings.length === 0} size={1} weight="medium">
          {countWords(state, findings)}
        </Text>
      </Box>
      {findings.length > 0 && (
        <Stack as="ul" margin={0} padding={0} style={{ listStyle: 'none' }}>
          {shown.map((finding) => (
            <Row
              finding={finding}
              key={JSON.stringify([finding.path, finding.from, finding.why])}
              {...presses}
            />
          ))}
        </Stack>
      )}
      {findings.length > shown.length && (
        <Card borderTop padding={2} tone="inherit">
          <Button
            fontSize={1}
            mode="bleed"
            onClick={() => setAll(true)}
            text={`全部显示（还有 ${findings.length - shown.length} 处）`}
            type="button"
          />
        </Card>
      )}
      {done && <Undo done={done} onUndo={onUndo} />}
    </Card>
  )
}
