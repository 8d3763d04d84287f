/** @file 律师说法: one lawyer explains one thing, in words or on film. */
import { defineArrayMember, defineField, defineType } from 'sanity'
import { TalkIcon } from '../icons/screens.tsx'
import { requiredTopicsField } from './fields/knowledge.ts'
import { countyOrAllField } from './fields/places.ts'
import { titleField } from './fields/wording.ts'
import { noPrivateNumber } from './rules/people.ts'
import { subtitle } from './words.ts'

export const lawyerTalk = defineType({
  name: 'lawyerTalk',
  title: '律师说法',
  type: 'document',
  icon: TalkIcon,
  fields: [
    titleField('标题', '一句话说清讲什么，例如：借钱不写借条，怎么要回来。', 30),
    defineField({
      name: 'lawyer',
      title: '讲的人',
      type: 'reference',
      to: [{ type: 'lawyer' }],
      options: { disableNew: true },
      validation: (rule) => rule.required().error('请选择讲的人'),
    }),
    requiredTopicsField(),
    defineField({
      name: 'paragraphs',
      title: '讲的话',
      description: '分成短段，每段在屏幕上是一页，最好 60 个字以内。不要写“最好”“保证赢”之类的话。',
      type: 'array',
      of: [
        defineArrayMember({
          type: 'text',
          rows: 3,
          validation: (rule) => [
            rule.required().error('这一段是空的，请填写或删去'),
            rule.max(60).warning('超过 60 个字，小屏幕上要分成两页'),
            rule.max(160).error('最多 160 个字，请分成两段'),
            rule.custom(noPrivateNumber),
          ],
        }),
      ],
      validation: (rule) => rule.required().min(1).error('请至少写一段'),
    }),
    defineField({
      name: 'video',
      title: '影片',
      description: '拍成了影片就选上；不选就在屏幕上播文字。',
      type: 'reference',
      to: [{ type: 'video' }],
      options: { disableNew: true },
    }),
    countyOrAllField(),
  ],
  preview: {
    select: {
      title: 'title',
      lawyer: 'lawyer.name',
      county: 'county.title',
      film: 'video.title',
      media: 'lawyer.portrait',
    },
    prepare: ({ title, lawyer, county, film, media }) => ({
      title: title ?? '（还没有标题）',
      subtitle: subtitle(lawyer, film ? '影片' : '文字', county ?? '全市'),
      ...(media ? { media } : {}),
    }),
  },
})
