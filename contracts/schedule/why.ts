/** @file The resolver explains itself: one Chinese sentence for the person who stands before the screen. Pure. */
import type { Turn } from './resolve.ts'
import type { When } from './shape.ts'

const weekdayNames = ['', '周一', '周二', '周三', '周四', '周五', '周六', '周日']

function daysText(days: readonly number[]): string {
  const sorted = [...new Set(days)].sort((a, b) => a - b)
  const [first = 1] = sorted
  const last = sorted.at(-1) ?? first
  if (sorted.length === 7) return '每天'
  if (sorted.length > 2 && last - first === sorted.length - 1)
    return `${weekdayNames[first]}至${weekdayNames[last]}`
  return sorted.map((day) => weekdayNames[day]).join('、')
}

/** `每天 08:00—10:00`, for sentences and lists. */
export function whenText(when: When): string {
  if (when.type === 'always') return '全天'
  if (when.type === 'cron') return `按规则 ${when.cron} 起播，每次 ${when.durationMinutes} 分钟`
  return when.dayparts.map((part) => `${daysText(part.days)} ${part.start}—${part.end}`).join('，')
}

const levelNames = { screen: '本屏', county: '县级', prefecture: '市级' } as const

function reason({ source, event, playlist, entry }: Turn): string {
  if (source === 'safe' || !playlist)
    return '没有可以播放的内容，保底列表也没有，所以显示播放器自带的热线画面'
  const place = playlist.entries.findIndex(({ key }) => key === entry?.key) + 1
  const list = `播放单“${playlist.title}”第 ${place} 条（共 ${playlist.entries.length} 条）`
  if (source === 'fallback' || !event) return `此刻没有可播的排期，改播保底：${list}`
  if (source === 'takeover') return `“${event.title}”正在接管屏幕，其他内容全部让位，轮到${list}`
  if (source === 'share')
    return `插播“${event.title}”（${whenText(event.when)}，每小时 ${event.shareSecondsPerHour} 秒）到了时候，轮到${list}`
  const rank = event.mandatory ? `${levelNames[event.level]}必播` : `优先级 ${event.priority}`
  return `排期“${event.title}”（${whenText(event.when)}，${rank}）此刻最先，轮到${list}`
}

/** Answers "why is this on this screen?", and where something else was to be expected, why it is not. */
export function whyText(turn: Turn): string {
  const { held } = turn
  return held
    ? `“${held.title}”排得更前，但它的内容已播到每小时的上限。${reason(turn)}。`
    : `${reason(turn)}。`
}
