/** @file How far a picture or a film is for each size of screen, in plain words. Pure. */
import type { RenditionSize } from '../../../contracts/rendition-state.ts'

export interface SizeWords {
  key: string
  /** `192×96，人民广场大屏等 3 块` */
  place: string
  /** Mark and word. */
  state: string
  /** What is wrong and what to do. */
  more: string | null
  tone: 'positive' | 'caution' | 'default'
}

function placeWords({ width, height, screens, names }: RenditionSize): string {
  const [first = ''] = names
  const whose = screens > 1 ? `${first}等 ${screens} 块屏` : first
  return `${width}×${height} · ${whose}`
}

function stateWords({ state, percent, before }: RenditionSize): string {
  if (state === 'ready') return '✓ 做好了'
  if (state === 'making') return percent === null ? '◔ 正在做' : `◔ 正在做 ${percent}%`
  if (state === 'waiting') return before ? `◔ 排着队，前面还有 ${before} 个` : '◔ 排着队，下一个就是'
  if (state === 'refused') return '⚠ 上不了屏'
  return '○ 还没有安排'
}

export function wordsOfSize(size: RenditionSize): SizeWords {
  const tone = size.state === 'refused' ? 'caution' : size.state === 'ready' ? 'positive' : 'default'
  return {
    key: `${size.width}x${size.height}`,
    place: placeWords(size),
    state: stateWords(size),
    more: size.reason === null ? null : `${size.reason}。${size.remedy ?? ''}`,
    tone,
  }
}

/** One sentence over all sizes. */
export function summaryOf(sizes: readonly RenditionSize[]): string {
  const asked = sizes.filter(({ state }) => state !== 'unasked')
  const count = (state: RenditionSize['state']) => asked.filter((size) => size.state === state).length
  if (sizes.length === 0) return '还没有登记屏幕。'
  if (asked.length === 0)
    return '还没有屏幕要播它。发布以后放进播放单，系统会按每种屏幕大小各做一份，做好才上屏。'
  const parts = [
    [count('ready'), '种大小做好了'],
    [count('making') + count('waiting'), '种正在做'],
    [count('refused'), '种上不了屏'],
  ] as const
  return `${parts
    .filter(([many]) => many > 0)
    .map(([many, words]) => `${many} ${words}`)
    .join('，')}。`
}

export const isPending = (sizes: readonly RenditionSize[]): boolean =>
  sizes.some(({ state }) => state === 'making' || state === 'waiting')
