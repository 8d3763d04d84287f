/** @file From when until when something may be shown, as local date-times of the bureau. */
import { defineField } from 'sanity'
import { EndInput, StartInput } from '../../inputs/LocalTimeInput.tsx'
import { endsAfterStart, realLocalTime } from '../rules/time.ts'

interface Valid {
  validFrom?: string
}

export function validFromField() {
  return defineField({
    name: 'validFrom',
    title: '从哪一天起',
    description: '不填就是发布后马上生效。',
    type: 'string',
    components: { input: StartInput },
    validation: (rule) => rule.custom(realLocalTime),
  })
}

const untilBase = {
  name: 'validUntil',
  title: '到哪一天为止（含当天）',
  type: 'string' as const,
  components: { input: EndInput },
}

const notBeforeStart = (until: string | undefined, context: { document?: unknown }) =>
  endsAfterStart((context.document as Valid | undefined)?.validFrom, until)

export function validUntilField() {
  return defineField({
    ...untilBase,
    description: '不填就是一直有效。过了这个时间，屏幕和网站都不再显示。',
    validation: (rule) => [rule.custom(realLocalTime), rule.custom(notBeforeStart)],
  })
}

export function requiredValidUntilField() {
  return defineField({
    ...untilBase,
    description: '通知必须有结束日期。过了这个时间，屏幕和网站都不再显示，不用人去撤。',
    validation: (rule) => [
      rule.required().error('请选择最后一天'),
      rule.custom(realLocalTime),
      rule.custom(notBeforeStart),
    ],
  })
}
