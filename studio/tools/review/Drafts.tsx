/** @file 我的草稿: what was written and not handed in, by kind, to be handed in together. */
import { Box, Button, Card, Checkbox, Flex, Stack, Text } from '@sanity/ui'
import { useState } from 'react'
import { IntentLink } from 'sanity/router'
import { BulkDialog } from '../../review/BulkDialog.tsx'
import type { Draft } from './drafts.ts'
import { Filters } from './Filters.tsx'
import { More } from './More.tsx'
import type { Row } from './rows.ts'
import { handIn } from '../../review/steps-taken.ts'
import { narrowed, type Narrowing } from './tasks.ts'
import { instantWords } from './reading/dates.ts'
import { useDrafts } from './use-drafts.ts'
import { useChecker } from './use-press.ts'

export interface DraftsProps {
  rows: readonly Row[]
  me: string
  kindOf: (type: string) => string
  countyOf: (county: string | null) => string
}

const page = 100

interface DraftRowProps {
  draft: Draft
  note: string
  /** Null: of another kind than those that were chosen. */
  isChosen: boolean | null
  onChoose: (isChosen: boolean) => void
}

function DraftRow({ draft, note, isChosen, onChoose }: DraftRowProps) {
  return (
    <div className="pufa-review-row" data-testid="review-draft">
      <label>
        <Checkbox
          aria-label={`选中：${draft.title}`}
          checked={isChosen ?? false}
          disabled={isChosen === null}
          onChange={(event) => onChoose(event.currentTarget.checked)}
        />
      </label>
      <Flex align="center" flex={1} gap={3} paddingX={2} paddingY={3} style={{ minWidth: 0 }}>
        <Stack flex={1} gap={3} style={{ minWidth: 0 }}>
          <Text size={2} textOverflow="ellipsis" weight="medium">
            {draft.title}
          </Text>
          <Text muted size={1} textOverflow="ellipsis">
            {note}
          </Text>
        </Stack>
        <Button
          as={IntentLink}
          fontSize={1}
          intent="edit"
          mode="ghost"
          padding={3}
          params={{ id: draft.subject, type: draft.subjectType }}
          text="打开表单"
        />
      </Flex>
    </div>
  )
}

export function Drafts({ rows, me, kindOf, countyOf }: DraftsProps) {
  const known = useDrafts(rows, me)
  const checker = useChecker()
  const [isAll, setAll] = useState(false)
  const [narrowing, setNarrowing] = useState<Narrowing>({ type: null, county: null })
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [drawn, setDrawn] = useState(page)
  const [publishes, setPublishes] = useState(true)
  const [begun, setBegun] = useState<readonly Draft[] | null>(null)

  const drafts = (isAll ? known.all : known.mine) ?? []
  const isLoading = (isAll ? known.all : known.mine) === null && !known.failed
  const shown = narrowed(drafts, narrowing)
  const picked = shown.filter(({ subject }) => chosen.has(subject))
  const kind = picked[0]?.subjectType ?? null
  const ofKind = shown.filter(({ subjectType }) => subjectType === kind)
  const choose = (subject: string, isChosen: boolean) => {
    const next = new Set(picked.map((draft) => draft.subject))
    if (isChosen) next.add(subject)
    else next.delete(subject)
    setChosen(next)
  }
  return (
    <div className="pufa-review-drafts">
      <Card borderBottom padding={2}>
        <Stack gap={2}>
          <Filters
            countyOf={countyOf}
            kindOf={kindOf}
            narrowing={narrowing}
            onNarrow={setNarrowing}
            rows={drafts}
          />
          <Flex align="center" gap={2} paddingX={2}>
            <Checkbox
              checked={isAll}
              id="review-all-drafts"
              onChange={(event) => setAll(event.currentTarget.checked)}
            />
            <Box as="label" htmlFor="review-all-drafts" paddingY={2}>
              <Text size={1}>别人写的草稿也列出来</Text>
            </Box>
          </Flex>
        </Stack>
      </Card>
      <div className="pufa-review-scroll">
        {isLoading && (
          <Box padding={5}>
            <Text muted>正在找草稿…</Text>
          </Box>
        )}
        {known.failed && (
          <Card margin={3} padding={3} radius={2} role="alert" tone="critical">
            <Text size={1}>没有读到草稿，请检查网络后重新打开本页。</Text>
          </Card>
        )}
        {!isLoading && !known.failed && shown.length === 0 && (
          <Box padding={5}>
            <Text align="center" size={2}>
              没有还没送审的草稿。
            </Text>
          </Box>
        )}
        {shown.slice(0, drawn).map((draft) => (
          <DraftRow
            draft={draft}
            isChosen={kind !== null && kind !== draft.subjectType ? null : chosen.has(draft.subject)}
            key={draft.subject}
            note={[
              kindOf(draft.subjectType),
              countyOf(draft.county),
              `${instantWords(draft.since)} 改过`,
            ].join(' · ')}
            onChoose={(isChosen) => choose(draft.subject, isChosen)}
          />
        ))}
        <More left={shown.length - drawn} onMore={() => setDrawn(drawn + page)} />
      </div>
      {kind !== null && (
        <Card borderTop padding={3}>
          <Stack gap={3}>
            <Flex align="center" gap={3} wrap="wrap">
              <Text size={1} style={{ flex: 1 }} weight="medium">
                {`已选 ${picked.length} 份${kindOf(kind)}`}
              </Text>
              {picked.length < ofKind.length && (
                <Button
                  fontSize={1}
                  mode="bleed"
                  onClick={() => setChosen(new Set(ofKind.map(({ subject }) => subject)))}
                  text={`全选（${ofKind.length}）`}
                />
              )}
              <Button fontSize={1} mode="bleed" onClick={() => setChosen(new Set())} text="不选了" />
            </Flex>
            <Flex align="center" gap={2}>
              <Checkbox
                checked={publishes}
                id="review-publishes"
                onChange={(event) => setPublishes(event.currentTarget.checked)}
              />
              <Box as="label" flex={1} htmlFor="review-publishes" paddingY={2}>
                <Text size={1}>终审通过后立即公开</Text>
              </Box>
              <Button onClick={() => setBegun(picked)} padding={4} text="送审所选" tone="primary" />
            </Flex>
          </Stack>
        </Card>
      )}
      {begun && (
        <BulkDialog
          effect="先检查填得全不全；没有填好的不送，会说明缺什么。"
          items={begun}
          kind={kindOf(begun[0]?.subjectType ?? '')}
          name="送审"
          onCancel={() => setBegun(null)}
          onLeave={() => {
            setBegun(null)
            setChosen(new Set())
          }}
          tone="primary"
          work={({ subject, copy }) => handIn(checker, { subject, copy }, { publishes })}
        />
      )}
    </div>
  )
}
