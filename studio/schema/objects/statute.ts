/** @file The text of a statute's article: paragraphs and their numbered items. */
import { defineArrayMember, defineField, defineType } from 'sanity'
import { ArticleIcon } from '../../icons/knowledge.tsx'

export const articleItem = defineType({
  name: 'articleItem',
  title: '项',
  type: 'object',
  icon: ArticleIcon,
  fields: [
    defineField({
      name: 'label',
      title: '编号',
      description: '照原文写，例如（一）。',
      type: 'string',
      validation: (rule) => rule.required().error('请写编号'),
    }),
    defineField({
      name: 'text',
      title: '原文',
      type: 'text',
      rows: 2,
      validation: (rule) => rule.required().error('请写这一项的原文'),
    }),
  ],
  preview: { select: { title: 'label', subtitle: 'text' } },
})

export const articleParagraph = defineType({
  name: 'articleParagraph',
  title: '款',
  type: 'object',
  icon: ArticleIcon,
  fields: [
    defineField({
      name: 'text',
      title: '原文',
      type: 'text',
      rows: 3,
      validation: (rule) => rule.required().error('请写这一款的原文'),
    }),
    defineField({
      name: 'items',
      title: '各项',
      type: 'array',
      of: [defineArrayMember({ type: 'articleItem' })],
    }),
  ],
  preview: { select: { title: 'text' } },
})
