/**
 * @file 表格导入的记录: one transaction of an import. The tool writes and reads it; nobody edits it, and no
 * list, search or menu offers it.
 */
import { defineArrayMember, defineField, defineType } from 'sanity'
import type { ImportedDocument } from '../../contracts/documents/index.ts'
import { TablesIcon } from '../icons/tables.tsx'
import { countyOrAllField } from './fields/places.ts'
import { choices, subtitle } from './words.ts'

const missing = '没有这一项'

const written = (name: string, title: string) =>
  defineField({ name, title, type: 'string', validation: (rule) => rule.required().error(missing) })

const wasWords: Record<ImportedDocument['was'], string> = {
  nothing: '新增',
  published: '在已发布的上面起草',
  itself: '修改',
}

export const importedDocument = defineType({
  name: 'importedDocument',
  title: '写入的一条',
  type: 'object',
  fields: [
    written('id', '编号'),
    written('title', '名称'),
    defineField({
      name: 'was',
      title: '怎样写入的',
      type: 'string',
      options: { list: choices(wasWords) },
      validation: (rule) => rule.required().error(missing),
    }),
    defineField({ name: 'base', title: '当时已发布的是哪一版', type: 'string' }),
    defineField({ name: 'before', title: '原来的内容', type: 'text', rows: 2 }),
  ],
})

export const tableImport = defineType({
  name: 'tableImport',
  title: '表格导入的记录',
  type: 'document',
  icon: TablesIcon,
  readOnly: true,
  __experimental_omnisearch_visibility: false,
  fields: [
    written('run', '哪一次导入'),
    written('part', '第几部分'),
    written('list', '什么表'),
    written('file', '文件名'),
    written('startedAt', '什么时候'),
    written('author', '谁导入的'),
    defineField({
      name: 'documents',
      title: '一共多少条',
      type: 'number',
      validation: (rule) => rule.required().error(missing),
    }),
    written('transaction', '写入后的版本'),
    defineField({
      name: 'entries',
      title: '写入了什么',
      type: 'array',
      of: [defineArrayMember({ type: 'importedDocument' })],
      validation: (rule) => rule.required().error(missing),
    }),
    defineField({ name: 'undoneAt', title: '什么时候撤销的', type: 'string' }),
    defineField({
      name: 'left',
      title: '撤销时留下的',
      type: 'array',
      of: [defineArrayMember({ type: 'string' })],
    }),
    countyOrAllField(),
  ],
  preview: {
    select: { file: 'file', author: 'author', startedAt: 'startedAt' },
    prepare: ({ file, author, startedAt }) => ({
      title: file ?? '（没有文件名）',
      subtitle: subtitle(author, startedAt),
    }),
  },
})
