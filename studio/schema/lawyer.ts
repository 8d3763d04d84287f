/** @file 律师: a person whom residents may pick. Never a mobile number, an ID number or a home address. */
import { defineField, defineType } from 'sanity'
import { LawyerIcon } from '../icons/places.tsx'
import { lawyerPhoneField } from './fields/contact.ts'
import { pictureField, requiredTopicsField } from './fields/knowledge.ts'
import { countyField } from './fields/places.ts'
import { checkedOnField, slugField } from './fields/wording.ts'
import { noPrivateNumber } from './rules/people.ts'
import { choices, lawyerCategories, subtitle } from './words.ts'

export const lawyer = defineType({
  name: 'lawyer',
  title: '律师',
  type: 'document',
  icon: LawyerIcon,
  groups: [
    { name: 'register', title: '名册信息', default: true },
    { name: 'service', title: '擅长与介绍' },
  ],
  fields: [
    defineField({
      name: 'name',
      title: '姓名',
      description: '执业证上的姓名。',
      type: 'string',
      group: 'register',
      validation: (rule) => [rule.required().error('请填写姓名'), rule.max(20).error('最多 20 个字')],
    }),
    { ...slugField('lawyer', '/lawyers/网址名', 'name'), group: 'register' },
    defineField({
      name: 'category',
      title: '类别',
      type: 'string',
      group: 'register',
      options: { list: choices(lawyerCategories), layout: 'radio' },
      validation: (rule) => rule.required().error('请选择类别'),
    }),
    defineField({
      name: 'licenceNumber',
      title: '执业证号',
      description: '执业证上的号码，不是身份证号码。',
      type: 'string',
      group: 'register',
      validation: (rule) => [rule.required().error('请填写执业证号'), rule.custom(noPrivateNumber)],
    }),
    defineField({
      name: 'office',
      title: '执业机构',
      type: 'reference',
      group: 'register',
      to: [{ type: 'lawOffice' }],
      options: { disableNew: true },
      validation: (rule) => rule.required().error('请选择执业机构'),
    }),
    { ...lawyerPhoneField(), group: 'register' },
    { ...countyField(), group: 'register' },
    defineField({
      name: 'yearlyAssessment',
      title: '年度考核',
      type: 'object',
      group: 'register',
      options: { columns: 2 },
      fields: [
        defineField({
          name: 'year',
          title: '年度',
          type: 'number',
          validation: (rule) => rule.required().integer().min(2000).max(2100).error('请写四位数的年份'),
        }),
        defineField({
          name: 'result',
          title: '结果',
          description: '照考核文书写，例如：称职。',
          type: 'string',
          validation: (rule) => rule.required().error('请填写考核结果'),
        }),
      ],
    }),
    { ...checkedOnField('最近一次与执业名册核对的日期，网页上会显示。'), group: 'register' },
    {
      ...requiredTopicsField('平时办哪些案子。群众按这个来选人，请按实际情况选。'),
      name: 'expertise',
      title: '擅长',
      group: 'service',
    },
    { ...pictureField('portrait', '照片', '正面免冠，可以不传。'), group: 'service' },
    defineField({
      name: 'introduction',
      title: '介绍',
      description: '办过哪类案件、懂哪里的方言。不写排名、胜诉率、“专家”，也不写手机号和住址。',
      type: 'text',
      rows: 4,
      group: 'service',
      validation: (rule) => [
        rule.max(300).error('最多 300 个字'),
        rule.custom(noPrivateNumber),
        rule
          .custom((text: string | undefined) =>
            text && /胜诉率|包赢|保证|第一|最好|专家|知名|著名|排名/u.test(text)
              ? '执业宣传不能作比较或承诺结果，请改掉“保证、第一、专家、胜诉率”之类的词'
              : true,
          )
          .warning(),
      ],
    }),
    defineField({
      name: 'practisingSince',
      title: '从哪一年开始执业',
      type: 'number',
      group: 'service',
      validation: (rule) => rule.integer().min(1950).max(2100).error('请写四位数的年份'),
    }),
  ],
  orderings: [
    { name: 'checked', title: '最久没有核对的在前', by: [{ field: 'checkedOn', direction: 'asc' }] },
    { name: 'name', title: '按姓名', by: [{ field: 'name', direction: 'asc' }] },
  ],
  preview: {
    select: {
      name: 'name',
      office: 'office.title',
      county: 'county.title',
      category: 'category',
      media: 'portrait',
    },
    prepare: ({ name, office, county, category, media }) => ({
      title: name ?? '（还没有姓名）',
      subtitle: subtitle(county, lawyerCategories[category as keyof typeof lawyerCategories], office),
      ...(media ? { media } : {}),
    }),
  },
})
