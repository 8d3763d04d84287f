/** @file Fields of the site's settings that pages count with or that other offices issue. */
import { defineArrayMember, defineField } from 'sanity'
import { TodayInput } from '../../inputs/TodayInput.tsx'
import { readableOnPaper } from '../rules/colour.ts'
import { requiredPictureField } from './picture.ts'

/** The 党政机关 mark. */
export function officeMarkField() {
  return defineField({
    name: 'officeMark',
    title: '党政机关网站标识',
    description: '机构编制部门核发的标识图和它指向的网页，显示在页脚。没有就不填。',
    type: 'object',
    fields: [
      requiredPictureField('picture', '标识图', '照核发的原图上传，不要改动。'),
      defineField({
        name: 'href',
        title: '指向的网页',
        description: '核发时给的网址，完整地抄下来。',
        type: 'url',
        validation: (rule) =>
          rule
            .required()
            .uri({ scheme: ['https', 'http'] })
            .error('请写完整的网址，以 https:// 或 http:// 开头'),
      }),
    ],
  })
}

export function hotlineDutyField() {
  return defineField({
    name: 'hotlineDuty',
    title: '热线值班',
    description: '什么时候由谁接听，一行写一段，例如：周一至周五 8:30—18:00，律师接听。',
    type: 'array',
    of: [
      defineArrayMember({
        type: 'string',
        validation: (rule) => rule.required().error('这一行是空的，请填写或删去'),
      }),
    ],
    validation: (rule) => rule.unique().error('有重复的行，请删去一行'),
  })
}

/** 法律援助法 art. 34: provinces set the standard of hardship. */
export function aidIncomeField() {
  return defineField({
    name: 'aidIncome',
    title: '法律援助的经济困难标准',
    description: '由省里规定。网页用它帮群众先算一算，不填就只讲规定、不算数。',
    type: 'object',
    fields: [
      defineField({
        name: 'yuanPerMonth',
        title: '每人每月多少元以下',
        description: '家里人均月收入不高于这个数，算经济困难。',
        type: 'number',
        validation: (rule) => rule.required().positive().max(100_000).error('请写大于零的数，单位是元'),
      }),
      defineField({
        name: 'basis',
        title: '依据',
        description: '哪个文件规定的，写全称和文号。',
        type: 'string',
        validation: (rule) => rule.required().error('请写依据哪个文件'),
      }),
      defineField({
        name: 'checkedOn',
        title: '核对日期',
        description: '最近一次核对这个数的日期，网页上会显示。',
        type: 'date',
        components: { input: TodayInput },
        validation: (rule) => rule.required().error('请选择最近一次核对的日期'),
      }),
    ],
  })
}

/** Four times it is the most interest that a court upholds between private people. */
export function loanPrimeRateField() {
  return defineField({
    name: 'loanPrimeRate',
    title: '一年期贷款市场报价利率（LPR）',
    description: '每月 20 日公布（遇节假日顺延）。民间借贷利息的上限是它的四倍，网页用它来算。',
    type: 'object',
    options: { columns: 2 },
    fields: [
      defineField({
        name: 'percent',
        title: '百分之几',
        description: '例如 3.0 就是年利率 3.0%。',
        type: 'number',
        validation: (rule) => rule.required().positive().max(20).error('请写 0 到 20 之间的数，例如 3.0'),
      }),
      defineField({
        name: 'publishedOn',
        title: '哪一天公布的',
        type: 'date',
        validation: (rule) => rule.required().error('请选择公布的日期'),
      }),
    ],
  })
}

export function accentField() {
  return defineField({
    name: 'accent',
    title: '强调色',
    description: '标题和按钮用的颜色，写成 #b22a1e 这样。要够深，印在纸色上看得清。不填就用朱砂红。',
    type: 'string',
    placeholder: '#b22a1e',
    validation: (rule) => rule.custom(readableOnPaper),
  })
}
