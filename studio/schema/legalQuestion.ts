/** @file 问答: one question of a resident, answered first and then explained. */
import { defineArrayMember, defineField, defineType } from 'sanity'
import { QuestionIcon } from '../icons/knowledge.tsx'
import { TodayInput } from '../inputs/TodayInput.tsx'
import {
  citationsField,
  recordingField,
  relatedQuestionsField,
  requiredTopicsField,
} from './fields/knowledge.ts'
import { countyOrAllField } from './fields/places.ts'
import { requiredLinesField, slugField, tagsField, titleField } from './fields/wording.ts'
import { atMostCharacters, ledAnswerCharactersMax, oneLine } from './rules/text.ts'
import { lastNotBeforeFirst } from './rules/time.ts'
import { subtitle } from './words.ts'

/** A loudspeaker reads about four characters a second. */
const spokenCharacters = 230
const spokenCharactersMax = 300

export const legalQuestion = defineType({
  name: 'legalQuestion',
  title: '问答',
  type: 'document',
  icon: QuestionIcon,
  groups: [
    { name: 'answer', title: '问与答', default: true },
    { name: 'steps', title: '步骤与期限' },
    { name: 'basis', title: '依据与归类' },
  ],
  fields: [
    { ...titleField('问题', '像群众那样问，例如：老板拖欠工资怎么办？', 40), group: 'answer' },
    { ...slugField('question', '/questions/网址名'), group: 'answer' },
    defineField({
      name: 'shortAnswer',
      title: '先说结论',
      description: '两三句大白话，放在网页最上面。',
      type: 'text',
      rows: 3,
      group: 'answer',
      validation: (rule) => [
        rule.required().error('请先写结论'),
        rule.custom((text: string | undefined) => atMostCharacters(text, 200)),
      ],
    }),
    defineField({
      name: 'ledAnswer',
      title: '屏幕上的一句话',
      description: `放在 LED 屏上的一句话，最多 ${ledAnswerCharactersMax} 个字，不换行。`,
      type: 'string',
      group: 'answer',
      validation: (rule) => [
        rule.required().error('请写屏幕上的一句话'),
        rule.custom((text: string | undefined) => atMostCharacters(text, ledAnswerCharactersMax)),
        rule.custom(oneLine),
      ],
    }),
    defineField({
      name: 'spoken',
      title: '村里喇叭怎么念',
      description: `给村里的大喇叭念，大约一分钟（${spokenCharacters} 个字）。不念网址，数字按嘴上说的写。不填就用“先说结论”。`,
      type: 'text',
      rows: 5,
      group: 'answer',
      validation: (rule) =>
        rule.custom((text: string | undefined) => atMostCharacters(text, spokenCharactersMax)),
    }),
    { ...recordingField('这一页'), group: 'answer' },
    { ...tagsField('wordings', '别的问法', '群众还会怎么问，搜索时用。写一个按一下回车。'), group: 'answer' },
    defineField({
      name: 'steps',
      title: '怎么办（步骤）',
      description: '按先后写，一步一个动作。',
      type: 'array',
      group: 'steps',
      of: [defineArrayMember({ type: 'step' })],
      validation: (rule) => rule.required().min(1).error('请至少写一个步骤'),
    }),
    {
      ...requiredLinesField(
        'papers',
        '要带的材料',
        '一次写全，一行一样，别让人跑第二趟。',
        '请至少写一样材料',
      ),
      group: 'steps',
    },
    defineField({
      name: 'deadlines',
      title: '期限',
      description: '过了就会丧失权利的期限，一定写上。',
      type: 'array',
      group: 'steps',
      of: [defineArrayMember({ type: 'deadline' })],
    }),
    defineField({
      name: 'nextContact',
      title: '还可以找谁',
      description: '除了 12348 热线，还能找谁、去哪里。',
      type: 'text',
      rows: 2,
      group: 'steps',
    }),
    { ...citationsField(), group: 'basis' },
    { ...requiredTopicsField(), group: 'basis' },
    { ...relatedQuestionsField(), group: 'basis' },
    { ...countyOrAllField(), group: 'basis' },
    defineField({
      name: 'writtenOn',
      title: '写成日期',
      type: 'date',
      components: { input: TodayInput },
      group: 'basis',
      validation: (rule) => rule.required().error('请选择写成日期'),
    }),
    defineField({
      name: 'checkedOn',
      title: '核对日期',
      description: '最近一次对照现行法律核对的日期，网页上会显示。',
      type: 'date',
      components: { input: TodayInput },
      group: 'basis',
      validation: (rule) => [
        rule.required().error('请选择最近一次核对的日期'),
        rule.custom((checked: string | undefined, { document }) => {
          const { writtenOn } = (document ?? {}) as { writtenOn?: string }
          return lastNotBeforeFirst(writtenOn, checked) === true || '核对日期不能早于写成日期'
        }),
      ],
    }),
  ],
  orderings: [
    { name: 'checked', title: '最久没有核对的在前', by: [{ field: 'checkedOn', direction: 'asc' }] },
    { name: 'newest', title: '最近修改', by: [{ field: '_updatedAt', direction: 'desc' }] },
  ],
  preview: {
    select: { title: 'title', topic: 'topics.0.title', county: 'county.title', checkedOn: 'checkedOn' },
    prepare: ({ title, topic, county, checkedOn }) => ({
      title: title ?? '（还没有写问题）',
      subtitle: subtitle(topic, county, checkedOn && `核对于 ${checkedOn}`),
    }),
  },
})
