/**
 * @file When a screen needs somebody: each kind of alert as a pure rule over what is known of it.
 *
 * A rule says `bad`, `well`, or nothing (unknown, or between its two thresholds). An alert opens when it has
 * been bad for `afterMs` without a break, closes when it has been well for `wellMs`, and stays as it is while
 * nothing is known: a screen that is off the line has no known clock.
 */
import type { Instant } from '../../contracts/part.ts'
import type { BoxReport, ScreenStatus } from '../fleet/status.ts'
import { gapToldMs, type Gap } from '../store/gaps.ts'

export const alertKinds = [
  'silent',
  'black',
  'clock',
  'cache',
  'storage',
  'behind',
  'problems',
  'proof',
  'gap',
  'temperature',
] as const
export type AlertKind = (typeof alertKinds)[number]

export const silentMinutesDefault = 10
const minuteMs = 60_000
const hourMs = 60 * minuteMs
/** What a box said longer ago tells nothing of now. */
const boxReportHoldsMs = 30 * minuteMs
const diskFreeLow = 300e6
const diskFreeEnough = 600e6

/** One screen with a player of its own, at one instant. */
export interface Observed {
  now: Instant
  /** Beginning of the hours in which it is lit, 0 for always, `null` while it sleeps by them. */
  litSince: Instant | null
  /** Latest of: last word of the player, its pairing, the start of this server. */
  heardAt: Instant
  silentMinutes: number
  /** Revision of the manifest that it should play by. */
  revision: number
  /** `null`: no player has ever spoken. */
  status: ScreenStatus | null
  /** When a play of it was last found to break its chain. */
  proofBrokenAt: Instant | null
  /** Plays of it that are missing, by the gap that was found last. */
  gap: Gap | null
}

/** `about`: when that began of which it speaks; a later one is another alert and not the same going on. */
export type Verdict = { bad: string; about?: Instant } | 'well' | null

export interface Rule {
  kind: AlertKind
  title: string
  afterMs: number
  wellMs: number
  judge(observed: Observed): Verdict
}

const minutes = (ms: number) => Math.floor(ms / minuteMs)

/** Only what an online player said counts as known. */
const online = (judge: (status: ScreenStatus, observed: Observed) => Verdict) => (observed: Observed) =>
  observed.status?.online && observed.status.vitals ? judge(observed.status, observed) : null

/** Troubles that the watchdog mended; many of them mean that something is wrong with the box. */
const recoveries: ReadonlySet<string> = new Set(['film-stuck', 'item-broken', 'frozen', 'memory'])
const sumOf = ({ vitals }: ScreenStatus, counts: (kind: string) => boolean) =>
  (vitals?.noticed ?? []).reduce((sum, { kind, count }) => sum + (counts(kind) ? count : 0), 0)

const freshBox = ({ status, now }: Observed): BoxReport | null =>
  status?.box && now - status.box.at < boxReportHoldsMs ? status.box : null

export const rules: readonly Rule[] = [
  {
    kind: 'silent',
    title: '失去联系',
    afterMs: 0,
    wellMs: minuteMs,
    judge({ now, litSince, heardAt, silentMinutes, status }) {
      if (status?.online) return 'well'
      if (litSince === null) return null
      const silentMs = now - Math.max(heardAt, litSince)
      if (silentMs <= silentMinutes * minuteMs) return null
      return { bad: `已 ${minutes(now - heardAt)} 分钟没有联系` }
    },
  },
  {
    kind: 'black',
    title: '画面全黑',
    afterMs: 0,
    wellMs: minuteMs,
    judge: online(({ vitals }) => {
      if (!vitals || vitals.darkBeats === 0) return 'well'
      return vitals.darkBeats >= 3 ? { bad: `连续 ${vitals.darkBeats} 次报告画面全黑` } : null
    }),
  },
  {
    kind: 'clock',
    title: '时钟不准',
    afterMs: minuteMs,
    wellMs: 2 * minuteMs,
    judge: online(({ offsetMs, vitals }) => {
      if (!vitals?.health.clockTrusted) return { bad: '播放器不知道准确时间' }
      const off = Math.abs(offsetMs)
      if (off > 2_000) return { bad: `播放器的时钟相差 ${(off / 1_000).toFixed(1)} 秒` }
      return off < 1_000 ? 'well' : null
    }),
  },
  {
    kind: 'cache',
    title: '素材下载不下来',
    afterMs: 15 * minuteMs,
    wellMs: minuteMs,
    judge: online(({ assetsMissing }) =>
      assetsMissing > 0 ? { bad: `还缺 ${assetsMissing} 个图片或影片` } : 'well',
    ),
  },
  {
    kind: 'storage',
    title: '存储空间不足',
    afterMs: 0,
    wellMs: 10 * minuteMs,
    judge(observed) {
      const box = freshBox(observed)
      if (box && box.diskFreeBytes < diskFreeLow)
        return { bad: `主机磁盘只剩 ${Math.floor(box.diskFreeBytes / 1e6)} MB` }
      const { status, now } = observed
      if (!status?.online || !status.vitals) return null
      const full = status.vitals.noticed.find(
        ({ kind, until }) => kind === 'storage-full' && until > now - 15 * minuteMs,
      )
      if (full) return { bad: full.note || '播放器存不下节目单要用的图片和影片' }
      return box && box.diskFreeBytes < diskFreeEnough ? null : 'well'
    },
  },
  {
    kind: 'behind',
    title: '没有换上新节目单',
    afterMs: 5 * minuteMs,
    wellMs: 0,
    judge: online(({ appliedRevision }, { revision }) =>
      appliedRevision < revision ? { bad: '在线，但还在按旧的节目单播放' } : 'well',
    ),
  },
  {
    kind: 'problems',
    title: '故障频繁',
    afterMs: 0,
    wellMs: 10 * minuteMs,
    judge: online((status) => {
      const sum = sumOf(status, (kind) => recoveries.has(kind))
      if (sum >= 5) return { bad: `一小时内自动恢复了 ${sum} 次` }
      return sum <= 2 ? 'well' : null
    }),
  },
  {
    kind: 'proof',
    title: '播放记录对不上',
    afterMs: 0,
    wellMs: 0,
    judge({ proofBrokenAt, now }) {
      // It needs a person's eyes, so it stands for a day; the report lists every such record for good.
      if (proofBrokenAt === null || now - proofBrokenAt >= 24 * hourMs) return 'well'
      return { bad: '收到的播放记录前后不符，请查看统计里的“记录问题”' }
    },
  },
  {
    kind: 'gap',
    title: '播放记录缺失',
    afterMs: 0,
    wellMs: 0,
    judge({ gap, now }) {
      if (!gap || now - gap.foundAt >= gapToldMs) return 'well'
      const { missing, before, foundAt } = gap
      const which = missing === 1 ? `第 ${before - 1} 条` : `第 ${before - missing} 至 ${before - 1} 条`
      return { bad: `少了 ${missing} 条播放记录（${which}），请查看统计里的“记录问题”`, about: foundAt }
    },
  },
  {
    kind: 'temperature',
    title: '温度过高',
    afterMs: 0,
    wellMs: 5 * minuteMs,
    judge(observed) {
      const temperature = freshBox(observed)?.temperatureC ?? null
      if (temperature === null) return null
      if (temperature > 75) return { bad: `主机温度 ${Math.round(temperature)} ℃` }
      return temperature < 70 ? 'well' : null
    },
  },
]

export const alertTitle = (kind: string): string => rules.find((rule) => rule.kind === kind)?.title ?? kind

/** What a rule remembers of one screen between two looks. */
export interface Memory {
  open: boolean
  badSince: Instant | null
  wellSince: Instant | null
  /** Of the alert that is open. */
  about?: Instant
}

export const calm: Memory = { open: false, badSince: null, wellSince: null }

/** @returns the memory after this look; `open` differs from before where the alert opens or closes */
export function step(rule: Rule, before: Memory, verdict: Verdict, now: Instant): Memory {
  if (verdict === null) return { open: before.open, badSince: null, wellSince: null }
  if (verdict === 'well') {
    const wellSince = before.wellSince ?? now
    return { open: before.open && now - wellSince < rule.wellMs, badSince: null, wellSince }
  }
  const badSince = before.badSince ?? now
  return { open: before.open || now - badSince >= rule.afterMs, badSince, wellSince: null }
}
