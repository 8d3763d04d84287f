/** @file 法治文化阵地: one place of the list that 法治宣传教育法 art. 52 asks for. */
import { defineField, defineType } from 'sanity'
import { CultureSiteIcon } from '../icons/practice.tsx'
import { addressField } from './fields/contact.ts'
import { pictureField } from './fields/knowledge.ts'
import { countyField, positionField, villageField } from './fields/places.ts'
import { checkedOnField, requiredTextField, slugField, titleField } from './fields/wording.ts'
import { looksLikePhone, noPrivateNumber, preferOfficePhone } from './rules/people.ts'
import { choices, cultureSiteKinds, subtitle } from './words.ts'

export const cultureSite = defineType({
  name: 'cultureSite',
  title: '法治文化阵地',
  type: 'document',
  icon: CultureSiteIcon,
  groups: [
    { name: 'about', title: '介绍', default: true },
    { name: 'visit', title: '怎么去' },
  ],
  fields: [
    { ...titleField('名称', '挂牌的全称。', 40), group: 'about' },
    { ...slugField('place', '/places/网址名'), group: 'about' },
    defineField({
      name: 'kind',
      title: '类别',
      type: 'string',
      group: 'about',
      options: { list: choices(cultureSiteKinds), layout: 'radio' },
      validation: (rule) => rule.required().error('请选择类别'),
    }),
    { ...countyField(), group: 'about' },
    {
      ...requiredTextField('introduction', '介绍', '有什么可看的，适合带谁去。两三句话。', 3),
      group: 'about',
    },
    { ...pictureField('picture', '照片', '自己拍的照片，不要有能认出的路人。可以不传。'), group: 'about' },
    { ...checkedOnField('最近一次核对地址和开放时间的日期，网页上会显示。'), group: 'about' },
    { ...addressField('写到路名和好认的地标，例如：人民公园东门进去左手边。'), group: 'visit' },
    { ...villageField(), group: 'visit' },
    { ...positionField(), group: 'visit' },
    defineField({
      name: 'hours',
      title: '开放时间',
      description: '例如：每天 8:00—18:00，免费。',
      type: 'string',
      group: 'visit',
    }),
    defineField({
      name: 'phone',
      title: '电话',
      description: '团体参观联系的办公电话，带区号。',
      type: 'string',
      group: 'visit',
      placeholder: '0318-1234567',
      validation: (rule) => [rule.custom(looksLikePhone), rule.custom(preferOfficePhone).warning()],
    }),
    defineField({
      name: 'keeper',
      title: '谁来管护',
      description: '单位的名称，不写个人。',
      type: 'string',
      group: 'visit',
      validation: (rule) => rule.custom(noPrivateNumber),
    }),
    defineField({ name: 'openedOn', title: '建成日期', type: 'date', group: 'visit' }),
  ],
  orderings: [
    { name: 'title', title: '按名称', by: [{ field: 'title', direction: 'asc' }] },
    { name: 'checked', title: '最久没有核对的在前', by: [{ field: 'checkedOn', direction: 'asc' }] },
  ],
  preview: {
    select: {
      title: 'title',
      kind: 'kind',
      county: 'county.title',
      checkedOn: 'checkedOn',
      media: 'picture',
    },
    prepare: ({ title, kind, county, checkedOn, media }) => ({
      title: title ?? '（还没有名称）',
      subtitle: subtitle(
        county,
        cultureSiteKinds[kind as keyof typeof cultureSiteKinds],
        checkedOn && `核对于 ${checkedOn}`,
      ),
      ...(media ? { media } : {}),
    }),
  },
})
