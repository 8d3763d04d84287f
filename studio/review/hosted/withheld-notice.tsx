/**
 * @file Above the form of what is published at the service and shown to nobody: that it is so, and why. Somebody
 * may have published past the desk, which a hosted project cannot keep him from.
 */
import { Box, Card, Stack, Text } from '@sanity/ui'
import { useEffect, useState } from 'react'
import { definePlugin, useClient, type InputProps } from 'sanity'
import { useDocumentPane } from 'sanity/structure'
import { wantsReview } from '../../../contracts/documents/kinds.ts'
import { reviewApiVersion } from '../steps.ts'
import { askDesk, type PublicStanding } from './desk.ts'
import { withheldWords } from './withheld-words.ts'

/** The mirror hears of a change a moment after the Studio. */
const askedAfterMs = [500, 2_500, 10_000]

/** @param rev of what is published; null: nothing is */
function usePublicStanding(id: string, rev: string | null): PublicStanding | null {
  const client = useClient({ apiVersion: reviewApiVersion })
  const [told, setTold] = useState<{ rev: string; standing: PublicStanding } | null>(null)
  useEffect(() => {
    if (rev === null) return
    let left = false
    const look = () => {
      askDesk<PublicStanding>(client, `standing?subject=${encodeURIComponent(id)}`).then(
        (standing) => !left && setTold({ rev, standing }),
        // Not to know is no reason to frighten anybody.
        () => !left && setTold(null),
      )
    }
    const timers = askedAfterMs.map((ms) => setTimeout(look, ms))
    return () => {
      left = true
      timers.forEach(clearTimeout)
    }
  }, [client, id, rev])
  return told?.rev === rev ? (told?.standing ?? null) : null
}

function Notice({ id, rev }: { id: string; rev: string | null }) {
  const standing = usePublicStanding(id, rev)
  const words = standing && withheldWords(standing)
  if (!words) return null
  return (
    <Card border data-testid="withheld" marginBottom={5} padding={4} radius={2} role="status" tone="critical">
      <Stack gap={3}>
        <Text size={1} weight="semibold">
          ⚠ {words.title}
        </Text>
        <Text size={1}>{words.remedy}</Text>
      </Stack>
    </Card>
  )
}

function Noticed(props: InputProps) {
  const { editState } = useDocumentPane()
  return (
    <Box>
      {editState && <Notice id={editState.id} rev={editState.published?._rev ?? null} />}
      {props.renderDefault(props)}
    </Box>
  )
}

/** Every input of every form passes here; only whole documents of review get something above them. */
function Input(props: InputProps) {
  const isDocument = props.path.length === 0 && wantsReview(props.schemaType.name, true)
  return isDocument ? <Noticed {...props} /> : props.renderDefault(props)
}

export const withheldNotice = definePlugin({
  name: 'pufa-withheld-notice',
  form: { components: { input: Input } },
})
