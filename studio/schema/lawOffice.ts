/** @file 服务机构: law firms, legal-service offices, legal-aid centres. */
import { defineField, defineType } from 'sanity'
import { OfficeIcon } from '../icons/places.tsx'
import { addressField, hoursField, officePhoneField } from './fields/contact.ts'
import { countyField, positionField } from './fields/places.ts'
import { checkedOnField, slugField, titleField } from './fields/wording.ts'
import { choices, officeKinds, subtitle } from './words.ts'

export const lawOffice = defineType({
  name: 'lawOffice',
  title: '服务机构',
  type: 'document',
  icon: OfficeIcon,
  fields: [
    titleField('名称', '执业许可证上的全称。'),
    slugField('office', '/offices/网址名'),
    defineField({
      name: 'kind',
      title: '类别',
      type: 'string',
      options: { list: choices(officeKinds), layout: 'radio' },
      validation: (rule) => rule.required().error('请选择类别'),
    }),
    countyField(),
    defineField({ name: 'licenceNumber', title: '执业许可证号', type: 'string' }),
    addressField(),
    officePhoneField(),
    hoursField(false),
    positionField(),
    checkedOnField('最近一次与登记名册核对的日期，网页上会显示。'),
  ],
  orderings: [
    { name: 'checked', title: '最久没有核对的在前', by: [{ field: 'checkedOn', direction: 'asc' }] },
    { name: 'title', title: '按名称', by: [{ field: 'title', direction: 'asc' }] },
  ],
  preview: {
    select: { title: 'title', kind: 'kind', county: 'county.title', checkedOn: 'checkedOn' },
    prepare: ({ title, kind, county, checkedOn }) => ({
      title: title ?? '（还没有名称）',
      subtitle: subtitle(
        county,
        officeKinds[kind as keyof typeof officeKinds],
        checkedOn && `核对于 ${checkedOn}`,
      ),
    }),
  },
})
