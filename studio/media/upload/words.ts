/** @file How far an upload is, in words: megabytes, speed, time left. Pure. */
import type { Instant } from '../../../contracts/part.ts'

export type Phase = 'starting' | 'sending' | 'waiting' | 'paused' | 'checking' | 'done' | 'failed'

export interface UploadState {
  id: number
  /** Of the file, as the clerk knows it. */
  name: string
  /** Bytes. */
  total: number
  sent: number
  /** Bytes that had come before the file was chosen this time; 0 for a fresh upload. */
  resumedAt: number
  phase: Phase
  /** `null`: too early to tell. */
  bytesPerSecond: number | null
  /** What is wrong and what to do, where something is. */
  sentence: string | null
}

const megabyte = 1024 * 1024

export const megabytes = (bytes: number): string => (bytes / megabyte).toFixed(1)

export const percentOf = ({ sent, total }: Pick<UploadState, 'sent' | 'total'>): number =>
  total > 0 ? Math.min(100, Math.floor((sent / total) * 100)) : 0

export function speedWords(bytesPerSecond: number): string {
  return bytesPerSecond >= megabyte
    ? `每秒 ${megabytes(bytesPerSecond)} MB`
    : `每秒 ${Math.max(1, Math.round(bytesPerSecond / 1024))} KB`
}

/** Rounded up: a clerk who is told too little waits at the screen. */
export function leftWords(seconds: number): string {
  if (seconds < 60) return `还要约 ${Math.max(5, Math.ceil(seconds / 5) * 5)} 秒`
  if (seconds < 3600) return `还要约 ${Math.ceil(seconds / 60)} 分钟`
  return `还要约 ${Math.floor(seconds / 3600)} 小时 ${Math.ceil((seconds % 3600) / 60)} 分钟`
}

/** `45.2 / 120.0 MB · 37% · 每秒 2.1 MB · 还要约 1 分钟` */
export function amountWords(state: UploadState): string {
  const { sent, total, bytesPerSecond, phase } = state
  const parts = [`${megabytes(sent)} / ${megabytes(total)} MB`, `${percentOf(state)}%`]
  if (phase === 'sending' && bytesPerSecond !== null && bytesPerSecond > 0)
    parts.push(speedWords(bytesPerSecond), leftWords((total - sent) / bytesPerSecond))
  return parts.join(' · ')
}

const phases: Readonly<Record<Phase, string>> = {
  starting: '◔ 正在准备',
  sending: '▲ 正在上传',
  waiting: '⚠ 网断了，等它恢复。会自己接着传，已传的不用重传',
  paused: '❚❚ 已暂停，已传的都留着',
  checking: '◔ 已传完，正在核对',
  done: '✓ 传好了',
  failed: '⚠ 停下了',
}

export function phaseWords(state: UploadState): string {
  const { phase, sentence, resumedAt, total } = state
  if ((phase === 'failed' || phase === 'paused') && sentence) return `⚠ ${sentence}`
  if (phase === 'sending' && resumedAt > 0)
    return `▲ 上次传到 ${percentOf({ sent: resumedAt, total })}%，接着传`
  return phases[phase]
}

/** Leaving the page would stop it. */
export const isUnderWay = ({ phase }: Pick<UploadState, 'phase'>): boolean =>
  phase !== 'done' && phase !== 'failed'

const windowMs = 8_000
const tooShortMs = 800

/** The speed of the last seconds; a pause begins anew. */
export class Speed {
  #samples: { at: Instant; sent: number }[] = []

  reset(): void {
    this.#samples = []
  }

  /** @returns bytes a second, or `null` while it is too early */
  at(now: Instant, sent: number): number | null {
    this.#samples = [...this.#samples.filter(({ at }) => now - at <= windowMs), { at: now, sent }]
    const [first] = this.#samples
    if (!first || now - first.at < tooShortMs) return null
    return Math.max(0, ((sent - first.sent) / (now - first.at)) * 1000)
  }
}
