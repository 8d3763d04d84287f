/**
 * @file The preview page and a paired player differ in no pixel: every kind of item, at every size that signs
 * have, at the same moments of their plays.
 */
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ScreenProfile } from '../../contracts/manifest.ts'
import { commonSizes } from '../../contracts/preview.ts'
import type { Item } from '../../contracts/schedule/index.ts'
import { long } from '../support/long.ts'
import { startRig, type Rig } from './rig/browser.ts'
import { filmType, recordStill } from './rig/film.ts'
import { gallery } from './rig/gallery.ts'
import { chosenSigns, pictured, picturesOf, signs, wordy, type Play } from './rig/kinds.ts'
import { openPreview } from './rig/preview.ts'
import { asset, screenOf, type Asset } from './rig/programme.ts'

/** Midnight in Shanghai, 22 November: the loop begins. */
const night = Date.UTC(2026, 10, 21, 16)
/** Whole frames of a running line, whatever the seconds of the item. */
const moments = long ? [0.05, 0.35, 0.65, 0.95] : [0.05, 0.95]
let rig: Rig
let assets: Asset[] = []
let plays: readonly Play[] = []

beforeAll(async () => {
  rig = await startRig({ now: () => night, answersTime: false })
  const film = asset(await recordStill(rig.context, rig.server.origin(), 4_000), filmType)
  assets = [...(await picturesOf('murals/neighbours-1', 'murals/anti-fraud-1', 'led/wages')), film]
  for (const one of assets) rig.server.serve(one)
  const video: Item = {
    ...({ kind: 'video', id: 'video', title: '借条', genre: 'drama' } as const),
    sources: [{ asset: film.sha256, type: filmType }],
    captions: [{ from: 0, to: 99, text: '转账的时候备注“借款”，聊天记录也要留好' }],
  }
  const live: Item = {
    ...({ kind: 'live', id: 'live', title: '巡回法庭公开开庭', stream: '/files/none.m3u8' } as const),
    muted: true,
    ...{ begins: '2026-11-22T09:00', ends: '2026-11-22T10:30', validUntil: '2026-11-22T10:32', closing: '' },
  }
  plays = [...wordy, ...pictured(assets), [video, 4], [live, 20]]
})
afterAll(() => rig.close())

const raw = (png: Buffer): Promise<Buffer> => sharp(png).ensureAlpha().raw().toBuffer()

async function different(a: Buffer, b: Buffer): Promise<number> {
  const [one, other] = [await raw(a), await raw(b)]
  if (one.length !== other.length) return Infinity
  let count = 0
  for (let at = 0; at < one.length; at += 4) if (one.readUInt32BE(at) !== other.readUInt32BE(at)) count++
  return count
}

/** @returns a line for every moment at which the two differ */
async function compared(
  size: readonly [number, number],
  more: Partial<ScreenProfile> = {},
): Promise<string[]> {
  const [width, height] = size
  const shots = await gallery(rig.context, rig.server, { plays }, size, moments, assets, more)
  const screen = screenOf(`gallery-${width}x${height}`, { width, height, ...more })
  const preview = await openPreview(rig.context, rig.server.origin(), screen, assets)
  const begins = new Map<string, number>()
  let at = night
  for (const [item, seconds] of plays) {
    begins.set(item.id, at)
    at += seconds * 1_000
  }
  const faults: string[] = []
  for (const { item: id, elapsedMs, png } of shots) {
    const [item, seconds] = plays.find(([one]) => one.id === id) as readonly [Item, number]
    const drawn = await preview.shoot(item, { seconds, from: begins.get(id) ?? 0, elapsedMs })
    const pixels = await different(png, drawn.png)
    if (pixels > 0) faults.push(`${id} after ${elapsedMs} ms: ${pixels} pixels`)
  }
  await preview.close()
  return faults
}

test('the sizes that the Studio offers are those that signs have', () => {
  expect(commonSizes).toEqual(signs)
})

describe.each(chosenSigns)('at %i×%i', (width, height) => {
  test('the preview has the pixels of the player, for every kind at each of its moments', async () => {
    expect(await compared([width, height])).toEqual([])
  })
})

test('strip and mark are where the player has them', async () => {
  const ticker = { height: 20, lines: [{ text: '有事找法，依法办事。法律服务热线12348，全天有人接听。' }] }
  const corner = { number: '12348', text: '法律热线' }
  expect(await compared([448, 192], { ticker, corner, pitchMm: 5, viewingDistanceM: 20 })).toEqual([])
})

test('it tells how large the letters are and when pages turn, by what is drawn and not by a rule of its own', async () => {
  const screen = screenOf('told', { width: 192, height: 96 })
  const preview = await openPreview(rig.context, rig.server.origin(), screen, assets)
  const notice = plays.find(([item]) => item.id === 'notice-long')?.[0] as Item
  const { drawn } = await preview.shoot(notice, { seconds: 36, from: night, elapsedMs: 0 })
  expect(drawn.characterPx).toBeGreaterThanOrEqual(16)
  expect(drawn.turns.length).toBeGreaterThan(1)
  const [, second = 0] = drawn.turns
  const first = await preview.shoot(notice, { seconds: 36, from: night, elapsedMs: second - 100 })
  const next = await preview.shoot(notice, { seconds: 36, from: night, elapsedMs: second + 100 })
  expect(await different(first.png, next.png)).toBeGreaterThan(0)
  await preview.close()
})
