/** @file 用词: wordings that must not be published or had better be put otherwise, added to a list of words. */
import type { DocumentType } from '../../../../contracts/documents/index.ts'
import { one } from '../cells/lookups.ts'
import { right, wrong } from '../cells/reading.ts'
import { listOf, plain } from '../cells/values.ts'
import { column } from './columns.ts'
import { derivedId } from './derived-id.ts'
import type { Draft, Gathered, ListShape } from './shape.ts'

/** Offered where the lake knows such documents. */
const typeName: string = 'wordList'
const type = typeName as DocumentType

interface Entry {
  _key: string
  _type: 'wordEntry'
  words: string
  instead?: readonly string[]
  why?: string
}

const entriesOf = (document: Draft) => (document['entries'] as readonly Entry[] | undefined) ?? []

const isSame = (one: Entry, other: Entry) =>
  one.why === other.why && (one.instead ?? []).join('\n') === (other.instead ?? []).join('\n')

const gathered: Gathered = {
  needs: ['list', 'words'],
  target(values) {
    const ref = (values.get('list') as { _ref?: string } | undefined)?._ref
    return ref === undefined ? wrong('请写明放进哪一份词表') : right(ref)
  },
  fresh: () => ({}),
  add(document, values) {
    const words = String(values.get('words'))
    const entries = entriesOf(document)
    const known = entries.find((entry) => entry.words === words)
    const given = Object.fromEntries(
      ['instead', 'why'].flatMap((name) => (values.has(name) ? [[name, values.get(name)]] : [])),
    ) as Pick<Entry, 'instead' | 'why'>
    if (!known) {
      const entry: Entry = { _key: derivedId('w', words), _type: 'wordEntry', words, ...given }
      return right({ ...document, entries: [...entries, entry] })
    }
    const next = { ...known, ...given }
    if (isSame(known, next)) return right(document)
    return right({ ...document, entries: entries.map((entry) => (entry === known ? next : entry)) })
  },
}

export const words: ListShape = {
  name: 'words',
  type,
  title: '用词（不能用的、建议改的）',
  unit: '个词',
  about: '一行一个词，加进已有的词表。词表请先在“内容”里建好。',
  columns: [
    column({
      path: 'list',
      title: '放进哪份词表',
      aliases: ['词表', '词表名称', '所属词表'],
      required: true,
      example: '写词表的名称',
      read: one(type, '词表'),
    }),
    column({
      path: 'words',
      title: '词语',
      aliases: ['词', '用词', '错误用词', '不规范用词', '禁用词', '原词', '要找的词'],
      required: true,
      example: '示例错词',
      read: plain,
    }),
    column({
      path: 'instead',
      title: '换成',
      aliases: ['改成', '改成什么', '改为', '建议用词', '规范用词', '正确用词', '替换为'],
      example: '示例对词',
      read: listOf,
    }),
    column({
      path: 'why',
      title: '理由',
      aliases: ['原因', '说明', '依据', '为什么'],
      example: '按规范写法。',
    }),
  ],
  lookups: [type],
  identity: () => null,
  identityTitle: '词语',
  idFor: (id) => id,
  fresh: () => ({}),
  titleOf: ({ title }) => String(title ?? ''),
  gathered,
}
