/** @file 题目: one question of the quiz wheel, with its choices, its answer and the reason. */
import { defineArrayMember, defineField, defineType } from 'sanity'
import { QuizIcon } from '../icons/practice.tsx'
import { AnswerInput } from '../inputs/AnswerInput.tsx'
import { audiencesField, optionalCitationsField, requiredTopicsField } from './fields/knowledge.ts'
import { requiredTextField } from './fields/wording.ts'
import { answerAmong, choiceLetter, fewDistinctChoices, quizCharactersMax } from './rules/practice.ts'
import { atMostCharacters, oneLine } from './rules/text.ts'
import { subtitle } from './words.ts'

interface Draft {
  choices?: string[]
}

export const quizQuestion = defineType({
  name: 'quizQuestion',
  title: '题目',
  type: 'document',
  icon: QuizIcon,
  fields: [
    defineField({
      name: 'title',
      title: '题目',
      description: `在集市上念得出来、听得明白，最多 ${quizCharactersMax} 个字，不换行。`,
      type: 'string',
      validation: (rule) => [
        rule.required().error('请填写题目'),
        rule.custom((text: string | undefined) => atMostCharacters(text, quizCharactersMax)),
        rule.custom(oneLine),
      ],
    }),
    defineField({
      name: 'choices',
      title: '选项',
      description: '两到四个，一行一个，前面不用写 A、B、C。改了次序以后，看看下面的正确答案还对不对。',
      type: 'array',
      of: [defineArrayMember({ type: 'string' })],
      validation: (rule) => [
        rule.required().min(1).error('请写选项'),
        rule.custom((choices) => fewDistinctChoices(choices as string[] | undefined)),
      ],
    }),
    defineField({
      name: 'answer',
      title: '正确答案',
      type: 'number',
      components: { input: AnswerInput },
      validation: (rule) => [
        rule.required().error('请选择正确答案'),
        rule.custom((answer: number | undefined, { document }) =>
          answerAmong(answer, (document as Draft | undefined)?.choices),
        ),
      ],
    }),
    requiredTextField('explanation', '为什么', '一两句大白话。答完以后念给大家听。', 3),
    requiredTopicsField('选择相关的主题，转盘按主题出题。'),
    audiencesField('专给哪些人出的。不选就是谁都能答。'),
    optionalCitationsField('写明依据哪部法律的哪一条。大意用自己的话说，不要抄条文。'),
  ],
  orderings: [
    { name: 'newest', title: '最近修改', by: [{ field: '_updatedAt', direction: 'desc' }] },
    { name: 'title', title: '按题目', by: [{ field: 'title', direction: 'asc' }] },
  ],
  preview: {
    select: { title: 'title', choices: 'choices', answer: 'answer', topic: 'topics.0.title' },
    prepare: ({ title, choices, answer, topic }) => ({
      title: title ?? '（还没有写题目）',
      subtitle: subtitle(
        topic,
        answer ? `答案 ${choiceLetter(answer)}：${choices?.[answer - 1] ?? '？'}` : '',
      ),
    }),
  },
})
