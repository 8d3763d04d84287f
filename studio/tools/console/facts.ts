/** @file What is known of one screen, line by line, for its own page. Pure. */
import type { Instant } from '../../../contracts/part.ts'
import type { ScreenView } from './shapes.ts'
import { agoWords, bytesWords, lastingWords, momentWords, seenWords } from './words.ts'

export interface Fact {
  label: string
  text: string
  /** Whether somebody should look at it. */
  wrong?: boolean
}

/** Off by more than this, a screen changes visibly at another moment than its neighbour. */
const clockOffMs = 1_000
const warmFrom = 70

function clockFact({ offsetMs, health }: ScreenView): Fact {
  if (health && !health.clockTrusted) return { label: '时钟', text: '播放器不知道准确时间', wrong: true }
  const off = Math.abs(offsetMs)
  if (off < clockOffMs) return { label: '时钟', text: '准' }
  return { label: '时钟', text: `相差 ${(off / 1_000).toFixed(1)} 秒`, wrong: off > 2_000 }
}

function programmeFact({ appliedRevision, behind }: ScreenView): Fact {
  if (appliedRevision === 0) return { label: '节目单', text: '还没有收到过' }
  return behind
    ? { label: '节目单', text: '还在用旧的一版，新的正在换上', wrong: true }
    : { label: '节目单', text: '最新的一版' }
}

function cacheFact({ cache, assetsMissing }: ScreenView): Fact {
  const used = cache ? `已用 ${bytesWords(cache.bytes)}，最多 ${bytesWords(cache.bytesMax)}` : '还没有报告'
  return assetsMissing > 0
    ? { label: '素材', text: `还缺 ${assetsMissing} 个；${used}`, wrong: true }
    : { label: '素材', text: cache ? `齐全；${used}` : used }
}

function boxFacts({ box }: ScreenView, now: Instant): Fact[] {
  if (!box) return [{ label: '温度', text: '主机没有报告' }]
  const { temperatureC, at, uptimeSeconds, diskFreeBytes } = box
  const when = `（${agoWords(at, now)}）`
  return [
    temperatureC === null
      ? { label: '温度', text: '主机没有温度计' }
      : {
          label: '温度',
          text: `${Math.round(temperatureC)} ℃${when}`,
          wrong: temperatureC > warmFrom,
        },
    { label: '主机已运行', text: lastingWords(uptimeSeconds * 1_000) },
    { label: '主机磁盘还剩', text: bytesWords(diskFreeBytes) },
  ]
}

export function factsOf(view: ScreenView, now: Instant): Fact[] {
  const { pairedAt, online, lastSeenAt, health, problems, version, size } = view
  const troubles = problems.reduce((sum, { count }) => sum + count, 0)
  return [
    { label: '位置', text: [view.county.title, view.address].filter(Boolean).join(' · ') },
    { label: '画面', text: `${size.width} × ${size.height} 点` },
    {
      label: '播放器',
      text: pairedAt === null ? '还没有配对' : `${momentWords(pairedAt)} 配对`,
    },
    {
      label: '联系',
      text: online ? '在线' : seenWords(lastSeenAt, now),
      wrong: pairedAt !== null && !online,
    },
    programmeFact(view),
    cacheFact(view),
    clockFact(view),
    ...(health ? [{ label: '播放器已运行', text: lastingWords(health.upSeconds * 1_000) }] : []),
    ...boxFacts(view, now),
    { label: '播放器版本', text: version || '还没有报告' },
    {
      label: '一小时内的故障',
      text: troubles === 0 ? '没有' : `自己恢复了 ${troubles} 次`,
      wrong: troubles > 2,
    },
  ]
}
