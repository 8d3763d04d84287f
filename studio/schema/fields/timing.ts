/** @file When a schedule event plays: dayparts or a cron rule, first and last day, which days. */
import { defineArrayMember, defineField } from 'sanity'
import { CronInput } from '../../inputs/CronInput.tsx'
import {
  byCron,
  byDayparts,
  minutesMax,
  needed,
  onLegalDays,
  onMarketDays,
  unless,
  type EventDraft,
} from '../rules/event.ts'
import { cronText, lastNotBeforeFirst } from '../rules/time.ts'
import { choices, dayFilters, marketDigits, timings } from '../words.ts'

export const timingFields = [
  defineField({
    name: 'timing',
    title: '什么时候播',
    type: 'string',
    group: 'when',
    options: { list: choices(timings), layout: 'radio' },
    initialValue: 'always',
    validation: (rule) => rule.required().error('请选择什么时候播'),
  }),
  defineField({
    name: 'dayparts',
    title: '时段',
    type: 'array',
    group: 'when',
    hidden: unless(byDayparts),
    of: [defineArrayMember({ type: 'daypart' })],
    validation: (rule) =>
      rule.custom((value, { document }) => needed(document, byDayparts, value, '请至少写一个时段')),
  }),
  defineField({
    name: 'cron',
    title: '时间规则',
    description:
      '五段：分 时 日 月 星期。例如 0 8 * * 1-5 是周一至周五 8:00；*/30 9-17 * * * 是 9 点到 17 点每半小时。',
    type: 'string',
    group: 'when',
    placeholder: '0 8 * * *',
    hidden: unless(byCron),
    components: { input: CronInput },
    validation: (rule) => [
      rule.custom((value, { document }) => needed(document, byCron, value, '请填写时间规则')),
      rule.custom(cronText),
    ],
  }),
  defineField({
    name: 'durationMinutes',
    title: '每次播几分钟',
    description: '从时间规则的每个时刻起，连续播这么久。',
    type: 'number',
    group: 'when',
    hidden: unless(byCron),
    validation: (rule) => [
      rule.integer().min(1).max(minutesMax).error('请写 1 到 10080（七天）之间的整数'),
      rule.custom((value, { document }) => needed(document, byCron, value, '请填写每次播几分钟')),
    ],
  }),
  defineField({
    name: 'firstDay',
    title: '第一天',
    description: '不填就是从现在起。',
    type: 'date',
    group: 'when',
  }),
  defineField({
    name: 'lastDay',
    title: '最后一天（含当天）',
    description: '不填就是一直播下去。',
    type: 'date',
    group: 'when',
    validation: (rule) =>
      rule.custom((last: string | undefined, { document }) =>
        lastNotBeforeFirst((document as EventDraft | undefined)?.firstDay, last),
      ),
  }),
  defineField({
    name: 'dayFilter',
    title: '哪些日子',
    type: 'string',
    group: 'when',
    options: { list: choices(dayFilters), layout: 'radio' },
    initialValue: 'any',
    validation: (rule) => rule.required().error('请选择哪些日子'),
  }),
  defineField({
    name: 'legalDays',
    title: '哪些普法日',
    description: '不选就是所有普法日。',
    type: 'array',
    group: 'when',
    hidden: unless(onLegalDays),
    of: [
      defineArrayMember({
        type: 'reference',
        title: '普法日',
        to: [{ type: 'legalDay' }],
        options: { disableNew: true },
      }),
    ],
    validation: (rule) => rule.unique().error('同一个普法日选了两次，请删去一个'),
  }),
  defineField({
    name: 'marketDays',
    title: '逢几的集',
    description: '农历日子的尾数，例如逢三、逢八。',
    type: 'array',
    group: 'when',
    hidden: unless(onMarketDays),
    of: [defineArrayMember({ type: 'number' })],
    options: { list: marketDigits, layout: 'grid' },
    validation: (rule) =>
      rule.custom((value, { document }) => needed(document, onMarketDays, value, '请至少选一个尾数')),
  }),
]
