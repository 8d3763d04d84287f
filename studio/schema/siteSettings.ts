/** @file 网站与单位: the one document with everything that differs between two prefectures. */
import { defineField, defineType } from 'sanity'
import { SettingsIcon } from '../icons/places.tsx'
import { pictureField } from './fields/knowledge.ts'
import {
  accentField,
  aidIncomeField,
  hotlineDutyField,
  loanPrimeRateField,
  officeMarkField,
} from './fields/settings.ts'
import { looksLikePhone } from './rules/people.ts'

function lineField(name: string, title: string, description: string, group: string, required = true) {
  return defineField({
    name,
    title,
    description,
    type: 'string',
    group,
    validation: (rule) => (required ? rule.required().error(`请填写${title}`) : rule),
  })
}

export const siteSettings = defineType({
  name: 'siteSettings',
  title: '网站与单位',
  type: 'document',
  icon: SettingsIcon,
  groups: [
    { name: 'identity', title: '名称', default: true },
    { name: 'contact', title: '联系' },
    { name: 'figures', title: '数字标准' },
    { name: 'records', title: '备案' },
    { name: 'pictures', title: '图片与颜色' },
    { name: 'playing', title: '屏幕' },
  ],
  fields: [
    lineField('title', '网站名称', '页头显示的名称，例如：甲市普法。', 'identity'),
    lineField('bureauName', '主办单位', '全称，例如：甲市司法局。', 'identity'),
    lineField('prefectureName', '市的名称', '例如：甲市。', 'identity'),
    defineField({
      name: 'prefectureCode',
      title: '市的行政区划代码',
      description: '六位数字，例如 990100。',
      type: 'string',
      group: 'identity',
      validation: (rule) =>
        rule
          .required()
          .regex(/^\d{6}$/u)
          .error('请写六位数字的代码'),
    }),
    defineField({
      name: 'description',
      title: '网站简介',
      description: '一两句话，说明这个网站做什么。会出现在搜索结果里。',
      type: 'text',
      rows: 2,
      group: 'identity',
      validation: (rule) => [
        rule.required().error('请填写网站简介'),
        rule.max(120).warning('最好在 120 个字以内'),
      ],
    }),
    defineField({
      name: 'sample',
      title: '正在使用演示内容',
      description: '打开时，网页会注明“演示内容”。换成正式内容以后关掉。',
      type: 'boolean',
      group: 'identity',
    }),
    lineField('hotline', '热线号码', '公共法律服务热线，例如 12348。', 'contact'),
    lineField('hotlineHours', '热线时间', '例如：每天 24 小时。', 'contact'),
    { ...hotlineDutyField(), group: 'contact' },
    defineField({
      name: 'contactPhone',
      title: '单位电话',
      description: '网站页脚的联系电话。',
      type: 'string',
      group: 'contact',
      validation: (rule) => [rule.required().error('请填写单位电话'), rule.custom(looksLikePhone)],
    }),
    lineField('contactAddress', '单位地址', '网站页脚的联系地址。', 'contact'),
    { ...aidIncomeField(), group: 'figures' },
    { ...loanPrimeRateField(), group: 'figures' },
    lineField('siteIdCode', '网站标识码', '政府网站十位标识码，没有就不填。', 'records', false),
    lineField('icpRecord', 'ICP 备案号', '例如：冀ICP备00000000号。', 'records', false),
    lineField('publicSecurityRecord', '公安备案号', '例如：冀公网安备 00000000000000号。', 'records', false),
    { ...officeMarkField(), group: 'records' },
    { ...pictureField('emblem', '徽标', '页头左边的徽标，最好是 SVG。'), group: 'pictures' },
    { ...pictureField('hero', '首页图', '首页上方的画。'), group: 'pictures' },
    { ...accentField(), group: 'pictures' },
    defineField({
      name: 'fallback',
      title: '没有排期时播什么',
      description: '所有没有另外指定的屏幕，没有排期时都播这个播放单。请放不会过期的内容。',
      type: 'reference',
      group: 'playing',
      to: [{ type: 'playlist' }],
      options: { disableNew: true },
      validation: (rule) => rule.required().error('请选择播放单'),
    }),
  ],
  preview: { select: { title: 'title', subtitle: 'bureauName' } },
})
