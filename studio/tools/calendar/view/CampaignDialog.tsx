/** @file Makes a campaign from a template: the legal day or earlier campaign, the year, what would be made. */
import { Card, Stack, Text } from '@sanity/ui'
import { useMemo, useState } from 'react'
import { campaignPlan, templateChoices, templateOf, type NewDocument } from '../change/campaign.ts'
import { randomText } from '../change/fresh.ts'
import type { Library } from '../model/library.ts'
import { ChoiceField } from './Field.tsx'
import { Window } from './Window.tsx'

interface CampaignDialogProps {
  library: Library
  /** This year and those after it can be chosen. */
  year: number
  busy: boolean
  onClose: () => void
  onMake: (title: string, documents: readonly NewDocument[]) => void
}

const yearsAhead = 3
const typeWords: Record<NewDocument['_type'], string> = {
  signageCampaign: '专项宣传',
  playlist: '播放单',
  scheduleEvent: '排期',
}

function timesOf(document: NewDocument): string {
  if (document._type === 'playlist') return `${document.items.length} 项`
  if (document._type !== 'scheduleEvent') return ''
  return (document.dayparts ?? []).map(({ start, end }) => `${start}–${end}`).join('、')
}

export function CampaignDialog({ library, year: thisYear, busy, onClose, onMake }: CampaignDialogProps) {
  const [template, setTemplate] = useState('')
  const [year, setYear] = useState(String(thisYear))
  const chosen = templateOf(template)
  const plan = useMemo(() => {
    const id = () => `campaign-${randomText()}`
    const found = templateOf(template)
    return found ? campaignPlan(found, Number(year), library, id) : null
  }, [template, year, library])
  const years = Array.from({ length: yearsAhead }, (_, index) => String(thisYear + index))
  return (
    <Window
      act={{
        text: '建成草稿',
        onClick: () => plan && onMake(plan.title, plan.documents),
        disabled: plan === null,
        busy,
      }}
      onClose={onClose}
      problems={chosen && !plan ? ['这一年没有这一天，请选别的年份'] : []}
      title="从模板建专项宣传"
      width={2}
    >
      <ChoiceField
        choices={[{ value: '', title: '请选择' }]}
        groups={templateChoices(library)}
        label="照哪个做"
        onChange={setTemplate}
        value={template}
      />
      <ChoiceField
        choices={years.map((value) => ({ value, title: `${value} 年` }))}
        label="哪一年"
        onChange={setYear}
        value={year}
      />
      {plan && (
        <Stack gap={3}>
          <Text size={1} weight="medium">
            会建这些草稿，日子是 {plan.firstDay} 至 {plan.lastDay}：
          </Text>
          <Stack as="ul" gap={2} style={{ listStyle: 'none', margin: 0, padding: 0 }}>
            {plan.documents.map((document) => (
              <Card as="li" border key={document._id} padding={3} radius={2}>
                <Text size={1}>
                  {typeWords[document._type]}：{document.title}
                  {timesOf(document) && `（${timesOf(document)}）`}
                </Text>
              </Card>
            ))}
          </Stack>
          <Text muted size={1}>
            建好以后在“内容”里看一遍，先发布专项宣传和播放单，再发布排期；也可以放进一个发布计划一起发布。
          </Text>
        </Stack>
      )}
    </Window>
  )
}
