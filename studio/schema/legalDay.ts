/** @file 普法日: a day of the legal-education year, as a rule and not as dates. */
import { defineField, defineType } from 'sanity'
import { LegalDayIcon } from '../icons/screens.tsx'
import { titleField } from './fields/wording.ts'
import { choices, isoWeekdays, legalDayBases, legalDayRules, subtitle } from './words.ts'

interface RuleOf {
  rule?: keyof typeof legalDayRules
}

const isRule = (document: unknown, ...rules: (keyof typeof legalDayRules)[]) =>
  rules.some((rule) => (document as RuleOf | undefined)?.rule === rule)

const lastDays = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** A needed number that is shown only under the rules that use it. */
function partField(
  name: string,
  title: string,
  max: number,
  rules: (keyof typeof legalDayRules)[],
  description: string,
) {
  return defineField({
    name,
    title,
    description,
    type: 'number',
    hidden: ({ document }) => !isRule(document, ...rules),
    validation: (rule) => [
      rule.integer().min(1).max(max).error(`请写 1 到 ${max} 之间的整数`),
      rule.custom((value: number | undefined, { document }) =>
        !isRule(document, ...rules) || value !== undefined ? true : `请填写${title}`,
      ),
    ],
  })
}

function dayExists(day: number | undefined, document: unknown) {
  const { rule, month } = (document ?? {}) as RuleOf & { month?: number }
  if (day === undefined || month === undefined) return true
  const last = rule === 'lunar' ? 30 : (lastDays[month - 1] ?? 31)
  return (
    rule === 'nthWeekday' ||
    day <= last ||
    `${rule === 'lunar' ? '农历一个月' : `${month} 月`}最多 ${last} 天`
  )
}

export const legalDay = defineType({
  name: 'legalDay',
  title: '普法日',
  type: 'document',
  icon: LegalDayIcon,
  fields: [
    titleField('名称', '例如：国家宪法日。', 30),
    defineField({
      name: 'rule',
      title: '怎么定日子',
      type: 'string',
      options: { list: choices(legalDayRules), layout: 'radio' },
      initialValue: 'fixed',
      validation: (rule) => rule.required().error('请选择怎么定日子'),
    }),
    defineField({
      name: 'month',
      title: '月',
      description: '选了农历日期，就写农历的月份。',
      type: 'number',
      validation: (rule) => rule.required().integer().min(1).max(12).error('请写 1 到 12 之间的整数'),
    }),
    {
      ...partField('day', '日', 31, ['fixed', 'lunar'], '几号；农历写 1 到 30。'),
      validation: (rule) => [
        rule.integer().min(1).max(31).error('请写 1 到 31 之间的整数'),
        rule.custom((day: number | undefined, { document }) =>
          isRule(document, 'fixed', 'lunar') && day === undefined ? '请填写日' : dayExists(day, document),
        ),
      ],
    },
    partField('nth', '第几个', 5, ['nthWeekday'], '这个月的第几个。第五个不是每年都有。'),
    {
      ...partField('weekday', '星期几', 7, ['nthWeekday'], '例如第三个星期日。'),
      options: { list: [...isoWeekdays] },
    },
    defineField({
      name: 'lengthDays',
      title: '持续几天',
      description: '一天就写 1，宣传周写 7。',
      type: 'number',
      initialValue: 1,
      validation: (rule) => rule.required().integer().min(1).max(366).error('请写 1 到 366 之间的整数'),
    }),
    defineField({
      name: 'basis',
      title: '依据',
      type: 'string',
      options: { list: choices(legalDayBases), layout: 'radio', direction: 'horizontal' },
      validation: (rule) => rule.required().error('请选择依据'),
    }),
    defineField({
      name: 'citation',
      title: '出处',
      description: '哪部法律第几条，或哪份文件。',
      type: 'string',
    }),
  ],
  orderings: [
    {
      name: 'year',
      title: '按一年中的先后',
      by: [
        { field: 'month', direction: 'asc' },
        { field: 'day', direction: 'asc' },
      ],
    },
  ],
  preview: {
    select: {
      title: 'title',
      rule: 'rule',
      month: 'month',
      day: 'day',
      nth: 'nth',
      weekday: 'weekday',
      basis: 'basis',
    },
    prepare: ({ title, rule, month, day, nth, weekday, basis }) => {
      const week = isoWeekdays.find(({ value }) => value === weekday)?.title ?? ''
      const when =
        rule === 'nthWeekday'
          ? `${month} 月第 ${nth} 个${week}`
          : `${rule === 'lunar' ? '农历' : ''} ${month} 月 ${day} 日`.trim()
      return { title, subtitle: subtitle(when, legalDayBases[basis as keyof typeof legalDayBases]) }
    },
  },
})
