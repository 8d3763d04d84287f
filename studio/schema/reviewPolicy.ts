/** @file 审核规则: one document of the bureau, kept by administrators. */
import { ControlsIcon } from '@sanity/icons/Controls'
import { defineArrayMember, defineField, defineType } from 'sanity'
import { AccountsInput } from '../review/policy/AccountsInput.tsx'
import { DelegationInput } from '../review/policy/DelegationInput.tsx'
import { InstantEndInput, InstantInput } from '../review/policy/InstantInput.tsx'
import { peopleField } from '../review/policy/people-field.ts'
import { PolicyForm } from '../review/policy/PolicyForm.tsx'
import {
  delegationDays,
  delegationFault,
  delegationTitle,
  exceptionWords,
  levelChoices,
  levelWords,
} from '../review/policy/words.ts'
import { reviewedTypeChoices } from '../review/type-titles.ts'

/** An instant in UTC, asked for by the bureau's wall clock. */
const momentField = (name: string, title: string, description: string, input: typeof InstantInput) =>
  defineField({ name, title, description, type: 'string', components: { input } })

const levelsField = (description: string) =>
  defineField({
    name: 'levels',
    title: '要审几次',
    description,
    type: 'number',
    initialValue: 3,
    options: { list: levelChoices, layout: 'radio' },
    validation: (rule) => rule.required().error('请选择要审几次'),
  })

const exception = defineArrayMember({
  name: 'reviewException',
  title: '例外',
  type: 'object',
  fields: [
    defineField({
      name: 'types',
      title: '哪些内容',
      description: '一个都不勾选，就是所有内容。',
      type: 'array',
      of: [defineArrayMember({ type: 'string', title: '内容' })],
      options: { list: reviewedTypeChoices, layout: 'grid' },
    }),
    defineField({
      name: 'county',
      title: '哪个县区',
      description: '不选，就是不限县区。',
      type: 'reference',
      to: [{ type: 'county' }],
      options: { disableNew: true },
    }),
    levelsField('符合上面两条的内容，按这里审。'),
  ],
  preview: {
    select: { types: 'types', county: 'county.title', levels: 'levels' },
    prepare: ({ types, county, levels }) => ({
      title: exceptionWords(Array.isArray(types) ? types.map(String) : undefined, county),
      subtitle: levelWords[levels as 1 | 2 | 3] ?? '还没有选要审几次',
    }),
  },
})

const keyPeriod = defineField({
  name: 'keyPeriod',
  title: '重点时期',
  description:
    '打开以后：每份内容在终审前多一道加审；名单以外的人不能改稿、不能公开，审核照常；撤下内容不受限制。',
  type: 'object',
  fields: [
    defineField({ name: 'isOn', title: '现在是重点时期', type: 'boolean', initialValue: false }),
    defineField({
      name: 'reason',
      title: '原因',
      description: '大家打开稿件时会看到，例如：国庆节期间。',
      type: 'string',
      validation: (rule) => rule.max(60).error('最多 60 个字'),
    }),
    momentField('until', '到什么时候自动结束', '不填，就一直到有人关掉开关为止。', InstantEndInput),
    defineField({
      name: 'mayWork',
      title: '谁可以照常改稿和公开',
      description: '值守人员。一个都不勾选，就谁也不能改。',
      type: 'array',
      of: [defineArrayMember({ type: 'string', title: '账号' })],
      components: { input: AccountsInput },
    }),
  ],
})

const hiddenLine = (name: string, title: string) => defineField({ name, title, type: 'string', hidden: true })

const delegation = defineArrayMember({
  name: 'reviewDelegation',
  title: '代审',
  type: 'object',
  components: { input: DelegationInput },
  fields: [
    hiddenLine('from', '谁不在'),
    hiddenLine('fromName', '不在的人的姓名'),
    hiddenLine('to', '请谁代审'),
    hiddenLine('toName', '代审的人的姓名'),
    momentField('since', '从什么时候起', '从这一刻起可以代审。', InstantInput),
    momentField(
      'until',
      '到什么时候为止',
      '到这一刻自动停止，不用人去收回。要到某一天结束，请选第二天。',
      InstantInput,
    ),
  ],
  validation: (rule) => rule.custom((value) => delegationFault(value ?? {})),
  preview: {
    select: { fromName: 'fromName', toName: 'toName', since: 'since', until: 'until' },
    prepare: (found) => ({ title: delegationTitle(found), subtitle: delegationDays(found) }),
  },
})

export const reviewPolicy = defineType({
  name: 'reviewPolicy',
  title: '审核规则',
  type: 'document',
  icon: ControlsIcon,
  components: { input: PolicyForm },
  fields: [
    levelsField('每一审由不同的人办理，写稿的人不能审自己的稿。没有另外写明的，都按这里审。'),
    defineField({
      name: 'exceptions',
      title: '例外',
      description:
        '某些内容、某个县区可以多审或少审。几条都符合时，写明内容又写明县区的优先，其次是只写县区的，再次是只写内容的。',
      type: 'array',
      of: [exception],
    }),
    peopleField,
    keyPeriod,
    defineField({
      name: 'delegations',
      title: '代审',
      description:
        '审核员休假、出差时请人代审，到期自动停止，记录上写明“代某某”。代审的人也不能审自己写的稿，一份内容只能审一次。',
      type: 'array',
      of: [delegation],
    }),
  ],
  preview: { prepare: () => ({ title: '审核规则' }) },
})
