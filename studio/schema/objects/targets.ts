/** @file On which screens and at what times: selectors and dayparts. */
import { defineArrayMember, defineField, defineType } from 'sanity'
import { ScheduleIcon, ScreenIcon } from '../../icons/screens.tsx'
import { timeOfDay } from '../rules/time.ts'
import { daysWords, isoWeekdays } from '../words.ts'

const selectorParts = [
  { name: 'screen', title: '某一块屏幕', to: 'screen' },
  { name: 'group', title: '屏幕组', to: 'screenGroup' },
  { name: 'county', title: '县区', to: 'county' },
  { name: 'township', title: '乡镇（街道）', to: 'township' },
  { name: 'village', title: '村（社区）', to: 'village' },
  { name: 'audience', title: '人群', to: 'audience' },
] as const

export const screenSelector = defineType({
  name: 'screenSelector',
  title: '播放范围',
  description: '同一条里填的几项要同时符合；全部不填就是所有屏幕。',
  type: 'object',
  icon: ScreenIcon,
  fields: selectorParts.map(({ name, title, to }) =>
    defineField({ name, title, type: 'reference', to: [{ type: to }], options: { disableNew: true } }),
  ),
  preview: {
    select: Object.fromEntries(selectorParts.map(({ name }) => [name, `${name}.title`])),
    prepare: (names: Record<string, string | undefined>) => {
      const chosen = selectorParts.map(({ name }) => names[name]).filter((title) => title !== undefined)
      return { title: chosen.length > 0 ? chosen.join(' 且 ') : '所有屏幕' }
    },
  },
})

function timeField(name: 'start' | 'end', title: string, description: string) {
  return defineField({
    name,
    title,
    description,
    type: 'string',
    placeholder: name === 'start' ? '08:00' : '20:00',
    validation: (rule) => [
      rule.required().error(`请填写${title}`),
      rule.custom((text: string | undefined) => timeOfDay(text, name === 'end')),
    ],
  })
}

export const daypart = defineType({
  name: 'daypart',
  title: '时段',
  type: 'object',
  icon: ScheduleIcon,
  fields: [
    defineField({
      name: 'days',
      title: '星期几',
      type: 'array',
      of: [defineArrayMember({ type: 'number' })],
      options: { list: [...isoWeekdays], layout: 'grid' },
      initialValue: [1, 2, 3, 4, 5, 6, 7],
      validation: (rule) => rule.required().min(1).error('请至少选一天'),
    }),
    timeField('start', '从几点', '两位数的时和分，例如 08:00。'),
    timeField('end', '到几点', '例如 20:00，不含这一分钟。早于或等于开始时间，就是到第二天的这个时间。'),
  ],
  preview: {
    select: { days: 'days', start: 'start', end: 'end' },
    prepare: ({ days, start, end }) => ({
      title: `${start ?? '？'}–${end && start && end <= start ? '次日 ' : ''}${end ?? '？'}`,
      subtitle: daysWords(days),
    }),
  },
})
