/** @file Above the form of what wants review: where it stands, who said what, and what is to be done. */
import { Box, Button, Card, Flex, Stack, Text } from '@sanity/ui'
import type { EditStateFor, InputProps } from 'sanity'
import { useDocumentPane } from 'sanity/structure'
import { wantsReview } from '../../contracts/documents/kinds.ts'
import { inKeyPeriod } from '../../contracts/review/policy.ts'
import { recordInspector } from './inspector.tsx'
import { keyPeriodSentences } from './key-period-words.ts'
import { heldPart, type FormPart } from './held-form.ts'
import { rejectOffer } from './offers.ts'
import { isHeld, type Seen } from './seen.ts'
import { standing, type Standing } from './standing.ts'
import { useNow } from './use-now.ts'
import { useReviewer } from './use-reviewer.ts'
import { useSeen } from './use-seen.ts'
import { usePolicy } from './use-trail.ts'

function KeyPeriod({ seen }: { seen: Seen }) {
  const sentences = keyPeriodSentences(seen)
  if (sentences === null) return null
  return (
    <Card border padding={4} radius={2} role="status" tone="caution">
      <Stack gap={3}>
        <Text size={1} weight="semibold">
          ⚠ {sentences.title}
        </Text>
        {sentences.lines.map((line) => (
          <Text key={line} size={1}>
            {line}
          </Text>
        ))}
      </Stack>
    </Card>
  )
}

interface StateProps extends Standing {
  onOpen: (() => void) | null
  /** The buttons that stand behind the three dots. */
  hint: string | null
}

function State({ label, sentences, tone, onOpen, hint }: StateProps) {
  return (
    <Card border padding={4} radius={2} role="status" tone={tone}>
      <Flex align="flex-start" gap={4} justify="space-between">
        <Stack flex={1} gap={3}>
          <Text size={1} weight="semibold">
            {label}
          </Text>
          {sentences.map((sentence) => (
            <Text key={sentence} size={1} style={{ overflowWrap: 'anywhere' }}>
              {sentence}
            </Text>
          ))}
          {hint !== null && (
            <Text muted size={1}>
              {hint}
            </Text>
          )}
        </Stack>
        {onOpen && <Button fontSize={1} mode="ghost" onClick={onOpen} padding={2} text="审核记录" />}
      </Flex>
    </Card>
  )
}

function Banner({ editState }: { editState: EditStateFor }) {
  const seen = useSeen(editState)
  const { openInspector } = useDocumentPane()
  if (!seen) return null
  const found = standing(seen)
  const onOpen = seen.trail ? () => openInspector(recordInspector) : null
  const hint =
    rejectOffer(seen)?.why === null
      ? '看过没有问题，按右下角的“通过”；要退回或留言，按它旁边的三个点。'
      : null
  const isTold = found !== null && found.sentences.length > 0
  if (!isTold && !inKeyPeriod(seen.policy, seen.at)) return null
  return (
    <Stack gap={3} marginBottom={5}>
      <KeyPeriod seen={seen} />
      {isTold && <State {...found} hint={hint} onOpen={onOpen} />}
    </Stack>
  )
}

function Reviewed(props: InputProps) {
  const { editState } = useDocumentPane()
  const policy = usePolicy()
  const actor = useReviewer()
  const at = useNow()
  const isShut = actor !== null && (actor.role === 'reviewer' || (policy && isHeld({ policy, actor, at })))
  return (
    <Box>
      {editState && <Banner editState={editState} />}
      {props.renderDefault(isShut ? (heldPart(props as FormPart) as InputProps) : props)}
    </Box>
  )
}

/** Every input of every form passes here; only whole documents of review get something above them. */
export function FormTop(props: InputProps) {
  const isDocument = props.path.length === 0 && wantsReview(props.schemaType.name, true)
  return isDocument ? <Reviewed {...props} /> : props.renderDefault(props)
}
