/** @file What a player may say, checked at the edge; inside, messages are trusted. Pure. */
import * as v from 'valibot'
import { screenshotCharactersMax } from '../../contracts/commands.ts'
import {
  partsWantedMax,
  playsPerBatchMax,
  problemKinds,
  type PlayerMessage,
} from '../../contracts/messages.ts'

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200))
const text = v.pipe(v.string(), v.maxLength(500))
const instant = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8.64e15))
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER))
const pixels = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(16_384))
const secret = v.pipe(v.string(), v.minLength(20), v.maxLength(200))
const version = v.pipe(v.string(), v.maxLength(100))

const play = v.object({
  sequence: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(Number.MAX_SAFE_INTEGER)),
  item: id,
  title: text,
  kind: v.pipe(v.string(), v.maxLength(50)),
  event: v.nullable(id),
  playlist: v.nullable(id),
  from: instant,
  until: instant,
  revision: count,
  previous: v.pipe(v.string(), v.regex(/^(?:[0-9a-f]{64})?$/)),
})

const health = v.object({
  luminance: v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(255))),
  asleep: v.boolean(),
  cacheBytes: count,
  cacheBytesMax: count,
  clockTrusted: v.boolean(),
  heapMb: v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(1e6))),
  upSeconds: count,
  problems: v.pipe(
    v.array(v.object({ kind: v.picklist(problemKinds), count, note: v.pipe(v.string(), v.maxLength(200)) })),
    v.maxLength(problemKinds.length),
  ),
})
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))
const commandId = v.pipe(v.string(), v.minLength(1), v.maxLength(64))

const message = v.variant('type', [
  v.object({ type: v.literal('pair'), request: secret, width: pixels, height: pixels, version }),
  v.object({
    type: v.literal('hello'),
    screen: id,
    token: secret,
    keyId: v.exactOptional(id),
    revision: count,
    version,
  }),
  v.object({
    type: v.literal('heartbeat'),
    at: instant,
    revision: count,
    nowPlaying: v.nullable(
      v.object({ item: id, title: text, kind: v.pipe(v.string(), v.maxLength(50)), since: instant }),
    ),
    offsetMs: v.pipe(v.number(), v.minValue(-8.64e15), v.maxValue(8.64e15)),
    storedPlays: count,
    assetsMissing: count,
    health,
  }),
  v.object({ type: v.literal('applied'), revision: count }),
  v.object({
    type: v.literal('refused'),
    revision: count,
    reason: v.picklist([
      'bad-signature',
      'unknown-key',
      'unknown-format',
      'other-screen',
      'older-revision',
      'bad-part',
    ]),
  }),
  v.object({ type: v.literal('poll'), revision: count }),
  v.object({
    type: v.literal('want'),
    revision: count,
    parts: v.pipe(v.array(hash), v.minLength(1), v.maxLength(partsWantedMax)),
  }),
  v.object({
    type: v.literal('did'),
    id: commandId,
    ok: v.boolean(),
    note: v.pipe(v.string(), v.maxLength(200)),
  }),
  v.object({
    type: v.literal('picture'),
    id: commandId,
    mime: v.picklist(['image/jpeg', 'image/png', 'image/webp']),
    data: v.pipe(v.string(), v.maxLength(screenshotCharactersMax), v.regex(/^[A-Za-z0-9+/]+={0,2}$/)),
  }),
  v.object({ type: v.literal('time'), sent: v.number() }),
  v.object({
    type: v.literal('plays'),
    plays: v.pipe(v.array(play), v.minLength(1), v.maxLength(playsPerBatchMax)),
  }),
])

/** @returns the message, or `null` when the text is no message of ours */
export function parsePlayerMessage(frame: string): PlayerMessage | null {
  let json: unknown
  try {
    json = JSON.parse(frame)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
  const parsed = v.safeParse(message, json)
  return parsed.success ? parsed.output : null
}
