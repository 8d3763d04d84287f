/** @file Six digits on an unpaired screen: used once, for a while, by the player that asked. */
import { expect, test } from 'vitest'
import { pairingCodeLastsMs } from '../../contracts/messages.ts'
import { pairingCodes } from '../../scheduler/fleet/pairing.ts'
import { handClock } from './clock.ts'

/** Gives the listed numbers, then counts up. */
function rig(...numbers: number[]) {
  const clock = handClock()
  let next = 100_000
  const codes = pairingCodes<string>(clock.now, () => numbers.shift() ?? next++)
  return { clock, codes }
}

test('a code is six digits, leading zeros included', () => {
  expect(rig(7).codes.open('secret', 'player').code).toBe('000007')
})

test('a code is used once, or two screens could be paired by one sight of it', () => {
  const { codes } = rig()
  const { code } = codes.open('secret', 'player')
  expect(codes.take(code)).toMatchObject({ player: 'player', request: 'secret' })
  expect(codes.take(code)).toBeNull()
})

test('a code that nobody shows is none', () => {
  expect(rig().codes.take('999999')).toBeNull()
})

test('a code expires, for it may have been photographed', () => {
  const { codes, clock } = rig()
  const { code, expiresAt } = codes.open('secret', 'player')
  expect(expiresAt).toBe(clock.at + pairingCodeLastsMs)
  clock.at = expiresAt
  expect(codes.take(code)).toBeNull()
})

test('a code holds until the last millisecond of its time', () => {
  const { codes, clock } = rig()
  const { code, expiresAt } = codes.open('secret', 'player')
  clock.at = expiresAt - 1
  expect(codes.take(code)).not.toBeNull()
})

test('the same request keeps its code, so that a shaky line does not change what the operator reads', () => {
  const { codes } = rig()
  const first = codes.open('secret', 'before')
  const again = codes.open('secret', 'after')
  expect(again.code).toBe(first.code)
  expect(codes.take(first.code)?.player).toBe('after')
})

test('after it expired the same request gets another code', () => {
  const { codes, clock } = rig()
  const first = codes.open('secret', 'player')
  clock.at = first.expiresAt
  expect(codes.open('secret', 'player').code).not.toBe(first.code)
})

test('two requests never share a code, whatever chance says', () => {
  const { codes } = rig(5, 5, 5, 6)
  expect([codes.open('a', 'a').code, codes.open('b', 'b').code]).toEqual(['000005', '000006'])
})

test('a player that left takes its code with it', () => {
  const { codes } = rig()
  const { code } = codes.open('secret', 'player')
  codes.forget('secret')
  codes.forget('never seen')
  expect(codes.take(code)).toBeNull()
})

test('a flood pushes out the oldest codes and no more than it must', () => {
  const { codes } = rig()
  const opened = Array.from(
    { length: 2_001 },
    (_, index) => codes.open(`secret ${index}`, 'p', `10.0.0.${index % 50}`).code,
  )
  expect(codes.take(opened[0] ?? '')).toBeNull()
  expect(codes.take(opened[1] ?? '')).not.toBeNull()
  expect(codes.take(opened[2_000] ?? '')).not.toBeNull()
})

test('when all codes are taken up, typing one in costs nobody theirs', () => {
  const { codes } = rig()
  const opened = Array.from(
    { length: 2_000 },
    (_, index) => codes.open(`secret ${index}`, 'p', `10.0.0.${index % 50}`).code,
  )
  codes.take('not a code')
  expect(codes.open('secret 0', 'p').code).toBe(opened[0])
  expect(codes.take(opened[0] ?? '')).not.toBeNull()
})

test('a flood from one address pushes out its own codes, and not that of a screen elsewhere', () => {
  const { codes } = rig()
  const { code } = codes.open('a screen in a square', 'screen', '10.0.0.7')
  for (let at = 0; at < 5_000; at++) codes.open(`flood ${at}`, 'flood', '203.0.113.9')
  expect(codes.take(code)?.player).toBe('screen')
})
