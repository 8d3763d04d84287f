/** @file Cells that name something of the lake: a county, an office, topics. Pure. */
import type { DocumentType } from '../../../../contracts/documents/index.ts'
import type { Target } from '../check/facts.ts'
import type { Cell } from '../file/cell.ts'
import type { Column, Reading } from '../lists/shape.ts'
import { codeOf, right, textOf, wrong, type Read } from './reading.ts'
import { partsOf } from './values.ts'

type Read1 = Column['read']

/** What a reference is stored as; one to a draft is made strong when it is published. */
export function referenceTo({ id, type, isDraft }: Target, key?: string) {
  return {
    _type: 'reference',
    _ref: id,
    ...(isDraft ? { _weak: true, _strengthenOnPublish: { type } } : {}),
    ...(key === undefined ? {} : { _key: key }),
  }
}

const refOf = (value: unknown) => (value as { _ref?: string } | undefined)?._ref ?? null

function find(type: DocumentType, word: string, name: string, reading: Reading): Read<Target> {
  const { facts, values } = reading
  const found = facts.named(type, name)
  const county = refOf(values.get('county'))
  const near = found.length > 1 && county ? found.filter((one) => one.county === county) : found
  const [only, other] = near
  if (only && !other) return right(only)
  if (only) return wrong(`有几个${word}都叫“${name}”。请改写它的代码或证号，好分清是哪一个`)
  const like = facts.like(type, name)
  return wrong(
    like
      ? `没有找到${word}“${name}”。是不是“${like.title}”？请写全称`
      : `没有找到${word}“${name}”。请核对名称，或者先把它建好再导入`,
  )
}

/** One document of a type, by its title, its code or its licence number. */
export function one(type: DocumentType, word: string): Read1 {
  return (cell: Cell, reading) => {
    const text = textOf(cell)
    if (!text.ok) return text
    const code = codeOf(cell)
    const byCode = code.ok ? reading.facts.named(type, code.value) : []
    const found = byCode.length === 1 && byCode[0] ? right(byCode[0]) : find(type, word, text.value, reading)
    return found.ok ? right(referenceTo(found.value)) : found
  }
}

/** Several, parted by 、 or a comma. */
export function several(type: DocumentType, word: string): Read1 {
  return (cell, reading) => {
    const text = textOf(cell)
    if (!text.ok) return text
    const found = new Map<string, Target>()
    for (const name of partsOf(text.value)) {
      const target = find(type, word, name, reading)
      if (!target.ok) return target
      found.set(target.value.id, target.value)
    }
    return right([...found.values()].map((target) => referenceTo(target, target.id)))
  }
}

/** A county; whoever works for one county brings in rows of that one only. */
export const ownCounty: Read1 = (cell, reading) => {
  const read = one('county', '县区')(cell, reading)
  const { ownCounty: own, target } = reading.facts
  const chosen = read.ok ? refOf(read.value) : null
  if (chosen === null || own === null || chosen === own) return read
  return wrong(
    `这一行是${target(chosen)?.title ?? '别的县区'}的，您只能导入${target(own)?.title ?? '本县区'}的。请删去这一行，或请市里导入`,
  )
}
