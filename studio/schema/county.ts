/** @file 县区: a county-level unit of the prefecture. */
import { defineField, defineType } from 'sanity'
import { CountyIcon } from '../icons/places.tsx'
import { looksLikePhone } from './rules/people.ts'
import { codeField, orderField } from './fields/places.ts'
import { slugField, titleField } from './fields/wording.ts'

function cellField(name: 'column' | 'row', title: string) {
  return defineField({
    name,
    title,
    type: 'number',
    validation: (rule) => rule.required().integer().min(0).max(20).error('请写从 0 开始的整数'),
  })
}

export const county = defineType({
  name: 'county',
  title: '县区',
  type: 'document',
  icon: CountyIcon,
  fields: [
    titleField('名称', '全称，例如：乙县。', 20),
    codeField(6, '六位数字，按国家标准 GB/T 2260。建好以后不要改。'),
    slugField('county', '/counties/网址名'),
    orderField('在网站和下拉框里排第几。'),
    defineField({
      name: 'tile',
      title: '示意图上的格子',
      description: '县区示意图用方格排列，不是地图。从左上角的 0 数起。',
      type: 'object',
      options: { columns: 2 },
      fields: [cellField('column', '第几列'), cellField('row', '第几行')],
      validation: (rule) => rule.required().error('请填写格子的位置'),
    }),
    defineField({
      name: 'bureauName',
      title: '司法局名称',
      description: '例如：乙县司法局。',
      type: 'string',
    }),
    defineField({
      name: 'phone',
      title: '司法局电话',
      description: '公开的办公电话，带区号。',
      type: 'string',
      validation: (rule) => rule.custom(looksLikePhone),
    }),
  ],
  orderings: [{ name: 'order', title: '按排列次序', by: [{ field: 'order', direction: 'asc' }] }],
  preview: { select: { title: 'title', subtitle: 'code' } },
})
