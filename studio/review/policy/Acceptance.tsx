/** @file Where content is hosted: whether the rules on the page are in force, and the button that puts them there. */
import { Button, Card, Flex, Stack, Text } from '@sanity/ui'
import { useToast } from '@sanity/ui/toast'
import { useCallback, useEffect, useState } from 'react'
import { useClient } from 'sanity'
import { askDesk, type PolicyStanding } from '../hosted/desk.ts'
import { errorSentence } from '../refusals.ts'
import { reviewApiVersion } from '../steps.ts'
import { useReviewer } from '../use-reviewer.ts'
import { acceptanceOf, type ShownPolicy } from './acceptance-words.ts'

const askedEveryMs = 10_000

export function Acceptance({ shown }: { shown: ShownPolicy }) {
  const client = useClient({ apiVersion: reviewApiVersion })
  const [standing, setStanding] = useState<PolicyStanding | null>(null)
  const [isBusy, setBusy] = useState(false)
  const reviewer = useReviewer()
  const toast = useToast()
  const { rev } = shown

  const look = useCallback(
    () => askDesk<PolicyStanding>(client, 'policy').then(setStanding, () => setStanding(null)),
    [client],
  )
  useEffect(() => {
    void look()
    const timer = setInterval(() => void look(), askedEveryMs)
    return () => clearInterval(timer)
  }, [look, rev])

  if (!standing || !reviewer) return null
  const { isInForce, title, lines, why } = acceptanceOf(standing, shown, reviewer.isAdministrator)
  const accept = async () => {
    setBusy(true)
    try {
      setStanding(await askDesk<PolicyStanding>(client, 'policy', { rev }))
      toast.push({ status: 'success', title: '已经生效', description: '从现在起照这份规则审。' })
    } catch (error) {
      const { title: wrong, remedy } = errorSentence(error)
      toast.push({ status: 'error', title: wrong, description: remedy })
      await look()
    } finally {
      setBusy(false)
    }
  }
  return (
    <Card
      border
      data-testid="review-acceptance"
      padding={4}
      radius={2}
      role="status"
      tone={isInForce ? 'positive' : 'caution'}
    >
      <Flex align="flex-start" gap={4} justify="space-between" wrap="wrap">
        <Stack flex={1} gap={3}>
          <Text size={1} weight="semibold">
            {title}
          </Text>
          {[...lines, ...(why ? [`${why}。`] : [])].map((line) => (
            <Text key={line} size={1}>
              {line}
            </Text>
          ))}
        </Stack>
        {why !== undefined && (
          <Button
            disabled={why !== null || isBusy}
            fontSize={1}
            loading={isBusy}
            onClick={() => void accept()}
            text="确认生效"
            tone="primary"
          />
        )}
      </Flex>
    </Card>
  )
}
