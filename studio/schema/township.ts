/** @file 乡镇（街道）. */
import { defineType } from 'sanity'
import { TownshipIcon } from '../icons/places.tsx'
import { codeField, countyField } from './fields/places.ts'
import { titleField } from './fields/wording.ts'
import { subtitle } from './words.ts'

export const township = defineType({
  name: 'township',
  title: '乡镇（街道）',
  type: 'document',
  icon: TownshipIcon,
  fields: [
    titleField('名称', '全称，例如：龙华镇。', 30),
    codeField(9, '九位数字，前六位就是县区代码。建好以后不要改。'),
    countyField(),
  ],
  orderings: [{ name: 'code', title: '按代码', by: [{ field: 'code', direction: 'asc' }] }],
  preview: {
    select: { title: 'title', county: 'county.title', code: 'code' },
    prepare: ({ title, county, code }) => ({ title, subtitle: subtitle(county, code) }),
  },
})
