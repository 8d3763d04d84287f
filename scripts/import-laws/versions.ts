/** @file `versions.json`: the editions of one law with their dates, read and checked. Pure. */
import * as v from 'valibot'
import type { LocalDate } from '../../contracts/documents/base.ts'
import { localDate } from './dates.ts'
import type { Problem } from './parse.ts'

export interface Version {
  /** Part of ids: letters, digits and dashes. */
  name: string
  title: string
  promulgatedOn: LocalDate | null
  effectiveFrom: LocalDate | null
  effectiveTo: LocalDate | null
  /** File of the text, relative to `versions.json`. */
  entry: string
}

const day = v.nullish(
  v.pipe(
    v.string(),
    v.check((text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && localDate(text) !== null, '日期要写成 2026-12-04'),
  ),
  null,
)

const shape = v.object({
  title: v.pipe(v.string(), v.minLength(1, '缺少法律名称')),
  versions: v.pipe(
    v.array(
      v.object({
        id: v.pipe(
          v.string(),
          v.regex(/^[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$/, '版本的 id 只能用英文字母、数字和短横线'),
        ),
        label: v.pipe(v.string(), v.minLength(1, '缺少版本名称')),
        promulgatedOn: day,
        effectiveFrom: day,
        effectiveTo: day,
        entry: v.pipe(v.string(), v.regex(/^(?!\/)(?!.*\.\.).+\.md$/i, 'entry 要是同一文件夹下的 .md 文件')),
      }),
    ),
    v.minLength(1, '没有版本'),
  ),
})

function disorder(versions: readonly Version[]): string[] {
  const messages: string[] = []
  for (const [index, { name, title, effectiveFrom, effectiveTo }] of versions.entries()) {
    if (versions.findIndex((other) => other.name === name) !== index) messages.push(`版本 id “${name}”重复`)
    if (effectiveFrom !== null && effectiveTo !== null && effectiveTo <= effectiveFrom)
      messages.push(`版本“${title}”的失效日期要晚于施行日期`)
    for (const other of versions.slice(index + 1))
      if (overlaps({ effectiveFrom, effectiveTo }, other))
        messages.push(`版本“${title}”和“${other.title}”的有效期重叠`)
  }
  return messages
}

type Dates = Pick<Version, 'effectiveFrom' | 'effectiveTo'>

/** Half-open; an edition without a first day is of unknown place and overlaps none. */
function overlaps(a: Dates, b: Dates): boolean {
  if (a.effectiveFrom === null || b.effectiveFrom === null) return false
  return a.effectiveFrom < (b.effectiveTo ?? '9999') && b.effectiveFrom < (a.effectiveTo ?? '9999')
}

function parseJson(text: string): { value: unknown } | { line: number } {
  try {
    return { value: JSON.parse(text) }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    const [, line, position] = /line (\d+)|position (\d+)/.exec(error.message) ?? []
    if (line !== undefined) return { line: Number(line) }
    return { line: text.slice(0, Number(position ?? 0)).split('\n').length }
  }
}

/** @param file name for messages */
export function readVersions(
  text: string,
  file: string,
): { title: string; versions: readonly Version[]; problems: readonly Problem[] } {
  const none = (line: number, message: string) => ({
    title: '',
    versions: [],
    problems: [{ file, line, message }],
  })
  const json = parseJson(text)
  if ('line' in json) return none(json.line, '不是有效的 JSON')
  const parsed = v.safeParse(shape, json.value)
  if (!parsed.success) {
    const [issue] = parsed.issues
    return none(0, `${v.getDotPath(issue) ?? ''} ${issue.message}`.trim())
  }
  const versions = parsed.output.versions.map(({ id, label, ...rest }) => ({
    name: id,
    title: label,
    ...rest,
  }))
  const problems = disorder(versions).map((message) => ({ file, line: 0, message }))
  return { title: parsed.output.title, versions, problems }
}
