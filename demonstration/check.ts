/**
 * @file Checks the demonstration content as a whole, from the files alone.
 *
 * Every problem is one Chinese line that names the file and the document. No problem means: the loader
 * can commit it, every field is as the contract says, and nothing in it could be a real person's.
 */
import { canonicalJson } from '../contracts/canonical.ts'
import { assetFileExists, readContent, type ContentFile, type DemoDocument } from './content.ts'
import { amountProblems } from './amounts.ts'
import { fieldProblems, type Fields, type Surroundings } from './kinds.ts'
import { referencesIn } from './references.ts'
import { shapes } from './shapes.ts'
import { timetableProblems } from './timetable.ts'

const tables: Readonly<Record<string, Fields | undefined>> = shapes

const idPattern = /^[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$/
/** Eleven digits as of a mobile telephone, eighteen as of an identity card. */
const mobileNumber = /(?<!\d)1[3-9]\d{9}(?!\d)/
const identityNumber = /(?<!\d)\d{17}[\dXx](?!\d)/

function documentProblems(document: DemoDocument, around: Surroundings): string[] {
  const problems: string[] = []
  if (!idPattern.test(document._id)) problems.push('_id 只能用英文、数字和 -')
  const table = tables[document._type]
  if (table === undefined) problems.push(`没有 ${document._type} 这种文档`)
  else problems.push(...fieldProblems(document, table, around))
  for (const { path, id } of referencesIn(document))
    if (around.typeOf(id) === undefined) problems.push(`${path} 引用的 ${id} 不存在`)
  const text = canonicalJson(document)
  if (mobileNumber.test(text)) problems.push('出现了像手机号的数字')
  if (identityNumber.test(text)) problems.push('出现了像身份证号的数字')
  if (document._type === 'lawyer' && !String(document['name']).includes('示例'))
    problems.push('姓名没有标明“示例”')
  return [...problems, ...timetableProblems(document)]
}

function duplicates(files: readonly ContentFile[]): string[] {
  const problems: string[] = []
  const ids = new Map<string, string>()
  const addresses = new Map<string, string>()
  for (const { name, documents } of files) {
    for (const document of documents) {
      const { _id, _type, slug } = document
      const earlier = ids.get(_id)
      if (earlier !== undefined) problems.push(`${name} ${_id}：_id 与 ${earlier} 里的重复`)
      ids.set(_id, name)
      if (slug === undefined) continue
      const address = `${_type} ${canonicalJson(slug)}`
      const holder = addresses.get(address)
      if (holder !== undefined) problems.push(`${name} ${_id}：slug 与 ${holder} 的重复`)
      addresses.set(address, _id)
    }
  }
  return problems
}

/** @param exists whether an asset's path is there; paths are relative to the demonstration's folder */
export function problemsOf(files: readonly ContentFile[], exists: (path: string) => boolean): string[] {
  const documents = files.flatMap((file) => file.documents)
  const types = new Map(documents.map(({ _id, _type }) => [_id, _type]))
  const around: Surroundings = { typeOf: (id) => types.get(id), assetFileExists: exists }
  const single = files.flatMap((file) =>
    file.documents.flatMap((document) =>
      [...new Set(documentProblems(document, around))].map(
        (problem) => `${file.name} ${document._id}：${problem}`,
      ),
    ),
  )
  return [...duplicates(files), ...single, ...amountProblems(documents)]
}

/** @returns problems in Chinese; none when the content is complete and right */
export const checkDemo = (): string[] => problemsOf(readContent(), assetFileExists)
