/** @file 典型案例: what happened, how it ended, what to learn from it. Names are changed. */
import { defineType } from 'sanity'
import { CaseIcon } from '../icons/knowledge.tsx'
import { citationsField, recordingField, requiredTopicsField } from './fields/knowledge.ts'
import { countyOrAllField } from './fields/places.ts'
import { publishedOnField, requiredTextField, slugField, sourceField, titleField } from './fields/wording.ts'
import { subtitle } from './words.ts'

export const typicalCase = defineType({
  name: 'typicalCase',
  title: '典型案例',
  type: 'document',
  icon: CaseIcon,
  fields: [
    titleField('标题', '例如：邻居盖房挡了光，怎么解决？', 50),
    slugField('case', '/cases/网址名'),
    publishedOnField(),
    requiredTopicsField(),
    requiredTextField('facts', '事情经过', '用化名，例如张某；不写住址、电话等能认出人的信息。', 5),
    requiredTextField('outcome', '怎么解决的', '经过哪里、结果怎样。', 3),
    requiredTextField('lesson', '给大家提个醒', '遇到同样的事该怎么做。', 3),
    citationsField(),
    recordingField('这个案例'),
    sourceField(),
    countyOrAllField(),
  ],
  orderings: [{ name: 'latest', title: '新的在前', by: [{ field: 'publishedOn', direction: 'desc' }] }],
  preview: {
    select: { title: 'title', topic: 'topics.0.title', publishedOn: 'publishedOn', county: 'county.title' },
    prepare: ({ title, topic, publishedOn, county }) => ({
      title: title ?? '（还没有标题）',
      subtitle: subtitle(publishedOn, topic, county ?? '全市'),
    }),
  },
})
