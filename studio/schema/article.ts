/** @file 法条: one article of one edition, as printed. */
import { defineArrayMember, defineField, defineType } from 'sanity'
import { ArticleIcon } from '../icons/knowledge.tsx'
import { articleNumber } from './rules/time.ts'
import { subtitle } from './words.ts'

function belongsField(name: 'law' | 'edition', title: string, to: string) {
  return defineField({
    name,
    title,
    type: 'reference',
    to: [{ type: to }],
    options: { disableNew: true },
    validation: (rule) => rule.required().error(`请选择${title}`),
  })
}

export const article = defineType({
  name: 'article',
  title: '法条',
  type: 'document',
  icon: ArticleIcon,
  description: '由法律文本导入，照原文显示；一般不用手工修改。',
  fields: [
    belongsField('law', '法律', 'law'),
    belongsField('edition', '版本', 'lawEdition'),
    defineField({
      name: 'number',
      title: '条号',
      description: '阿拉伯数字，例如 1079；“第一百二十条之一”写 120-1。',
      type: 'string',
      validation: (rule) => [rule.required().error('请写条号'), rule.custom(articleNumber)],
    }),
    defineField({
      name: 'label',
      title: '原文写法',
      description: '例如：第一千零七十九条。',
      type: 'string',
      validation: (rule) => rule.required().error('请照原文写条号'),
    }),
    defineField({
      name: 'order',
      title: '在全文中排第几',
      type: 'number',
      validation: (rule) => rule.required().integer().min(1).error('请写从 1 开始的整数'),
    }),
    defineField({
      name: 'headings',
      title: '所在编章节',
      description: '从外到里，一行一个。',
      type: 'array',
      of: [defineArrayMember({ type: 'string' })],
      initialValue: [],
    }),
    defineField({
      name: 'paragraphs',
      title: '各款',
      type: 'array',
      of: [defineArrayMember({ type: 'articleParagraph' })],
      validation: (rule) => rule.required().min(1).error('请至少写一款'),
    }),
  ],
  orderings: [{ name: 'order', title: '按条文次序', by: [{ field: 'order', direction: 'asc' }] }],
  preview: {
    select: { label: 'label', law: 'law.shortTitle', edition: 'edition.title', text: 'paragraphs.0.text' },
    prepare: ({ label, law, edition, text }) => ({
      title: subtitle(label, text),
      subtitle: subtitle(law && `《${law}》`, edition),
    }),
  },
})
