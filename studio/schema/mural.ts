/** @file 墙画: one picture on one wall, the trouble it shows, and the law behind it. */
import { defineField, defineType } from 'sanity'
import { MuralIcon } from '../icons/knowledge.tsx'
import { citationsField, recordingField } from './fields/knowledge.ts'
import { requiredPictureField } from './fields/picture.ts'
import { countyField, requiredVillageField } from './fields/places.ts'
import { checkedAgainstLawField, requiredTextField, slugField, titleField } from './fields/wording.ts'
import { atMostCharacters, sloganCharactersMax, wellBrokenLines } from './rules/text.ts'
import { subtitle } from './words.ts'

function oneOfField(name: string, title: string, description: string, to: string) {
  return defineField({
    name,
    title,
    description,
    type: 'reference',
    group: 'wall',
    to: [{ type: to }],
    options: { disableNew: true },
    validation: (rule) => rule.required().error(`请选择${title}`),
  })
}

export const mural = defineType({
  name: 'mural',
  title: '墙画',
  type: 'document',
  icon: MuralIcon,
  groups: [
    { name: 'picture', title: '画与故事', default: true },
    { name: 'wall', title: '墙在哪里' },
  ],
  fields: [
    { ...titleField('名称', '例如：一碗饺子。', 30), group: 'picture' },
    { ...slugField('mural', '/murals/网址名'), group: 'picture' },
    {
      ...requiredPictureField('picture', '图片', '墙画的照片或设计稿。照片里不要有能认出的路人。'),
      group: 'picture',
    },
    defineField({
      name: 'banner',
      title: '墙上的字',
      description: '画上写的标语，按墙上的样子换行。',
      type: 'text',
      rows: 2,
      group: 'picture',
      validation: (rule) => [
        rule.required().error('请填写墙上的字'),
        rule.custom((text: string | undefined) => atMostCharacters(text, sloganCharactersMax)),
        rule.custom(wellBrokenLines),
      ],
    }),
    {
      ...requiredTextField('story', '画里的故事', '是件什么家常事，后来怎么解决的。用化名。', 5),
      group: 'picture',
    },
    oneOfField('topic', '纠纷类型', '讲的是哪一类纠纷。', 'topic'),
    { ...citationsField(), group: 'picture' },
    { ...checkedAgainstLawField(), group: 'picture' },
    { ...recordingField('画里的故事'), group: 'picture' },
    oneOfField('campaign', '墙画行动', '属于哪一期。', 'muralCampaign'),
    { ...countyField(), group: 'wall' },
    { ...requiredVillageField(), group: 'wall' },
    defineField({
      name: 'location',
      title: '位置',
      description: '让人找得到，例如：主街东头，小卖部对面。',
      type: 'string',
      group: 'wall',
      validation: (rule) => rule.required().error('请填写位置'),
    }),
    defineField({
      name: 'streetOrder',
      title: '沿街第几幅',
      description: '从村口数起，从 1 开始。',
      type: 'number',
      group: 'wall',
      validation: (rule) => rule.required().integer().min(1).error('请写从 1 开始的整数'),
    }),
    defineField({ name: 'paintedOn', title: '画成日期', type: 'date', group: 'wall' }),
  ],
  orderings: [
    {
      name: 'street',
      title: '按村和沿街次序',
      by: [
        { field: 'village._ref', direction: 'asc' },
        { field: 'streetOrder', direction: 'asc' },
      ],
    },
    { name: 'newest', title: '最近修改', by: [{ field: '_updatedAt', direction: 'desc' }] },
  ],
  preview: {
    select: {
      title: 'title',
      county: 'county.title',
      village: 'village.title',
      order: 'streetOrder',
      topic: 'topic.title',
      media: 'picture',
    },
    prepare: ({ title, county, village, order, topic, media }) => ({
      title: title ?? '（还没有名称）',
      subtitle: subtitle(county, village, order && `第 ${order} 幅`, topic),
      ...(media ? { media } : {}),
    }),
  },
})
