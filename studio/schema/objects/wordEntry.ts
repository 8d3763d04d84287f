/** @file One wording of a list: what is found, what may stand in its place, and where it is right after all. */
import { defineArrayMember, defineField, defineType } from 'sanity'
import { checkedTypes } from '../../../contracts/words/places.ts'
import { wordingCharactersMax } from '../../../contracts/documents/words.ts'
import { WordIcon } from '../../icons/words.tsx'
import { exceptionHolds, typeTitles } from '../rules/words.ts'

const line = defineArrayMember({
  type: 'string',
  validation: (rule) => rule.required().error('这一行是空的，请填写或删去'),
})

export const wordEntry = defineType({
  name: 'wordEntry',
  title: '词语',
  type: 'object',
  icon: WordIcon,
  fields: [
    defineField({
      name: 'words',
      title: '要找的词',
      description: '写一个词。全角半角、大小写、中间隔开的空格都当作一样。',
      type: 'string',
      validation: (rule) => [
        rule.required().error('请填写要找的词'),
        rule.max(wordingCharactersMax).error(`最多 ${wordingCharactersMax} 个字`),
      ],
    }),
    defineField({
      name: 'instead',
      title: '改成什么',
      description: '写在前面的先推荐，编辑点一下就能改好。没有合适的可以不填。',
      type: 'array',
      of: [line],
    }),
    defineField({
      name: 'why',
      title: '为什么',
      description: '一句话，编辑会看到。',
      type: 'string',
      validation: (rule) => rule.max(100).error('最多 100 个字'),
    }),
    defineField({
      name: 'except',
      title: '哪些说法里不算',
      description: '写包含这个词的更长的说法。例如“第一”在“第一条”里不算。',
      type: 'array',
      of: [line],
      validation: (rule) => rule.custom((except: unknown, { parent }) => exceptionHolds(except, parent)),
    }),
    defineField({
      name: 'types',
      title: '只管哪些内容',
      description: '都不选就管全部内容。',
      type: 'array',
      of: [defineArrayMember({ type: 'string' })],
      options: { list: checkedTypes.map((value) => ({ value, title: typeTitles[value] ?? value })) },
    }),
  ],
  preview: {
    select: { words: 'words', instead: 'instead', why: 'why' },
    prepare: ({ words, instead, why }) => ({
      title: instead?.length
        ? `${words ?? '？'} → ${(instead as string[]).join('、')}`
        : (words ?? '（空的）'),
      ...(why ? { subtitle: why as string } : {}),
    }),
  },
})
