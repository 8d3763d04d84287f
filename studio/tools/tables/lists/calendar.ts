/** @file 节假日调休: one row a day, gathered into the table of its year. */
import { swappedDays } from '../../../schema/rules/time.ts'
import { dateOf } from '../cells/dates.ts'
import { oneOf } from '../cells/values.ts'
import { right, wrong } from '../cells/reading.ts'
import { column } from './columns.ts'
import type { Draft, Gathered, ListShape } from './shape.ts'

const kinds = { work: '上班', rest: '放假' } as const
const fields = { work: 'workingDays', rest: 'restDays' } as const

const daysOf = (document: Draft, kind: keyof typeof fields) =>
  (document[fields[kind]] as readonly string[] | undefined) ?? []

const gathered: Gathered = {
  needs: ['date', 'kind'],
  target: (values) => right(`calendarYear-${String(values.get('date')).slice(0, 4)}`),
  fresh: (id) => ({ year: Number(id.slice(-4)), workingDays: [], restDays: [] }),
  add(document, values) {
    const day = String(values.get('date'))
    const kind = values.get('kind') as keyof typeof fields
    const other = kind === 'work' ? 'rest' : 'work'
    const verdict = swappedDays([day], Number(day.slice(0, 4)), kind)
    if (verdict !== true) return wrong(verdict)
    if (daysOf(document, other).includes(day))
      return wrong(`${day} 已经登记为“${kinds[other]}”。请核对放假通知，两个只能写一个`)
    if (daysOf(document, kind).includes(day)) return right(document)
    return right({ ...document, [fields[kind]]: [...daysOf(document, kind), day].sort() })
  },
}

export const calendar: ListShape = {
  name: 'calendar',
  type: 'calendarYear',
  title: '节假日调休',
  unit: '天',
  about: '一行一天，写明是上班还是放假；自动放进那一年的调休安排。',
  columns: [
    column({
      path: 'date',
      title: '日期',
      aliases: ['日子', '哪一天', '时间'],
      required: true,
      example: '2027-2-6',
      read: dateOf,
    }),
    column({
      path: 'kind',
      title: '上班还是放假',
      aliases: ['安排', '类型', '班休', '调休', '性质'],
      required: true,
      example: '上班',
      read: oneOf(kinds, {
        班: 'work',
        补班: 'work',
        调休上班: 'work',
        工作日: 'work',
        休: 'rest',
        休息: 'rest',
        休息日: 'rest',
        节假日: 'rest',
      }),
    }),
  ],
  lookups: [],
  identity: ({ year }) => (typeof year === 'number' ? String(year) : null),
  identityTitle: '日期',
  idFor: (year) => `calendarYear-${year}`,
  fresh: () => ({}),
  titleOf: ({ year }) => `${String(year)} 年调休`,
  gathered,
}
