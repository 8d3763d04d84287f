/**
 * @file An order as an operator sends it, checked whole before anything happens.
 *
 * Every refusal names the field and says in Chinese what to do.
 */
import * as v from 'valibot'
import { failSignage } from '../../contracts/errors/signage.ts'
import { fillTemplate, wordsProblem, type Problem } from '../../contracts/notice-template.ts'
import {
  noticeLastsMsMax,
  stopLastsMsMax,
  stopLastsMsMin,
  urgentCharactersMax,
  urgentLastsMsMax,
  type EndBody,
  type OrderBody,
} from '../../contracts/orders.ts'
import type { Instant } from '../../contracts/part.ts'
import type { Selector } from '../../contracts/schedule/index.ts'
import { playableTypes } from '../../contracts/documents/signage.ts'
import type { SignageDocument } from '../compile/documents.ts'
import { sentOrder, type Sent } from './sent.ts'
import { linesOf } from '../compile/takeover.ts'
import { documentOf, lineId } from './visible.ts'

export interface Draft {
  body: Exclude<OrderBody, EndBody>
  reason: string
  /** Number of screens, typed by whoever orders. */
  confirm: string | null
}

export interface DraftWorld {
  documents: ReadonlyMap<string, SignageDocument>
  now: Instant
}

const hourMs = 3_600_000
const fieldsMax = 20
const withdrawable: readonly string[] = [...playableTypes, 'playlist']

function refuse(problems: readonly Problem[]): never {
  throw failSignage('signage.order-refused', { problems })
}

function checkUntil(given: Instant, longest: number, now: Instant): Problem[] {
  if (given <= now) return [{ field: 'until', message: '结束时间已经过去，请改成以后的时间' }]
  return given - now > longest
    ? [{ field: 'until', message: `最长 ${longest / hourMs} 小时，请把结束时间提前；到时还需要就再下达一次` }]
    : []
}

type Of<Kind extends Sent['kind']> = Extract<Sent, { kind: Kind }>

function stop(sent: Of<'stop'>, { now }: DraftWorld): Draft['body'] {
  const { until } = sent
  const targets = selectors(sent)
  if (until === undefined) return { kind: 'stop', targets }
  const problems = checkUntil(until, stopLastsMsMax, now)
  if (problems.length === 0 && until - now < stopLastsMsMin)
    problems.push({ field: 'until', message: '停播至少 1 分钟，请把结束时间推后；不写就停到下令结束为止' })
  if (problems.length > 0) refuse(problems)
  return { kind: 'stop', targets, until }
}

function urgent(sent: Of<'urgent'>, { now }: DraftWorld): Draft['body'] {
  const problems = checkUntil(sent.until, urgentLastsMsMax, now)
  const text = linesOf(sent.text).join('\n')
  const count = [...text.replaceAll('\n', '')].length
  if (count > urgentCharactersMax)
    problems.push({ field: 'text', message: `最多 ${urgentCharactersMax} 个字，现在有 ${count} 个` })
  const wrong = wordsProblem(text.replaceAll('\n', ' '), true)
  if (wrong) problems.push({ field: 'text', message: wrong })
  if (sent.reason === '')
    problems.push({ field: 'reason', message: '紧急通知不经模板，请写明原因，会永久记录在案' })
  if (problems.length > 0) refuse(problems)
  return { kind: 'urgent', targets: selectors(sent), until: sent.until, text }
}

function notice(sent: Of<'notice'>, { documents, now }: DraftWorld): Draft['body'] {
  const template = documents.get(sent.template)
  if (template?._type !== 'noticeTemplate')
    throw failSignage('signage.template-unknown', { template: sent.template })
  const problems = checkUntil(sent.until, noticeLastsMsMax, now)
  if (Object.keys(sent.fields).length > fieldsMax)
    refuse([{ field: 'fields', message: `最多 ${fieldsMax} 个空` }])
  const filled = fillTemplate(template, sent.fields)
  if ('problems' in filled) refuse([...problems, ...filled.problems])
  if (problems.length > 0) refuse(problems)
  const { title, tone } = template
  return {
    kind: 'notice',
    targets: selectors(sent),
    until: sent.until,
    template: template._id,
    fields: sent.fields,
    title,
    text: filled.text,
    tone: tone ?? 'plain',
  }
}

function withdraw(sent: Of<'withdraw'>, { documents }: DraftWorld): Draft['body'] {
  const ids = [...new Set(sent.ids)]
  const problems = ids.flatMap((each) => {
    const document = documents.get(documentOf(each))
    const isLine =
      document?._type === 'playlist' &&
      (document.items ?? []).some(({ _key }) => lineId(document._id, _key) === each)
    const known = isLine || (document?._id === each && withdrawable.includes(document._type))
    return known ? [] : [{ field: 'ids', message: `没有 ${each}，或它不是屏幕上播的内容，请核对编号` }]
  })
  if (problems.length > 0) refuse(problems)
  return { kind: 'withdraw', ids }
}

/** Without the parts that were left out: what is written down is compared and sent. */
function selectors(sent: { targets: Of<'stop'>['targets'] }): Selector[] {
  return sent.targets.map((each) => JSON.parse(JSON.stringify(each)) as Selector)
}

/** @throws PufaError `signage.order-refused`, `signage.template-unknown` */
export function readDraft(sent: unknown, world: DraftWorld): Draft {
  const parsed = v.safeParse(sentOrder, sent)
  if (!parsed.success)
    refuse(parsed.issues.map((issue) => ({ field: v.getDotPath(issue) ?? '', message: issue.message })))
  const { output } = parsed
  const body =
    output.kind === 'stop'
      ? stop(output, world)
      : output.kind === 'notice'
        ? notice(output, world)
        : output.kind === 'urgent'
          ? urgent(output, world)
          : withdraw(output, world)
  return { body, reason: output.reason, confirm: output.confirm ?? null }
}
