/**
 * @file The kinds of values that fields of the contract hold, each a function that says what is wrong. Pure.
 */
import type { Json } from '../contracts/canonical.ts'
import type { Document } from '../contracts/documents/index.ts'
import { parseMarker } from './references.ts'

export type JsonObject = { readonly [key: string]: Json }

export interface Surroundings {
  /** Type of the document with this id in the content, if there is one. */
  typeOf(id: string): string | undefined
  assetFileExists(path: string): boolean
}

/** @returns Chinese clauses; none when the value is right */
export type Kind = (value: Json, around: Surroundings) => readonly string[]

export interface Optional {
  readonly optional: Kind
}

export type Fields = Readonly<Record<string, Kind | Optional>>

/** The table that a document type of the contract asks for: every field, optional where it is. */
export type FieldsOf<Doc> = {
  readonly [Name in Exclude<keyof Doc, keyof Document<string>>]-?: Partial<Pick<Doc, Name>> extends Pick<
    Doc,
    Name
  >
    ? Optional
    : Kind
}

export const optional = (kind: Kind): Optional => ({ optional: kind })

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const test =
  (passes: (value: Json) => boolean, wanted: string): Kind =>
  (value) =>
    passes(value) ? [] : [`应当是${wanted}，现在是 ${JSON.stringify(value).slice(0, 60)}`]

const matching = (pattern: RegExp, wanted: string): Kind =>
  test((value) => typeof value === 'string' && pattern.test(value), wanted)

const isDay = (text: string) => {
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}

export const text = matching(/^\S(?:[^]*\S)?$/, '不空、首尾没有空白的文字')
export const digits = (count: number) => matching(new RegExp(`^\\d{${count}}$`), `${count} 位数字`)
export const articleNumber = matching(/^[1-9]\d*(?:-[1-9]\d*)?$/, '条文号，例如 1079 或 120-1')
export const clockTime = matching(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/, '时刻，例如 08:30')
export const flag = test((value) => typeof value === 'boolean', '是或否')
export const day = test(
  (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && isDay(value),
  '日期，例如 2026-12-04',
)
export const minute = test(
  (value) =>
    typeof value === 'string' &&
    /^\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?$/.test(value) &&
    isDay(value.slice(0, 10)),
  '日期和时刻，例如 2026-12-04T08:00',
)

export const whole = (least: number, most: number): Kind =>
  test(
    (value) => typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most,
    `${least} 到 ${most} 的整数`,
  )

export const amount = test((value) => typeof value === 'number' && value > 0, '大于零的数')

export const degrees = test(
  (value) => typeof value === 'number' && Math.abs(value) <= 180,
  '经度或纬度的度数',
)

export const moment = test((value) => typeof value === 'number' && value >= 0, '不小于零的数')

export const oneOf = (...values: readonly string[]): Kind =>
  test((value) => typeof value === 'string' && values.includes(value), `${values.join('、')}之一`)

export const textUpTo =
  (charactersMax: number): Kind =>
  (value, around) => {
    const wrong = text(value, around)
    if (wrong.length > 0 || typeof value !== 'string') return wrong
    const count = [...value].length
    return count <= charactersMax ? [] : [`最多 ${charactersMax} 字，现在 ${count} 字`]
  }

export const list =
  (kind: Kind, least = 1): Kind =>
  (value, around) => {
    if (!Array.isArray(value)) return ['应当是列表']
    if (value.length < least) return [`至少要有 ${least} 项`]
    return value.flatMap((entry, index) => kind(entry, around).map((clause) => `第 ${index + 1} 项${clause}`))
  }

/** A list of objects, each with a `_key` of its own. */
export const keyedList =
  (kind: Kind, least = 1): Kind =>
  (value, around) => {
    const wrong = list(kind, least)(value, around)
    if (!Array.isArray(value)) return wrong
    const keys = value.map((entry) => (isObject(entry) ? entry['_key'] : undefined))
    const isKeyed = keys.every((key) => typeof key === 'string') && new Set(keys).size === keys.length
    return isKeyed ? wrong : [...wrong, '各项的 _key 缺少或重复']
  }

/** An object's fields against a table; a name the table lacks is wrong too. */
export function fieldProblems(value: JsonObject, fields: Fields, around: Surroundings): string[] {
  const problems: string[] = []
  for (const [name, field] of Object.entries(fields)) {
    const entry = value[name]
    if (entry === undefined) {
      if (typeof field === 'function') problems.push(`缺少 ${name}`)
      continue
    }
    const kind = typeof field === 'function' ? field : field.optional
    problems.push(...kind(entry, around).map((clause) => `${name} ${clause}`))
  }
  for (const name of Object.keys(value))
    if (!name.startsWith('_') && !(name in fields)) problems.push(`多出 ${name}`)
  return problems
}

/** @param type the object's `_type`; `null`: it has none */
export const object =
  (type: string | null, fields: Fields): Kind =>
  (value, around) => {
    if (!isObject(value)) return ['应当是对象']
    const problems = fieldProblems(value, fields, around)
    return type === null || value['_type'] === type ? problems : [...problems, `_type 应当是 ${type}`]
  }

/** @param types what the target may be; none: anything. Whether it exists is asked of all references at once. */
export const reference =
  (...types: readonly string[]): Kind =>
  (value, around) => {
    if (!isObject(value) || value['_type'] !== 'reference' || typeof value['_ref'] !== 'string')
      return ['应当是引用']
    const found = around.typeOf(value['_ref'])
    return found === undefined || types.length === 0 || types.includes(found)
      ? []
      : [`引用的 ${value['_ref']} 是 ${found}，应当是 ${types.join('、')}`]
  }

export const slug = object('slug', {
  current: matching(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, '小写英文和数字，用 - 连接'),
})

const asset =
  (kind: 'image' | 'file'): Kind =>
  (value, around) => {
    const marker = isObject(value) ? parseMarker(value['_sanityAsset']) : null
    if (marker === null || marker.kind !== kind) return [`应当用 _sanityAsset 写明 ${kind}@ 开头的路径`]
    return around.assetFileExists(marker.path) ? [] : [`文件 ${marker.path} 不存在`]
  }

const both =
  (...kinds: readonly Kind[]): Kind =>
  (value, around) =>
    kinds.flatMap((kind) => kind(value, around))

const fraction = test((value) => typeof value === 'number' && value >= 0 && value <= 1, '0 到 1 的数')

export const picture = both(
  object('image', {
    alt: text,
    privacyChecked: flag,
    rights: text,
    caption: optional(text),
    crop: optional(object(null, { top: fraction, bottom: fraction, left: fraction, right: fraction })),
    hotspot: optional(object(null, { x: fraction, y: fraction, height: fraction, width: fraction })),
  }),
  asset('image'),
)

export const film = both(object('file', {}), asset('file'))

const span = object('span', { text, marks: optional(list(text, 0)) })

export const block = object('block', {
  style: optional(text),
  listItem: optional(oneOf('bullet', 'number')),
  level: optional(whole(1, 4)),
  markDefs: optional(keyedList(object(null, { href: optional(text) }), 0)),
  children: keyedList(span),
})

export const citation = object('citation', { law: reference('law'), article: articleNumber, meaning: text })
