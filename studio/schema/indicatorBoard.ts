/** @file 数据牌: a small table of figures, with their day and their source. */
import { defineArrayMember, defineField, defineType } from 'sanity'
import { BoardIcon } from '../icons/screens.tsx'
import { TodayInput } from '../inputs/TodayInput.tsx'
import { countyOrAllField } from './fields/places.ts'
import { titleField } from './fields/wording.ts'
import { subtitle } from './words.ts'

const rowsMax = 12

export const indicatorBoard = defineType({
  name: 'indicatorBoard',
  title: '数据牌',
  type: 'document',
  icon: BoardIcon,
  fields: [
    titleField('标题', '显示在屏幕上。短一些才看得清，例如：本月法律援助。', 14),
    defineField({
      name: 'rows',
      title: '数据',
      description: '从上到下显示，一屏放不下就分页。',
      type: 'array',
      of: [defineArrayMember({ type: 'indicator' })],
      validation: (rule) => [
        rule.required().min(1).error('请至少写一项数据'),
        rule.max(rowsMax).error(`最多 ${rowsMax} 项，请拆成几块数据牌`),
      ],
    }),
    defineField({
      name: 'asOf',
      title: '数据截至哪一天',
      description: '屏幕上会写明。数字变了，请一起改。',
      type: 'date',
      components: { input: TodayInput },
      validation: (rule) => rule.required().error('请选择数据截至哪一天'),
    }),
    defineField({
      name: 'source',
      title: '数据来源',
      description: '屏幕上会写明，例如：市法律援助中心。',
      type: 'string',
      validation: (rule) => [
        rule.required().error('请写明数据来源'),
        rule.max(20).error('数据来源最多 20 个字'),
      ],
    }),
    countyOrAllField(),
  ],
  preview: {
    select: { title: 'title', rows: 'rows', asOf: 'asOf', county: 'county.title' },
    prepare: ({ title, rows, asOf, county }) => ({
      title: title ?? '（还没有标题）',
      subtitle: subtitle(
        `${Array.isArray(rows) ? rows.length : 0} 项`,
        asOf && `截至 ${asOf}`,
        county ?? '全市',
      ),
    }),
  },
})

export const indicator = defineType({
  name: 'indicator',
  title: '一项数据',
  type: 'object',
  icon: BoardIcon,
  fields: [
    defineField({
      name: 'label',
      title: '名称',
      description: '例如：受理案件。',
      type: 'string',
      validation: (rule) => [rule.required().error('请填写名称'), rule.max(12).error('名称最多 12 个字')],
    }),
    defineField({
      name: 'value',
      title: '数字',
      description: '照着要显示的样子写，例如 1,284 或 98.6。',
      type: 'string',
      validation: (rule) => [rule.required().error('请填写数字'), rule.max(10).error('数字最多 10 位')],
    }),
    defineField({
      name: 'unit',
      title: '单位',
      description: '例如：件、万元、%。可以不填。',
      type: 'string',
      validation: (rule) => rule.max(4).error('单位最多 4 个字'),
    }),
  ],
  preview: {
    select: { label: 'label', value: 'value', unit: 'unit' },
    prepare: ({ label, value, unit }) => ({ title: label, subtitle: `${value ?? ''} ${unit ?? ''}`.trim() }),
  },
})
