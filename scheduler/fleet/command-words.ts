/** @file What an operator may command, checked at the edge, and in words. Pure. */
import * as v from 'valibot'
import type { Command, CommandName } from '../../contracts/commands.ts'
import { failSignage } from '../../contracts/errors/signage.ts'

export interface CommandResult {
  screen: string
  ok: boolean
  /** Why not, or what the player says of it. */
  note: string
}

const titles: Readonly<Record<CommandName, string>> = {
  reload: '重新载入',
  identify: '显示屏幕名称',
  screenshot: '截图',
  'clear-cache': '清空素材缓存',
  brightness: '调亮度',
  volume: '调音量',
  sleep: '熄屏',
  wake: '亮屏',
  'by-schedule': '恢复按设置运行',
}

export function commandTitle(command: Command): string {
  const title = titles[command.name]
  if (!('percent' in command)) return title
  return command.percent === null ? `${title}（恢复设置）` : `${title}（${command.percent}%）`
}

const percent = (least: number) =>
  v.nullable(v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(100)))
const plain = <Name extends CommandName>(name: Name) => v.object({ name: v.literal(name) })

const command = v.variant('name', [
  plain('reload'),
  plain('identify'),
  plain('screenshot'),
  plain('clear-cache'),
  plain('sleep'),
  plain('wake'),
  plain('by-schedule'),
  v.object({ name: v.literal('brightness'), percent: percent(1) }),
  v.object({ name: v.literal('volume'), percent: percent(0) }),
])

/** @throws PufaError `signage.bad-request` */
export function commandOf(body: unknown): Command {
  const parsed = v.safeParse(command, body)
  if (parsed.success) return parsed.output
  throw failSignage('signage.bad-request', {
    reason: `name 只能写 ${Object.keys(titles).join('、')}；brightness 的 percent 是 1–100，volume 的是 0–100，null 是恢复设置`,
  })
}

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200))
const targets = v.object({
  screens: v.optional(v.pipe(v.array(id), v.minLength(1), v.maxLength(2_000))),
  group: v.optional(id),
  county: v.optional(id),
})

/** @throws PufaError `signage.bad-request` unless exactly one of them is named */
export function targetsOf(body: unknown): { screens: string[] } | { group: string } | { county: string } {
  const parsed = v.safeParse(targets, body)
  if (parsed.success) {
    const { screens, group, county } = parsed.output
    if (screens && !group && !county) return { screens: [...new Set(screens)] }
    if (group && !screens && !county) return { group }
    if (county && !screens && !group) return { county }
  }
  throw failSignage('signage.bad-request', {
    reason: 'screens（屏幕编号的列表，最多 2000 个）、group、county 三个里要写一个，也只能写一个',
  })
}
