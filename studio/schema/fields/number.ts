/** @file A number between two bounds, with a sentence for what lies outside. */
import { defineField } from 'sanity'

export interface NumberField {
  name: string
  title: string
  description: string
  group?: string
  min: number
  max: number
  initialValue?: number
  required?: boolean
  whole?: boolean
}

export function numberField({
  name,
  title,
  description,
  group,
  min,
  max,
  initialValue,
  required = true,
  whole = true,
}: NumberField) {
  const sentence = `请写 ${min} 到 ${max} 之间的${whole ? '整数' : '数'}`
  return defineField({
    name,
    title,
    description,
    type: 'number',
    ...(group === undefined ? {} : { group }),
    ...(initialValue === undefined ? {} : { initialValue }),
    validation: (rule) => {
      const bounded = rule.min(min).max(max)
      const kind = whole ? bounded.integer() : bounded
      return (required ? kind.required() : kind).error(sentence)
    },
  })
}
