/** @file 主题: a kind of trouble, with the words that people use for it. */
import { defineField, defineType } from 'sanity'
import { TopicIcon } from '../icons/knowledge.tsx'
import { requiredTagsField, requiredTextField, slugField, titleField } from './fields/wording.ts'
import { subtitle } from './words.ts'

export const topic = defineType({
  name: 'topic',
  title: '主题',
  type: 'document',
  icon: TopicIcon,
  fields: [
    titleField('名称', '例如：劳动报酬。', 20),
    slugField('topic', '/topics/网址名'),
    requiredTagsField(
      'synonyms',
      '群众的说法',
      '群众会怎么搜，例如：讨薪、要工钱、老板不给钱。写一个按一下回车。',
      '请至少写一种说法',
    ),
    requiredTextField('summary', '简介', '一两句话，说明这个主题管哪些事。', 2),
    defineField({
      name: 'homeOrder',
      title: '首页次序',
      description: '在首页排第几，从 1 开始；不填就不放首页。',
      type: 'number',
      validation: (rule) => rule.integer().min(1).max(99).error('请写 1 到 99 之间的整数，或者不填'),
    }),
    defineField({
      name: 'trouble',
      title: '首页上的话',
      description: '用群众的话说，例如：干活拿不到钱。不填就用名称。',
      type: 'string',
      validation: (rule) => rule.max(12).error('最多 12 个字'),
    }),
  ],
  orderings: [{ name: 'home', title: '按首页次序', by: [{ field: 'homeOrder', direction: 'asc' }] }],
  preview: {
    select: { title: 'title', trouble: 'trouble', homeOrder: 'homeOrder', synonyms: 'synonyms' },
    prepare: ({ title, trouble, homeOrder, synonyms }) => ({
      title: title ?? '（还没有名称）',
      subtitle: subtitle(homeOrder && `首页第 ${homeOrder}`, trouble, synonyms?.slice(0, 3).join('、')),
    }),
  },
})
