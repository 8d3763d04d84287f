/** @file 调休: the swapped working and rest days of one year. */
import { defineArrayMember, defineField, defineType } from 'sanity'
import { CalendarYearIcon } from '../icons/screens.tsx'
import { swappedDays } from './rules/time.ts'

interface YearOf {
  year?: number
}

function daysField(name: string, title: string, description: string, kind: 'work' | 'rest') {
  return defineField({
    name,
    title,
    description,
    type: 'array',
    of: [defineArrayMember({ type: 'date' })],
    initialValue: [],
    validation: (rule) => [
      rule.unique().error('同一天写了两次，请删去一个'),
      rule.custom((dates: unknown, { document }) =>
        swappedDays(dates as string[] | undefined, (document as YearOf | undefined)?.year, kind),
      ),
    ],
  })
}

export const calendarYear = defineType({
  name: 'calendarYear',
  title: '调休安排',
  type: 'document',
  icon: CalendarYearIcon,
  fields: [
    defineField({
      name: 'year',
      title: '年份',
      description: '每年一张表，按国务院办公厅的放假通知填写。',
      type: 'number',
      validation: (rule) => rule.required().integer().min(2000).max(2100).error('请写四位数的年份'),
    }),
    daysField('workingDays', '上班的周末', '因调休要上班的星期六、星期日，一天一行。', 'work'),
    daysField('restDays', '放假的工作日', '因节日或调休放假的星期一至星期五，一天一行。', 'rest'),
  ],
  orderings: [{ name: 'latest', title: '新的在前', by: [{ field: 'year', direction: 'desc' }] }],
  preview: {
    select: { year: 'year', working: 'workingDays', rest: 'restDays' },
    prepare: ({ year, working, rest }) => ({
      title: year ? `${year} 年调休` : '（还没有年份）',
      subtitle: `上班的周末 ${working?.length ?? 0} 天 · 放假的工作日 ${rest?.length ?? 0} 天`,
    }),
  },
})
