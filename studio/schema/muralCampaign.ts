/** @file 墙画行动: a round of painting walls in villages. */
import { defineField, defineType } from 'sanity'
import { MuralCampaignIcon } from '../icons/knowledge.tsx'
import { pictureField } from './fields/picture.ts'
import { countyOrAllField } from './fields/places.ts'
import { requiredTextField, slugField, titleField } from './fields/wording.ts'
import { subtitle } from './words.ts'

export const muralCampaign = defineType({
  name: 'muralCampaign',
  title: '墙画行动',
  type: 'document',
  icon: MuralCampaignIcon,
  fields: [
    titleField('名称', '例如：法治宣传墙画进农村二期。', 40),
    slugField('round', '/murals/网址名'),
    defineField({
      name: 'year',
      title: '年份',
      type: 'number',
      validation: (rule) => rule.required().integer().min(2000).max(2100).error('请写四位数的年份'),
    }),
    defineField({
      name: 'phase',
      title: '期次',
      description: '例如：二期。',
      type: 'string',
      validation: (rule) => rule.required().error('请填写期次'),
    }),
    requiredTextField('summary', '简介', '画在哪些村、主要讲什么。', 3),
    pictureField('cover', '封面图', '可以不配。'),
    countyOrAllField(),
  ],
  orderings: [{ name: 'latest', title: '新的在前', by: [{ field: 'year', direction: 'desc' }] }],
  preview: {
    select: { title: 'title', year: 'year', phase: 'phase', county: 'county.title', media: 'cover' },
    prepare: ({ title, year, phase, county, media }) => ({
      title: title ?? '（还没有名称）',
      subtitle: subtitle(year && `${year} 年`, phase, county ?? '全市'),
      ...(media ? { media } : {}),
    }),
  },
})
