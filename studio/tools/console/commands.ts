/** @file The commands that an operator may give a screen, in words. Pure. */
import type { Command } from '../../../contracts/commands.ts'
import type { CommandResult } from './shapes.ts'

export interface OfferedCommand {
  title: string
  /** What it does, in a sentence. */
  what: string
  command: Command
  /** What is asked before it goes out; left out: nothing. */
  ask?: string
}

const identify: OfferedCommand = {
  title: '亮屏标识',
  what: '屏上显示自己的名称 20 秒，方便认屏。',
  command: { name: 'identify' },
}
const screenshot: OfferedCommand = {
  title: '截图',
  what: '让屏幕把此刻的画面发回来。',
  command: { name: 'screenshot' },
}
const reload: OfferedCommand = {
  title: '重启播放器',
  what: '重新载入播放器，几秒内接着播；不在线的屏，连上以后再做。',
  command: { name: 'reload' },
}
const clearCache: OfferedCommand = {
  title: '清空素材缓存',
  what: '删掉存着的图片和影片，重新下载。画面不对时用。',
  command: { name: 'clear-cache' },
  ask: '删掉存着的图片和影片以后要重新下载，下载完以前影片会先跳过不播。确定清空吗？',
}
const sleep: OfferedCommand = {
  title: '熄屏',
  what: '屏幕变黑，12 小时后自己恢复；也可以随时“亮屏”。',
  command: { name: 'sleep' },
  ask: '屏幕会立刻变黑。确定熄屏吗？',
}
const wake: OfferedCommand = {
  title: '亮屏',
  what: '不管开关屏时段，立刻亮起来，12 小时后恢复。',
  command: { name: 'wake' },
}
const bySchedule: OfferedCommand = {
  title: '恢复按设置运行',
  what: '手动调过的亮度、音量、熄屏、亮屏都作废，照屏幕资料里的来。',
  command: { name: 'by-schedule' },
}

export const screenCommands: readonly OfferedCommand[] = [
  identify,
  reload,
  wake,
  sleep,
  clearCache,
  bySchedule,
]

/** What many screens may be told at once; each can be taken back by the last. */
export const bulkCommands: readonly OfferedCommand[] = [screenshot, identify, reload, wake, bySchedule]

/** Steps of brightness and volume; null goes back to the screen's own settings. */
export const percents: readonly number[] = [100, 90, 80, 70, 60, 50, 40, 30, 20, 10]

/** What the player said to a command. */
export function resultWords(title: string, { ok, note }: CommandResult): string {
  if (ok) return note ? `${title}：已执行，${note}` : `${title}：已执行`
  return `${title}：${note || '没有执行'}`
}

export function resultSums(results: readonly CommandResult[]): string {
  const done = results.filter(({ ok }) => ok).length
  if (done === results.length) return `✓ ${done} 块屏都已执行`
  return `◔ ${done} / ${results.length} 块屏已执行，其余的：`
}
