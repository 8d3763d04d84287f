/** @file The form of an order in a request, each fault with a Chinese sentence that says what to write. Pure. */
import * as v from 'valibot'
import { reasonCharactersMax, targetsMax, withdrawnIdsMax } from '../../contracts/orders.ts'

const id = v.pipe(v.string('编号要是文字'), v.nonEmpty('编号不能是空的'), v.maxLength(200, '编号太长'))
const part = v.optional(id)
const selector = v.strictObject(
  { screen: part, group: part, county: part, township: part, village: part, audience: part },
  '一条范围只能写 screen、group、county、township、village、audience；所有屏幕写 {}',
)
const targets = v.pipe(
  v.array(selector, '范围 targets 要写成列表；所有屏幕写 [{}]'),
  v.minLength(1, '请至少写一条范围；所有屏幕写 [{}]'),
  v.maxLength(targetsMax, `范围最多 ${targetsMax} 条`),
)
const untilText = '结束时间 until 要写成带时差的 ISO 时间，例如 2026-12-04T18:00:00+08:00'
const until = v.pipe(
  v.string(untilText),
  v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})$/, untilText),
  v.transform((text) => Date.parse(text)),
  v.number(untilText),
)
const value = v.pipe(v.string('要填的空都写成文字'), v.maxLength(200, '最多 200 个字'))
const base = {
  reason: v.optional(
    v.pipe(
      v.string('原因要写成文字'),
      v.trim(),
      v.maxLength(reasonCharactersMax, `原因最多 ${reasonCharactersMax} 个字`),
    ),
    '',
  ),
  confirm: v.optional(v.pipe(v.string('confirm 要写成文字，例如 "37"'), v.maxLength(20, 'confirm 太长'))),
}
const fields = v.optional(v.record(v.string(), value, '要填的空写成 {名称: 内容}'), {})
const text = v.pipe(v.string('请写要显示的文字 text'), v.trim(), v.nonEmpty('请写要显示的文字 text'))
const ids = v.pipe(
  v.array(id, '请在 ids 里列出要撤下的内容的编号'),
  v.minLength(1, '请在 ids 里列出要撤下的内容的编号'),
  v.maxLength(withdrawnIdsMax, `一次最多撤下 ${withdrawnIdsMax} 项`),
)
const missing = ({ path }: v.BaseIssue<unknown>) => `缺少 ${String(path?.at(-1)?.key ?? '')}，请补上`
export const sentOrder = v.variant(
  'kind',
  [
    v.object({ ...base, kind: v.literal('stop'), targets, until: v.optional(until) }, missing),
    v.object({ ...base, kind: v.literal('notice'), targets, until, template: id, fields }, missing),
    v.object({ ...base, kind: v.literal('urgent'), targets, until, text }, missing),
    v.object({ ...base, kind: v.literal('withdraw'), ids }, missing),
  ],
  '命令种类 kind 要写 stop（停播）、notice（临时通知）、urgent（紧急通知）或 withdraw（撤下内容）',
)
export type Sent = v.InferOutput<typeof sentOrder>
