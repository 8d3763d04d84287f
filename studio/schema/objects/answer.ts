/** @file The pieces of an answer: steps to take and time limits to keep. */
import { defineField, defineType } from 'sanity'
import { StepIcon } from '../../icons/knowledge.tsx'
import { ClockIcon } from '../../icons/screens.tsx'

export const step = defineType({
  name: 'step',
  title: '步骤',
  type: 'object',
  icon: StepIcon,
  fields: [
    defineField({
      name: 'title',
      title: '做什么',
      description: '一个动作，例如：收集工资证据。',
      type: 'string',
      validation: (rule) => rule.required().error('请写这一步做什么'),
    }),
    defineField({
      name: 'text',
      title: '怎么做',
      description: '两三句话，写清到哪里、找谁、带什么。',
      type: 'text',
      rows: 3,
      validation: (rule) => rule.required().error('请写这一步怎么做'),
    }),
  ],
  preview: { select: { title: 'title', subtitle: 'text' } },
})

const units = [
  { title: '日', value: 'day' },
  { title: '个工作日', value: 'workingDay' },
  { title: '个月', value: 'month' },
  { title: '年', value: 'year' },
] as const

export const deadline = defineType({
  name: 'deadline',
  title: '期限',
  type: 'object',
  icon: ClockIcon,
  fields: [
    defineField({
      name: 'title',
      title: '什么期限',
      description: '例如：申请劳动仲裁。',
      type: 'string',
      validation: (rule) => rule.required().error('请写是什么期限'),
    }),
    defineField({
      name: 'amount',
      title: '多长',
      type: 'number',
      validation: (rule) => rule.required().integer().min(1).error('请写从 1 开始的整数'),
    }),
    defineField({
      name: 'unit',
      title: '单位',
      type: 'string',
      options: { list: [...units], layout: 'radio', direction: 'horizontal' },
      validation: (rule) => rule.required().error('请选择单位'),
    }),
    defineField({
      name: 'runsFrom',
      title: '从什么时候算起',
      description: '例如：知道或者应当知道权利被侵害之日。',
      type: 'string',
      validation: (rule) => rule.required().error('请写从什么时候算起'),
    }),
    defineField({
      name: 'note',
      title: '补充说明',
      description: '例外、中断等情形，可以不填。',
      type: 'text',
      rows: 2,
    }),
  ],
  preview: {
    select: { title: 'title', amount: 'amount', unit: 'unit', from: 'runsFrom' },
    prepare: ({ title, amount, unit, from }) => ({
      title: `${title ?? '期限'}：${amount ?? '？'} ${units.find(({ value }) => value === unit)?.title ?? ''}`,
      ...(from ? { subtitle: `从${from}算起` } : {}),
    }),
  },
})
