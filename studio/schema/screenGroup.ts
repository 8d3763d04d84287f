/** @file 屏幕组: screens that are scheduled and switched together. */
import { defineType } from 'sanity'
import { ScreenGroupIcon } from '../icons/screens.tsx'
import { countyOrAllField } from './fields/places.ts'
import { textField, titleField } from './fields/wording.ts'

export const screenGroup = defineType({
  name: 'screenGroup',
  title: '屏幕组',
  type: 'document',
  icon: ScreenGroupIcon,
  fields: [
    titleField('名称', '例如：各县中心广场。'),
    textField('purpose', '用途', '哪些屏幕应该放进来。', 2),
    countyOrAllField(),
  ],
  preview: {
    select: { title: 'title', county: 'county.title', purpose: 'purpose' },
    prepare: ({ title, county, purpose }) => ({
      title: title ?? '（还没有名称）',
      subtitle: [county ?? '全市', purpose].filter(Boolean).join(' · '),
    }),
  },
})
