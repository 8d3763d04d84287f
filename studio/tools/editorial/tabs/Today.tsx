/** @file 今天: each line with one press to where it is done. */
import { Button, Card, Stack, Text } from '@sanity/ui'
import { useMemo } from 'react'
import { Empty } from '../../console/Pieces.tsx'
import { ownTexts } from '../model/laws.ts'
import { todayLines, type TodayLine } from '../model/today.ts'
import { NewPress } from '../parts/presses.tsx'
import type { TabProps } from '../parts/session.ts'

const heads = { now: '今天要办', soon: '这几天要办', calm: '有空就办' } as const

function Line({ line, go, rights }: { line: TodayLine } & Pick<TabProps, 'go' | 'rights'>) {
  const { press, mark, text, detail, urgency } = line
  const acts = rights.mayWrite || (press.kind === 'go' && press.tab === 'plan' && rights.mayPlan)
  const words = acts ? press.words : '去看看'
  return (
    <div className="pufa-desk-line" data-urgency={urgency} role="listitem">
      <p className="pufa-desk-words strong">{mark}</p>
      <div>
        <p className="pufa-desk-words">{text}</p>
        <p className="pufa-desk-words quiet">{detail}</p>
      </div>
      <div className="pufa-desk-presses">
        {press.kind === 'go' ? (
          <Button
            aria-label={`${words}：${text}`}
            fontSize={1}
            mode="ghost"
            onClick={() => go({ tab: press.tab, open: press.open })}
            padding={3}
            text={words}
          />
        ) : (
          rights.mayWrite && (
            <NewPress label={`${press.words}：${text}`} type={press.type} words={press.words} />
          )
        )}
      </div>
    </div>
  )
}

export function TodayTab({ desk, go, rights }: TabProps) {
  const { todayText, texts, own } = desk
  const lines = useMemo(
    () => todayLines({ ...desk, texts: ownTexts(texts, own) }, todayText),
    [desk, texts, own, todayText],
  )
  if (lines.length === 0) return <Empty>✓ 今天没有要办的事。栏目都没有超期，读者的话都答复了。</Empty>
  return (
    <>
      {(['now', 'soon', 'calm'] as const).map((urgency) => {
        const own = lines.filter((line) => line.urgency === urgency)
        return own.length === 0 ? null : (
          <Stack as="section" gap={3} key={urgency}>
            <Text as="h2" size={2} weight="semibold">
              {`${heads[urgency]}（${own.length}）`}
            </Text>
            <Card border overflow="hidden" radius={2} role="list">
              {own.map((line) => (
                <Line go={go} key={line.key} line={line} rights={rights} />
              ))}
            </Card>
          </Stack>
        )
      })}
    </>
  )
}
