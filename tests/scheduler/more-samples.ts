/** @file Sample documents of types that stand at the edge of what screens show. */
import type { SignageCampaign, TypicalCase } from '../../contracts/documents/index.ts'
import { ref } from './samples.ts'

const stamps = { _rev: 'r1', _createdAt: '2026-01-01T00:00:00Z', _updatedAt: '2026-01-01T00:00:00Z' } as const

export const typicalCase = (id: string, more: Partial<TypicalCase> = {}): TypicalCase => ({
  ...stamps,
  _id: id,
  _type: 'typicalCase',
  title: '分包老板跑了',
  slug: { _type: 'slug', current: id },
  publishedOn: '2026-01-01',
  topics: [],
  facts: '示例',
  outcome: '示例',
  lesson: '总包单位先行清偿。',
  citations: [],
  source: '示例',
  ...more,
})

type Target = Partial<Record<'screen' | 'group' | 'county' | 'audience', string>>

export const campaign = (
  id: string,
  { targets, ...more }: Partial<Omit<SignageCampaign, 'targets'>> & { targets?: Target[] } = {},
): SignageCampaign => ({
  ...stamps,
  _id: id,
  _type: 'signageCampaign',
  title: `专项 ${id}`,
  purpose: '示例',
  firstDay: '2026-12-01',
  lastDay: '2026-12-07',
  ...more,
  ...(targets
    ? {
        targets: targets.map((target, index) => ({
          _type: 'screenSelector' as const,
          _key: `t${index}`,
          ...Object.fromEntries(Object.entries(target).map(([field, value]) => [field, ref(value)])),
        })),
      }
    : {}),
})
