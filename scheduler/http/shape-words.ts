/** @file What is wrong with a posted body, in Chinese. Pure. */
import type * as v from 'valibot'

/** What is wrong, in words that need no knowledge of the checker. */
export function sentence({ type, expected, received, requirement }: v.BaseIssue<unknown>): string {
  if (expected === 'never') return '没有这一项，可能写错了名称'
  if (received === 'undefined') return '缺少这一项'
  switch (type) {
    case 'string':
      return '要写成文字'
    case 'number':
      return '要写成数'
    case 'integer':
      return '要写成整数'
    case 'boolean':
      return '只能是 true 或 false'
    case 'array':
      return '要写成列表'
    case 'min_value':
      return `不能小于 ${String(requirement)}`
    case 'max_value':
      return `不能大于 ${String(requirement)}`
    case 'min_length':
      return '不能是空的'
    case 'max_length':
      return `太长，最多 ${String(requirement)}`
    case 'regex':
      return '格式不对，时间要写成 08:00、2026-12-04、2026-12-04T08:00 或带时差的 2026-12-04T08:00:00+08:00'
    case 'picklist':
    case 'variant':
      return `只能是 ${String(expected).replaceAll(' | ', '、').replace(/[()]/g, '')} 之一`
    default:
      return '要写成带花括号的对象'
  }
}
