/** @file Strange frames over the two WebSockets: presence, and the one that carries many listeners. */
import { WebSocket } from 'ws'
import type { LakeOnPort } from '../lake-on-port.ts'
import { diceOf, type Dice } from './dice.ts'
import { encoded } from './parts.ts'
import { queryText } from './queries.ts'
import { damaged, jsonObject, jsonValue } from './values.ts'

const FRAMES_MAX = 60
const WAIT_MS_MAX = 15_000
/** What a peer that sends nonsense may be told: enough, too big, malformed UTF-8 — never an error of ours. */
const HONEST_CODES: readonly number[] = [1000, 1003, 1005, 1006, 1007, 1008, 1009, 1013]

function listenFrame(dice: Dice): string {
  const n = dice.pick(['1', '2', '3', '-1', '1.5', '1e99', '"1"', 'null'])
  const query = encoded(queryText(dice).slice(0, 1_000))
  const url = dice.pick([
    `/v1/data/listen/production?query=${query}`,
    `/v1/data/listen/production?query=${query}`,
    '/vX/data/live/events/production',
    '/v1/users/me',
    '//evil.example/',
    '/\\\\',
  ])
  const frames = [
    `{"op":"open","n":${n},"url":${JSON.stringify(url)},"lastEventId":${jsonValue(dice, 0)}}`,
    `{"op":"close","n":${n}}`,
  ]
  return dice.chance(0.95) ? dice.pick(frames) : damaged(jsonObject(dice, 2), dice)
}

const methods = [
  'presence_subscribe',
  'presence_unsubscribe',
  'presence_rollcall',
  'presence_announce',
].concat(['presence_disconnect', 'authorization', '__proto__', 'nothing'])

function presenceFrame(dice: Dice): string {
  const { id, params } = { id: jsonValue(dice, 0), params: jsonValue(dice, 3) }
  const frame = `{"jsonrpc":"2.0","id":${id},"method":"${dice.pick(methods)}","params":${params}}`
  return dice.chance(0.95) ? frame : damaged(frame, dice)
}

/** One socket, some frames, the end. @returns what is wrong, or null */
export function fuzzSocket(at: LakeOnPort, seed: number): Promise<string | null> {
  const dice = diceOf(seed)
  const [path, make] = dice.pick([
    ['/socket/listen', listenFrame],
    ['/v1/socket/production', presenceFrame],
  ] as const)
  return new Promise((resolve) => {
    const socket = new WebSocket(at.origin.replace('http', 'ws') + path, {
      headers: { authorization: `Bearer ${at.token}` },
    })
    const timer = setTimeout(() => resolve(`socket ${seed}: no end`), WAIT_MS_MAX)
    socket.on('error', () => {})
    socket.on('close', (code) => {
      clearTimeout(timer)
      resolve(HONEST_CODES.includes(code) ? null : `socket ${seed}: closed with ${code}`)
    })
    socket.on('open', () => {
      for (const frame of dice.many(1, FRAMES_MAX, () => make(dice))) socket.send(frame)
      if (dice.chance(0.1)) socket.send(Buffer.from([0xff, 0xc0]), { binary: dice.chance(0.5) })
      socket.close(1000)
    })
  })
}
