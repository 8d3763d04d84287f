/** @file 栏目: when each column had something new, how many days it has left, and a press to write. */
import { Button, Card, Flex, Stack, Text } from '@sanity/ui'
import { useWorkspace } from 'sanity'
import {
  columnLimits,
  columnSource,
  emptyColumnsMax,
  keptColumnsMax,
  staleColumnsMax,
  type ColumnRow,
  type SiteStanding,
} from '../../../../contracts/editorial/columns.ts'
import { MarkBadge } from '../../console/Pieces.tsx'
import { columnWords, registers } from '../model/today.ts'
import { NewPress } from '../parts/presses.tsx'
import type { TabProps } from '../parts/session.ts'

const tones = { ok: 'positive', soon: 'caution', stale: 'critical', empty: 'critical' } as const

/** A shape and words; the badge wants them apart. */
function Mark({ row }: { row: Pick<ColumnRow, 'state' | 'daysLeft'> }) {
  const [shape = '', ...words] = columnWords(row).split(' ')
  return <MarkBadge shape={shape} tone={tones[row.state]} word={words.join(' ')} />
}

function ColumnPress({ type, title, mayWrite }: { type: string; title: string; mayWrite: boolean }) {
  const { basePath } = useWorkspace()
  const list = registers[type]
  if (!mayWrite) return null
  if (!list) return <NewPress label={`写一篇：${title}`} type={type} words="写一篇" />
  return (
    <Button
      aria-label={`去核对：${title}`}
      as="a"
      fontSize={1}
      href={`${basePath.replace(/\/$/u, '')}/structure/${list}`}
      mode="ghost"
      padding={3}
      text="去核对"
    />
  )
}

function Row({ row, mayWrite }: { row: ColumnRow; mayWrite: boolean }) {
  const { type, title, kind, newestOn, onHome, onSite } = row
  const where = !onSite ? '只在屏幕上，检查时不算' : onHome ? '首页上有' : ''
  return (
    <div className="pufa-desk-line" data-testid={`column-${type}`} role="listitem">
      <div>
        <Mark row={row} />
      </div>
      <div>
        <p className="pufa-desk-words strong">{title}</p>
        <p className="pufa-desk-words quiet">
          {[
            newestOn === null ? '还没有公开的内容' : `最近一次 ${newestOn}`,
            `至少${columnLimits[kind].words}一次`,
            where,
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      <div className="pufa-desk-presses">
        <ColumnPress mayWrite={mayWrite} title={title} type={type} />
      </div>
    </div>
  )
}

function Fact({ title, words, bad }: { title: string; words: string; bad: boolean }) {
  return (
    <Card border padding={4} radius={2} tone={bad ? 'critical' : 'default'}>
      <Stack gap={3}>
        <Text muted size={1}>
          {title}
        </Text>
        <Text size={2} weight="semibold">
          {`${bad ? '⚠' : '✓'} ${words}`}
        </Text>
      </Stack>
    </Card>
  )
}

function Facts({ site }: { site: SiteStanding }) {
  const { home, stale, unkept, empty } = site
  const isDead = home.state === 'stale' || home.state === 'empty'
  return (
    <div className="pufa-desk-facts">
      <Fact
        bad={isDead}
        title="首页（两周内要有新内容）"
        words={home.newestOn === null ? '没有内容' : `最近 ${home.newestOn}`}
      />
      <Fact
        bad={stale >= staleColumnsMax}
        title={`动态、通知类超期（满 ${staleColumnsMax} 个不合格）`}
        words={`${stale} 个`}
      />
      <Fact
        bad={unkept >= keptColumnsMax}
        title={`没有更新的栏目（满 ${keptColumnsMax} 个不合格）`}
        words={`${unkept} 个`}
      />
      <Fact
        bad={empty > emptyColumnsMax}
        title={`空栏目（超过 ${emptyColumnsMax} 个不合格）`}
        words={`${empty} 个`}
      />
    </div>
  )
}

const order = ['empty', 'stale', 'soon', 'ok'] as const

export function ColumnsTab({ desk, rights }: TabProps) {
  const { site } = desk
  if (!site) return null
  const rows = [...site.rows].sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state))
  return (
    <>
      <Flex align="center" gap={3} wrap="wrap">
        <MarkBadge
          shape={site.fails ? '⚠' : '✓'}
          tone={site.fails ? 'critical' : 'positive'}
          word={site.fails ? '现在检查会不合格' : '现在检查没有一票否决项'}
        />
        <Text muted size={1}>
          依据：{columnSource}。写明日期的按那一天算，没有写的按公开的那一天算；生成网页的时间不算。
        </Text>
      </Flex>
      <Facts site={site} />
      <Card border overflow="hidden" radius={2} role="list">
        {rows.map((row) => (
          <Row key={row.type} mayWrite={rights.mayWrite} row={row} />
        ))}
      </Card>
    </>
  )
}
