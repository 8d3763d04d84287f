/** @file 抢播: a template that was approved beforehand, its blanks filled, on the screens of a range at once. */
import { Select, Stack, Text } from '@sanity/ui'
import { useEffect, useState, type ChangeEvent } from 'react'
import { useClient } from 'sanity'
import { browserClock } from '../../clock.ts'
import { apiVersion } from '../../structure/lists.ts'
import { BlankFields } from './BlankFields.tsx'
import { Confirm } from './Confirm.tsx'
import { minutesWords, noticeMinutes, phraseFor, targetsOf, untilText, type Range } from './orders.ts'
import { Empty, Labelled, Part, Read, Trouble, Waiting } from './Pieces.tsx'
import { usePlacing, usePreview } from './placing.ts'
import { RangePicker } from './RangePicker.tsx'
import { Reach } from './Reach.tsx'
import { useSession } from './session.ts'
import { filledBy, templatesQuery, type Template, type Values } from './templates.ts'

const minutesDefault = 60

function useTemplates(): { templates: readonly Template[] | null; failed: boolean } {
  const client = useClient({ apiVersion })
  const [templates, setTemplates] = useState<readonly Template[] | null>(null)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    let left = false
    client.fetch<Template[]>(templatesQuery).then(
      (found) => {
        if (!left) setTemplates(found)
      },
      () => {
        if (!left) setFailed(true)
      },
    )
    return () => {
      left = true
    }
  }, [client])
  return { templates, failed }
}

function Words({ template, words }: { template: Template; words: string }) {
  return (
    <Stack gap={3}>
      <Text size={1} weight="medium">
        屏上会显示这些字
      </Text>
      <div className="console-words" data-tone={template.tone}>
        <small>{template.title}</small>
        {words}
      </div>
    </Stack>
  )
}

function Notice({ template }: { template: Template }) {
  const { county } = useSession()
  const [values, setValues] = useState<Values>({})
  const [minutes, setMinutes] = useState(minutesDefault)
  const [range, setRange] = useState<Range>({
    by: county === null ? 'screen' : 'county',
    ids: county === null ? [] : [county.id],
  })
  const placing = usePlacing()
  const filled = filledBy(template, values)
  const targets = targetsOf(range)
  const fields = Object.fromEntries((template.fields ?? []).map(({ name }) => [name, values[name] ?? '']))
  const make = () => ({
    kind: 'notice',
    template: template._id,
    fields,
    targets,
    until: untilText(browserClock.now(), minutes),
  })
  const complete = filled.problems.length === 0 && targets
  const key = complete ? `notice ${JSON.stringify([template._id, fields, targets, minutes])}` : null
  const preview = usePreview(key, make)

  return (
    <Stack gap={5}>
      <BlankFields fields={template.fields ?? []} filled={filled} onChange={setValues} values={values} />
      <Words template={template} words={filled.words} />
      <RangePicker onChange={setRange} range={range} />
      <Labelled id="notice-minutes" label="播多久">
        <Select
          fontSize={1}
          id="notice-minutes"
          onChange={(event: ChangeEvent<HTMLSelectElement>) => setMinutes(Number(event.currentTarget.value))}
          value={String(minutes)}
        >
          {noticeMinutes.map((each) => (
            <option key={each} value={each}>
              {minutesWords(each)}
            </option>
          ))}
        </Select>
      </Labelled>
      {key === null ? (
        <Empty>填好每一个空、选好屏幕以后，这里会列出要播的屏幕，再确认播出。</Empty>
      ) : (
        <Read from={preview}>
          {(value) => (
            <Stack gap={4}>
              <Reach preview={value} />
              <Confirm
                button="立即播出"
                isBusy={placing.isBusy}
                onConfirm={() => void placing.place(make(), value)}
                phrase={phraseFor('notice', value.screens.length, value.counties)}
                trouble={placing.trouble}
                what={`${value.screens.length} 块屏会立刻换成上面的字，播 ${minutesWords(minutes)}，到时自己结束；也可以提前结束。`}
              />
            </Stack>
          )}
        </Read>
      )}
    </Stack>
  )
}

export function NoticeForm() {
  const { templates, failed } = useTemplates()
  const [chosen, setChosen] = useState('')
  const template = templates?.find(({ _id }) => _id === chosen)
  return (
    <Part note="只能用事先审好、已经发布的模板，把空填上。" title="抢播通知">
      <Stack gap={5}>
        {failed && <Trouble sentence="没有读到通知模板，请检查网络后重新打开本页" />}
        {!templates && !failed && <Waiting />}
        {templates?.length === 0 && (
          <Empty>还没有已发布的通知模板。请在“内容”里的“临时通知模板”写好并发布。</Empty>
        )}
        {templates && templates.length > 0 && (
          <Labelled id="notice-template" label="用哪个模板">
            <Select
              fontSize={1}
              id="notice-template"
              onChange={(event: ChangeEvent<HTMLSelectElement>) => setChosen(event.currentTarget.value)}
              value={chosen}
            >
              <option value="">请选择</option>
              {templates.map(({ _id, title }) => (
                <option key={_id} value={_id}>
                  {title}
                </option>
              ))}
            </Select>
          </Labelled>
        )}
        {template && <Notice key={template._id} template={template} />}
      </Stack>
    </Part>
  )
}
