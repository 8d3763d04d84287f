/** @file 临时通知模板: words approved beforehand, for notices that must be on the screens at once. */
import { defineArrayMember, defineField, defineType } from 'sanity'
import { filledCharactersMax, templateProblems } from '../../contracts/notice-template.ts'
import type { NoticeTemplate } from '../../contracts/documents/index.ts'
import { NoticeIcon } from '../icons/screens.tsx'
import { countyOrAllField } from './fields/places.ts'
import { titleField } from './fields/wording.ts'
import { atMostCharacters } from './rules/text.ts'
import { choices, noticeTones, subtitle } from './words.ts'

/** What of a template's problems is said under this field. */
function wellMade(field: string, document: unknown): true | string {
  const { text = '', fields = [] } = (document ?? {}) as Partial<NoticeTemplate>
  const complete = fields.filter(({ name, label, kind }) => name && label && kind)
  const found = templateProblems({ text, fields: complete }).filter((problem) => problem.field === field)
  return found.length === 0 || found.map(({ message }) => message).join('；')
}

export const noticeTemplate = defineType({
  name: 'noticeTemplate',
  title: '临时通知模板',
  description: '发布以后，值班人员填好空就能马上放到屏幕上，所以每个字都要事先审好。',
  type: 'document',
  icon: NoticeIcon,
  fields: [
    titleField('标题', '显示在正文上面的一句话，例如：恶劣天气，请注意避险。', 20),
    defineField({
      name: 'text',
      title: '正文',
      description: `要填的地方写成 {地点}、{时间} 这样，再到下面逐个说明。填好以后最多 ${filledCharactersMax} 个字。`,
      type: 'text',
      rows: 4,
      validation: (rule) => [
        rule.required().error('请填写正文'),
        rule.custom((text: string | undefined) => atMostCharacters(text, filledCharactersMax)),
        rule.custom((_text, { document }) => wellMade('text', document)),
      ],
    }),
    defineField({
      name: 'fields',
      title: '要填的空',
      description: '正文里每一个花括号对应一项。没有花括号就不用填。',
      type: 'array',
      of: [defineArrayMember({ type: 'noticeField' })],
      validation: (rule) => rule.custom((_fields, { document }) => wellMade('fields', document)),
    }),
    defineField({
      name: 'tone',
      title: '样式',
      type: 'string',
      options: { list: choices(noticeTones), layout: 'radio' },
      initialValue: 'plain',
      validation: (rule) => rule.required().error('请选择样式'),
    }),
    countyOrAllField(),
  ],
  preview: {
    select: { title: 'title', text: 'text', county: 'county.title' },
    prepare: ({ title, text, county }) => ({
      title: title ?? '（还没有标题）',
      subtitle: subtitle(county ?? '全市', text),
    }),
  },
})
