/** @file 村（社区）, with its legal adviser and its market days. */
import { defineArrayMember, defineField, defineType } from 'sanity'
import { VillageIcon } from '../icons/places.tsx'
import { codeField, countyField, townshipField } from './fields/places.ts'
import { textField, titleField } from './fields/wording.ts'
import { marketDigits, marketWords, subtitle } from './words.ts'

export const village = defineType({
  name: 'village',
  title: '村（社区）',
  type: 'document',
  icon: VillageIcon,
  fields: [
    titleField('名称', '全称，例如：某某村。', 30),
    codeField(12, '十二位数字，也是村里牌子上二维码的地址。建好以后不要改。'),
    countyField(),
    townshipField(),
    defineField({
      name: 'adviser',
      title: '村居法律顾问',
      description: '网页上会显示他的姓名、单位和办公电话。',
      type: 'reference',
      to: [{ type: 'lawyer' }],
      options: { disableNew: true },
    }),
    defineField({
      name: 'marketDays',
      title: '集日',
      description: '逢农历几的集，例如逢三、逢八。没有集就不选。',
      type: 'array',
      of: [defineArrayMember({ type: 'number' })],
      options: { list: marketDigits, layout: 'grid' },
    }),
    textField('introduction', '简介', '一两句话。不要写村民的个人情况。', 3),
  ],
  orderings: [
    { name: 'code', title: '按代码', by: [{ field: 'code', direction: 'asc' }] },
    { name: 'title', title: '按名称', by: [{ field: 'title', direction: 'asc' }] },
  ],
  preview: {
    select: { title: 'title', county: 'county.title', township: 'township.title', market: 'marketDays' },
    prepare: ({ title, county, township, market }) => ({
      title: title ?? '（还没有名称）',
      subtitle: subtitle(county, township, market?.length && `${marketWords(market)}集`),
    }),
  },
})
