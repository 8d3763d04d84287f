/** @file The form of the bureau's rules, with what they make of any one content at this moment. */
import { Card, Flex, Select, Stack, Text } from '@sanity/ui'
import { useEffect, useState } from 'react'
import { useClient, type ObjectInputProps } from 'sanity'
import { hasDesk, studioSettings } from '../../lake/settings.ts'
import { reviewApiVersion } from '../steps.ts'
import { reviewedTypeChoices } from '../type-titles.ts'
import { useNow } from '../use-now.ts'
import { Acceptance } from './Acceptance.tsx'
import type { ShownPolicy } from './acceptance-words.ts'
import { isKeyPeriodOf, wayOf } from './words.ts'

interface County {
  id: string
  title: string
}

const countiesQuery = '*[_type == "county"] | order(order asc){ "id": _id, title }'

function useCounties(): readonly County[] {
  const client = useClient({ apiVersion: reviewApiVersion })
  const [counties, setCounties] = useState<readonly County[]>([])
  useEffect(() => {
    let left = false
    client.fetch<County[]>(countiesQuery, {}, { perspective: 'published' }).then(
      (found) => !left && setCounties(found),
      // The whole prefecture can still be asked about.
      () => !left && setCounties([]),
    )
    return () => {
      left = true
    }
  }, [client])
  return counties
}

function Trial({ policy }: { policy: unknown }) {
  const counties = useCounties()
  const at = useNow()
  const [type, setType] = useState('slogan')
  const [countyId, setCountyId] = useState('')
  const county = counties.find(({ id }) => id === countyId) ?? null
  const way = wayOf(policy, { type, county: county?.id ?? null }, county?.title ?? null, at)
  return (
    <Card border padding={4} radius={2} tone="primary">
      <Stack gap={4}>
        <Text size={1} weight="semibold">
          试一试：按现在填的规则，一份内容要怎么审
        </Text>
        <Flex gap={3} wrap="wrap">
          <Select aria-label="内容" onChange={(event) => setType(event.currentTarget.value)} value={type}>
            {reviewedTypeChoices.map(({ value, title }) => (
              <option key={value} value={value}>
                {title}
              </option>
            ))}
          </Select>
          <Select
            aria-label="县区"
            onChange={(event) => setCountyId(event.currentTarget.value)}
            value={countyId}
          >
            <option value="">全市</option>
            {counties.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </Select>
        </Flex>
        <Text data-testid="review-way" role="status">
          {way}
          {isKeyPeriodOf(policy, at) ? '（重点时期，多一道加审）' : ''}
        </Text>
      </Stack>
    </Card>
  )
}

const isHosted = hasDesk(studioSettings())

function shownOf(value: unknown): ShownPolicy {
  const { _id = '', _rev = null } = (value ?? {}) as { _id?: string; _rev?: string | null }
  return { rev: _rev, isDraft: _id.startsWith('drafts.') }
}

export function PolicyForm(props: ObjectInputProps) {
  return (
    <Stack gap={5}>
      <Card border padding={4} radius={2}>
        <Text size={1}>
          {isHosted
            ? '改好以后按“发布”，再由管理员按“确认生效”。审到一半的内容，从下一步起按新的规则走。'
            : '改好以后按“发布”才生效。审到一半的内容，从下一步起按新的规则走。'}
        </Text>
      </Card>
      {isHosted && <Acceptance shown={shownOf(props.value)} />}
      {props.renderDefault(props)}
      <Trial policy={props.value} />
    </Stack>
  )
}
