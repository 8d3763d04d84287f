/** @file One caption of a film, in seconds from its start. */
import { defineField, defineType } from 'sanity'
import { TalkIcon } from '../../icons/screens.tsx'

export const caption = defineType({
  name: 'caption',
  title: '字幕',
  type: 'object',
  icon: TalkIcon,
  fields: [
    defineField({
      name: 'from',
      title: '开始（秒）',
      type: 'number',
      validation: (rule) => rule.required().min(0).error('请写从 0 开始的秒数'),
    }),
    defineField({
      name: 'to',
      title: '结束（秒）',
      type: 'number',
      validation: (rule) => [
        rule.required().error('请写结束的秒数'),
        rule.custom((to: number | undefined, { parent }) => {
          const { from } = (parent ?? {}) as { from?: number }
          return to === undefined || from === undefined || to > from || '结束要晚于开始'
        }),
      ],
    }),
    defineField({
      name: 'text',
      title: '文字',
      type: 'text',
      rows: 2,
      validation: (rule) => rule.required().error('请写字幕的文字'),
    }),
  ],
  preview: {
    select: { from: 'from', to: 'to', text: 'text' },
    prepare: ({ from, to, text }) => ({ title: text, subtitle: `${from ?? '？'}–${to ?? '？'} 秒` }),
  },
})
