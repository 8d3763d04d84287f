/**
 * @file 找错: a reader's word that something on a page is wrong, and what the desk answers.
 *
 * Readers make them, editors answer them. Publishing one makes nothing public: the dot in its id keeps it
 * from everybody but who holds the receipt.
 */
import { defineField, defineType } from 'sanity'
import { reportTextMax } from '../../contracts/documents/desk.ts'
import type { ReportState } from '../../contracts/documents/index.ts'
import { ReportIcon } from '../icons/desk.tsx'
import { PathInput, ReceivedAtInput } from '../inputs/ReportInputs.tsx'
import { TodayInput } from '../inputs/TodayInput.tsx'
import { noPrivateNumber } from './rules/people.ts'
import { answeredWhenSettled, datedWhenSettled, receivedWords, settledWhenAnswered } from './rules/report.ts'
import { atMostCharacters } from './rules/text.ts'
import { choices, reportStates, subtitle } from './words.ts'

const received = { readOnly: true } as const

export const errorReport = defineType({
  name: 'errorReport',
  title: '找错',
  type: 'document',
  icon: ReportIcon,
  fields: [
    defineField({
      ...received,
      name: 'text',
      title: '读者的话',
      description: '读者写的原话，不能改。',
      type: 'text',
      rows: 4,
      validation: (rule) => [
        rule.required().error('没有内容'),
        rule.custom((text: string | undefined) => atMostCharacters(text, reportTextMax)),
      ],
    }),
    defineField({
      ...received,
      name: 'path',
      title: '哪一页',
      description: '点开看看读者说的那一页。',
      type: 'string',
      components: { input: PathInput },
      validation: (rule) => rule.required().error('没有写明是哪一页'),
    }),
    defineField({
      ...received,
      name: 'receivedAt',
      title: '收到的时间',
      // Sanity's box for an instant is English in part and hides the field's own title.
      type: 'string',
      components: { input: ReceivedAtInput },
      validation: (rule) => rule.required().error('没有收到的时间'),
    }),
    defineField({
      ...received,
      name: 'receipt',
      title: '回执编号',
      description: '读者凭它查处理结果。',
      type: 'string',
      validation: (rule) => rule.required().error('没有回执编号'),
    }),
    defineField({
      name: 'state',
      title: '处理结果',
      description:
        '确有错误的，先去改好那一页，再选“已更正”。写完点“发布”，读者凭回执编号就能看到，别人看不到。',
      type: 'string',
      options: { list: choices(reportStates), layout: 'radio' },
      validation: (rule) => [
        rule.required().error('请选择处理结果'),
        rule.custom((_state, { document }) => settledWhenAnswered(document)).warning(),
      ],
    }),
    defineField({
      name: 'answer',
      title: '给读者的答复',
      description: '哪里改了，或者为什么没有错。语气客气，不写别人的姓名和电话。',
      type: 'text',
      rows: 4,
      validation: (rule) => [
        rule.custom((_answer, { document }) => answeredWhenSettled(document)),
        rule.custom(noPrivateNumber),
      ],
    }),
    defineField({
      name: 'answeredOn',
      title: '答复日期',
      description: '写真实的日期；今天答复就点“今天”。',
      type: 'date',
      components: { input: TodayInput },
      validation: (rule) =>
        rule.custom((day: string | undefined, { document }) => datedWhenSettled(document, day)),
    }),
  ],
  orderings: [
    { name: 'oldest', title: '先收到的在前', by: [{ field: 'receivedAt', direction: 'asc' }] },
    { name: 'latest', title: '后收到的在前', by: [{ field: 'receivedAt', direction: 'desc' }] },
  ],
  preview: {
    select: {
      text: 'text',
      path: 'path',
      state: 'state',
      receivedAt: 'receivedAt',
      answeredOn: 'answeredOn',
    },
    prepare: ({ text, path, state, receivedAt, answeredOn }) => ({
      title: text?.replaceAll('\n', ' ') ?? '（没有内容）',
      subtitle:
        state === 'received'
          ? subtitle(receivedWords(receivedAt), path)
          : subtitle(reportStates[state as ReportState], answeredOn, path),
    }),
  },
})
