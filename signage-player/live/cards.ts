/**
 * @file What a screen says while a broadcast has no picture: when it begins, that it is being fetched, that
 * its signal is lost, that it is over.
 *
 * Set like a hotline and like a slogan, so legible at every size. The words follow from the clock; the card is laid out again
 * only when they change.
 */
import type { Instant } from '../../contracts/part.ts'
import type { LiveItem } from '../../contracts/schedule/items.ts'
import type { wallClock } from '../../contracts/schedule/zone.ts'
import type { Drawing, Frame } from '../renderers/drawing.ts'
import type { PlainItem } from '../renderers/plain-items.ts'

/** Draws an item that needs no asset; handed in, so that this chunk holds nothing twice. */
export type DrawText = (item: PlainItem, frame: Frame) => Drawing

export type CardState = 'coming' | 'fetching' | 'lost' | 'over'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
/** From here on seconds count. */
const lastMinutesMs = 10 * minuteMs
const two = (value: number): string => String(value).padStart(2, '0')

/** `3分05秒`, coarser the longer it lasts. */
export function leftText(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1_000))
  if (ms >= 48 * hourMs) return `${Math.floor(ms / (24 * hourMs))}天`
  const minutes = Math.ceil(seconds / 60)
  if (ms >= hourMs) return `${Math.floor(minutes / 60)}小时${two(minutes % 60)}分`
  return ms >= lastMinutesMs ? `${minutes}分钟` : `${Math.floor(seconds / 60)}分${two(seconds % 60)}秒`
}

type WallClock = typeof wallClock

/** `今天9:00`, with the date where it is another day. */
export function beginsText(begins: Instant, now: Instant, zone: string, wallClock: WallClock): string {
  const at = wallClock(zone, begins)
  const ahead = at.day - wallClock(zone, now).day
  const time = `${Math.floor(at.ms / hourMs)}:${two(Math.floor((at.ms % hourMs) / minuteMs))}`
  const date = new Date(at.day * 24 * hourMs)
  const day = ahead <= 0 ? '今天' : ahead === 1 ? '明天' : `${date.getUTCMonth() + 1}月${date.getUTCDate()}日`
  return `${day}${time}`
}

type CardItem = Pick<LiveItem, 'id' | 'title' | 'closing'>

/** How long until it begins is the largest thing on the card, as the number is on the hotline's. */
function comingCard({ id, title }: CardItem, left: string, begins: string): PlainItem {
  const text = `直播预告：${title}`
  return { kind: 'hotline', id, title: '', text, number: left, hours: `后开始，${begins}` }
}

/** The words for a state in which there is no picture. */
export function linesOf(
  { title, closing }: CardItem,
  state: Exclude<CardState, 'coming'>,
): readonly string[] {
  switch (state) {
    case 'fetching':
      return [title, '正在接入直播']
    case 'lost':
      return ['直播信号中断', '正在重新连接']
    case 'over':
      return [title, closing || '直播已结束']
  }
}

function statedCard(item: CardItem, state: Exclude<CardState, 'coming'>): PlainItem {
  const lines = linesOf(item, state)
  return { kind: 'slogan', id: item.id, title: '', lines, layout: 'auto', tone: 'plain', signature: '' }
}

/** @param stateAt what the card has to say at an instant */
export function drawCard(
  item: LiveItem,
  frame: Frame & { begins: Instant },
  stateAt: (now: Instant) => CardState,
  drawText: DrawText,
  clock: WallClock,
): Drawing {
  const { begins, zone } = frame
  let laid: { words: string; drawing: Drawing } | null = null
  const cardAt = (now: Instant): PlainItem => {
    const state = stateAt(now)
    if (state !== 'coming') return statedCard(item, state)
    return comingCard(item, leftText(begins - now), beginsText(begins, now, zone, clock))
  }
  const at = (now: Instant): Drawing => {
    const card = cardAt(now)
    const words = JSON.stringify(card)
    if (laid?.words !== words) laid = { words, drawing: drawText(card, frame) }
    return laid.drawing
  }
  return {
    draw: (pen, moment) => at(moment.instant).draw(pen, moment),
    changesIn: (moment) => Math.min(1_000 - (moment.instant % 1_000), at(moment.instant).changesIn(moment)),
  }
}
