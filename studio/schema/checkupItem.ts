/** @file 体检项目: one question of 法治体检, which a firm answers with yes or no. */
import { defineField, defineType } from 'sanity'
import { CheckupIcon } from '../icons/practice.tsx'
import { optionalCitationsField, relatedQuestionsField } from './fields/knowledge.ts'
import { orderField } from './fields/places.ts'
import { requiredTextField, titleField } from './fields/wording.ts'
import { choices, riskyAnswers, subtitle } from './words.ts'

export const checkupItem = defineType({
  name: 'checkupItem',
  title: '法治体检',
  type: 'document',
  icon: CheckupIcon,
  fields: [
    titleField('问题', '问企业的话，答得出“是”或“否”，例如：是否和每名员工都签了书面劳动合同？', 60),
    defineField({
      name: 'area',
      title: '方面',
      description: '属于企业的哪一方面，例如：劳动用工、合同管理。同一方面的写法要一样，网页按它分组。',
      type: 'string',
      validation: (rule) => [rule.required().error('请填写方面'), rule.max(12).error('最多 12 个字')],
    }),
    orderField('在清单里排第几，从 1 开始。'),
    defineField({
      name: 'riskyAnswer',
      title: '哪个回答有风险',
      type: 'string',
      options: { list: choices(riskyAnswers), layout: 'radio', direction: 'horizontal' },
      validation: (rule) => rule.required().error('请选择哪个回答有风险'),
    }),
    requiredTextField('risk', '可能怎样', '会有什么后果，写清要赔什么、罚什么。', 3),
    requiredTextField('advice', '怎么办', '马上能做的事，一件一件写。', 3),
    relatedQuestionsField(),
    optionalCitationsField('写明依据哪部法律的哪一条。大意用自己的话说，不要抄条文。'),
  ],
  orderings: [{ name: 'order', title: '按清单次序', by: [{ field: 'order', direction: 'asc' }] }],
  preview: {
    select: { title: 'title', area: 'area', order: 'order', riskyAnswer: 'riskyAnswer' },
    prepare: ({ title, area, order, riskyAnswer }) => ({
      title: title ?? '（还没有写问题）',
      subtitle: subtitle(
        order && `第 ${order} 项`,
        area,
        riskyAnswers[riskyAnswer as keyof typeof riskyAnswers],
      ),
    }),
  },
})
