/** @file Who approves what, where content is hosted: its accounts know no stages. Elsewhere it is not shown. */
import { defineArrayMember, defineField } from 'sanity'
import { reviewStages } from '../../../contracts/documents/review.ts'
import { hasDesk, studioSettings } from '../../lake/settings.ts'
import { stageWords } from '../words.ts'
import { PersonInput } from './PersonInput.tsx'

const hiddenLine = (name: string, title: string) => defineField({ name, title, type: 'string', hidden: true })

interface Person {
  id?: string
  name?: string
  stages?: readonly string[]
}

const stageTitle = (stage: string): string =>
  reviewStages.some((one) => one === stage) ? stageWords(stage as (typeof reviewStages)[number]) : stage

/** A sentence, or true. */
export function peopleFault(people: readonly Person[]): string | true {
  if (people.some(({ id }) => !id)) return '有一位还没有选是谁'
  const ids = new Set(people.map(({ id }) => id))
  return ids.size === people.length ? true : '同一个人写了两次，请并成一条'
}

const person = defineArrayMember({
  name: 'reviewPerson',
  title: '人员',
  type: 'object',
  components: { input: PersonInput },
  fields: [
    hiddenLine('id', '账号'),
    hiddenLine('name', '姓名'),
    defineField({
      name: 'stages',
      title: '能审哪几级',
      description: '一级都不勾选，就只是编辑，不能审。',
      type: 'array',
      of: [defineArrayMember({ type: 'string', title: '审次' })],
      options: { list: reviewStages.map((value) => ({ value, title: stageWords(value) })), layout: 'grid' },
    }),
    defineField({
      name: 'county',
      title: '只管哪个县区',
      description: '不选，就是全市。',
      type: 'reference',
      to: [{ type: 'county' }],
      options: { disableNew: true },
    }),
  ],
  preview: {
    select: { name: 'name', stages: 'stages', county: 'county.title' },
    prepare: ({ name, stages, county }) => ({
      title: typeof name === 'string' && name !== '' ? name : '还没有选是谁',
      subtitle: `${Array.isArray(stages) && stages.length > 0 ? stages.map((one) => stageTitle(String(one))).join('、') : '不能审'}（${county ?? '全市'}）`,
    }),
  },
})

export const peopleField = defineField({
  name: 'people',
  title: '谁能审哪几级',
  description: '托管项目的账号本身分不出审次，在这里写明。没有写的人能写稿、送审，不能审。',
  type: 'array',
  hidden: () => !hasDesk(studioSettings()),
  of: [person],
  validation: (rule) => rule.custom((value) => peopleFault((value ?? []) as Person[])),
})
