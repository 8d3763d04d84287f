/** @file 法律援助站点: centres, workstations, contact points. */
import { defineField, defineType } from 'sanity'
import { AidIcon } from '../icons/places.tsx'
import { addressField, hoursField, officePhoneField } from './fields/contact.ts'
import { countyField, positionField, townshipField, villageField } from './fields/places.ts'
import { checkedOnField, tagsField, titleField } from './fields/wording.ts'
import { aidStationKinds, choices, subtitle } from './words.ts'

export const aidStation = defineType({
  name: 'aidStation',
  title: '法律援助站点',
  type: 'document',
  icon: AidIcon,
  fields: [
    titleField('名称', '挂牌的全称。'),
    defineField({
      name: 'kind',
      title: '类别',
      type: 'string',
      options: { list: choices(aidStationKinds), layout: 'radio' },
      validation: (rule) => rule.required().error('请选择类别'),
    }),
    countyField(),
    townshipField(),
    villageField(),
    addressField(),
    officePhoneField(),
    hoursField(true),
    tagsField('serves', '优先服务', '优先接待哪些人，例如：农民工、老年人、残疾人、军人军属。'),
    positionField(),
    checkedOnField('最近一次核对地址和电话的日期，网页上会显示。'),
  ],
  orderings: [
    { name: 'checked', title: '最久没有核对的在前', by: [{ field: 'checkedOn', direction: 'asc' }] },
    { name: 'title', title: '按名称', by: [{ field: 'title', direction: 'asc' }] },
  ],
  preview: {
    select: { title: 'title', kind: 'kind', county: 'county.title', township: 'township.title' },
    prepare: ({ title, kind, county, township }) => ({
      title: title ?? '（还没有名称）',
      subtitle: subtitle(county, township, aidStationKinds[kind as keyof typeof aidStationKinds]),
    }),
  },
})
