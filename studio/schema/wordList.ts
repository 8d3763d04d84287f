/** @file 词表: wordings that must not be published, or had better be put otherwise, for the whole bureau. */
import { defineArrayMember, defineField, defineType } from 'sanity'
import { wordEntriesMax } from '../../contracts/documents/words.ts'
import { EntriesInput } from '../words/EntriesInput.tsx'
import { WordIcon } from '../icons/words.tsx'
import { titleField } from './fields/wording.ts'
import { choices, subtitle, wordListKinds } from './words.ts'

export const wordList = defineType({
  name: 'wordList',
  title: '词表',
  description: '发布以后，全市编辑写内容时都按它检查。',
  type: 'document',
  icon: WordIcon,
  fields: [
    titleField('名称', '例如：常见错别字。', 40),
    defineField({
      name: 'kind',
      title: '找到以后怎么办',
      type: 'string',
      options: { list: choices(wordListKinds), layout: 'radio' },
      validation: (rule) => rule.required().error('请选择找到以后怎么办'),
    }),
    defineField({
      name: 'entries',
      title: '词语',
      description: '一项一个词。有一批词就用“粘贴一批词”，可以直接从表格里复制。',
      type: 'array',
      of: [defineArrayMember({ type: 'wordEntry' })],
      components: { input: EntriesInput },
      validation: (rule) => [
        rule.required().min(1).error('请至少写一个词'),
        rule.max(wordEntriesMax).error(`一份词表最多 ${wordEntriesMax} 个词，请分成几份`),
      ],
    }),
  ],
  orderings: [{ name: 'title', title: '按名称', by: [{ field: 'title', direction: 'asc' }] }],
  preview: {
    select: { title: 'title', kind: 'kind', entries: 'entries' },
    prepare: ({ title, kind, entries }) => ({
      title: title ?? '（还没有名称）',
      subtitle: subtitle(
        `${(entries as unknown[] | undefined)?.length ?? 0} 个词`,
        wordListKinds[kind as keyof typeof wordListKinds],
      ),
    }),
  },
})
