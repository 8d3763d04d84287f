/** @file One blank of a notice template: what may stand in it. */
import { defineArrayMember, defineField, defineType } from 'sanity'
import { fieldLengthDefault, fieldLengthMax } from '../../../contracts/notice-template.ts'
import { NoticeIcon } from '../../icons/screens.tsx'
import { choices, noticeFieldKinds } from '../words.ts'

const isNot =
  (...kinds: string[]) =>
  ({ parent }: { parent?: unknown }) =>
    !kinds.includes((parent as { kind?: string } | undefined)?.kind ?? '')

export const noticeField = defineType({
  name: 'noticeField',
  title: '要填的空',
  type: 'object',
  icon: NoticeIcon,
  fields: [
    defineField({
      name: 'name',
      title: '名称',
      description: '和正文花括号里的字一样，例如正文写 {地点}，这里写：地点。',
      type: 'string',
      validation: (rule) => [
        rule.required().error('请填写名称'),
        rule.max(12).error('名称最多 12 个字'),
        rule.regex(/^[^{}\s]+$/u).error('名称里不要有花括号和空格'),
      ],
    }),
    defineField({
      name: 'label',
      title: '提示',
      description: '告诉下命令的人填什么，例如：在哪个村、哪条路。',
      type: 'string',
      validation: (rule) => [rule.required().error('请填写提示'), rule.max(20).error('提示最多 20 个字')],
    }),
    defineField({
      name: 'kind',
      title: '填什么',
      description: '能选就让人选，能填数字和时间就不用文字。文字里不能写网址和电话号码。',
      type: 'string',
      options: { list: choices(noticeFieldKinds), layout: 'radio', direction: 'horizontal' },
      initialValue: 'text',
      validation: (rule) => rule.required().error('请选择填什么'),
    }),
    defineField({
      name: 'maxLength',
      title: '最多几个字',
      description: `不填就是 ${fieldLengthDefault} 个字。`,
      type: 'number',
      hidden: isNot('text', 'number'),
      validation: (rule) =>
        rule.integer().min(1).max(fieldLengthMax).error(`请写 1 到 ${fieldLengthMax} 的整数`),
    }),
    defineField({
      name: 'choices',
      title: '可以选的词',
      type: 'array',
      of: [
        defineArrayMember({
          type: 'string',
          validation: (rule) => [
            rule.required().error('这一行是空的，请填写或删去'),
            rule.max(fieldLengthMax).error(`最多 ${fieldLengthMax} 个字`),
          ],
        }),
      ],
      hidden: isNot('choice'),
      validation: (rule) => rule.unique().error('有重复的词，请删去一个'),
    }),
  ],
  preview: {
    select: { name: 'name', label: 'label', kind: 'kind' },
    prepare: ({ name, label, kind }) => ({
      title: `{${name ?? '？'}}`,
      subtitle: [noticeFieldKinds[kind as keyof typeof noticeFieldKinds], label].filter(Boolean).join(' · '),
    }),
  },
})
