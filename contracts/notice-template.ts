/**
 * @file Filling a notice template: which blanks it has, and what may stand in them.
 *
 * Pure; the Studio and the scheduler hold templates and values to the same rules. Nothing goes to a
 * square that was not written into the template beforehand, but for short values without addresses and
 * telephone numbers: whoever steals an operator's account must not be able to send people anywhere.
 */
import type { NoticeField, NoticeTemplate } from './documents/signage.ts'
import { parseLocal } from './schedule/zone.ts'

/** Characters of a value whose field names no length. */
export const fieldLengthDefault = 20
export const fieldLengthMax = 60
/** Characters of a template's text once its blanks are filled. */
export const filledCharactersMax = 200

export interface Problem {
  /** Name of the field, or of the part of the order, that it is about. */
  field: string
  /** What is wrong and what to do, in Chinese. */
  message: string
}

type Template = Pick<NoticeTemplate, 'text' | 'fields'>

const count = (text: string): number => [...text].length

/** Names of the blanks, `{地点}` and the like, in their order, each once. */
export function blanksOf(text: string): string[] {
  return [...new Set([...text.matchAll(/\{([^{}]*)\}/gu)].map(([, name = '']) => name))]
}

/** What keeps a template from being used at all. */
export function templateProblems({ text, fields = [] }: Template): Problem[] {
  const problems: Problem[] = []
  const say = (field: string, message: string) => void problems.push({ field, message })
  const blanks = blanksOf(text)
  const names = fields.map(({ name }) => name)
  if (/[{}]/u.test(text.replace(/\{[^{}]+\}/gu, '')))
    say('text', '花括号要成对，里面写空格的名称，例如 {地点}')
  for (const name of blanks)
    if (name && !names.includes(name)) say('text', `正文里有 {${name}}，“要填的空”里没有，请补上或从正文删去`)
  for (const { name, label, kind, choices } of fields) {
    if (!blanks.includes(name)) say('fields', `“${label}”没有用在正文里，请在正文写 {${name}} 或删去这一项`)
    if (kind === 'choice' && !choices?.length) say('fields', `“${label}”是选择题，请列出可以选的词`)
  }
  if (new Set(names).size < names.length) say('fields', '有两项用了同一个名称，请改其中一个')
  return problems
}

/** @returns what is wrong with free words that go to a screen, or `null` */
export function wordsProblem(value: string, phoneAllowed = false): string | null {
  const plain = value.normalize('NFKC')
  if (/[{}<>]|[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/u.test(plain))
    return '含有屏幕不能显示的符号，请只用文字、数字和标点'
  if (/:\/\/|www\.|[a-z0-9-]\.[a-z]{2,}/iu.test(plain)) return '不能写网址，请删去'
  if (!phoneAllowed && /(?:[\d〇零一二三四五六七八九][\s-]?){7,}/u.test(plain))
    return '不能写电话号码，请删去；热线写在模板里'
  return null
}

function dateWords(value: string): string | null {
  if (/^(?:[01]\d|2[0-3]):[0-5]\d$/u.test(value)) return value
  const local = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/u.test(value) ? parseLocal(value) : null
  return local && `${Number(value.slice(5, 7))}月${Number(value.slice(8, 10))}日 ${value.slice(11)}`
}

/** @returns the words that stand in the blank, or what is wrong with the value */
function fillBlank(field: NoticeField, given: string | undefined): { words: string } | { problem: string } {
  const { label, kind, maxLength = fieldLengthDefault, choices = [] } = field
  const value = given?.trim() ?? ''
  if (value === '') return { problem: `请填写“${label}”` }
  if (kind === 'time') {
    const words = dateWords(value)
    return words ? { words } : { problem: `“${label}”请写成 08:30，或 2026-12-04T08:30` }
  }
  if (kind === 'choice')
    return choices.includes(value)
      ? { words: value }
      : { problem: `“${label}”请从这些里选：${choices.join('、')}` }
  if (count(value) > maxLength)
    return { problem: `“${label}”最多 ${maxLength} 个字，现在有 ${count(value)} 个` }
  if (kind === 'number')
    return /^\d+(?:[.-]\d+)*$/u.test(value) ? { words: value } : { problem: `“${label}”只能填数字` }
  const problem = wordsProblem(value)
  return problem ? { problem: `“${label}”${problem}` } : { words: value }
}

/** @returns the text with every blank filled, or all that is wrong with the values */
export function fillTemplate(
  template: Template,
  values: Readonly<Record<string, string>>,
): { text: string } | { problems: readonly Problem[] } {
  const problems = templateProblems(template)
  const filled = new Map<string, string>()
  for (const field of template.fields ?? []) {
    const blank = fillBlank(field, values[field.name])
    if ('words' in blank) filled.set(field.name, blank.words)
    else problems.push({ field: field.name, message: blank.problem })
  }
  for (const name of Object.keys(values))
    if (!template.fields?.some((field) => field.name === name))
      problems.push({ field: name, message: `模板里没有“${name}”这个空，请去掉` })
  const text = template.text.replace(/\{([^{}]*)\}/gu, (_, name: string) => filled.get(name) ?? '')
  if (count(text) > filledCharactersMax)
    problems.push({
      field: 'text',
      message: `填好以后最多 ${filledCharactersMax} 个字，现在有 ${count(text)} 个`,
    })
  return problems.length > 0 ? { problems } : { text }
}
