import { describe, expect, test } from 'vitest'
import {
  commandNames,
  overrideLastsMs,
  screenshotCharactersMax,
  type Command,
} from '../../contracts/commands.ts'
import { follow } from '../../signage-player/commands.ts'
import type { Overrides } from '../../signage-player/time/hours.ts'

const noon = Date.UTC(2026, 10, 22, 4)

function rig(kept: Overrides = {}) {
  const did: string[] = []
  const state = { overrides: kept, knownScreen: true }
  const run = (command: Command) =>
    follow(command, {
      now: () => noon,
      overrides: () => state.overrides,
      async override(overrides) {
        state.overrides = overrides
      },
      async clearCache() {
        did.push('cleared')
      },
      screenshot: (charactersMax) => ({ mime: 'image/jpeg', data: `${charactersMax}` }),
      identify: () => state.knownScreen && did.push('identified') > 0,
      reloadSoon: () => void did.push('reload'),
    })
  return { did, state, run }
}

const until = noon + overrideLastsMs

describe('commands', () => {
  test.each<[Command, Overrides]>([
    [{ name: 'sleep' }, { lit: { value: false, until } }],
    [{ name: 'wake' }, { lit: { value: true, until } }],
    [{ name: 'brightness', percent: 30 }, { brightness: { value: 30, until } }],
    [{ name: 'volume', percent: 0 }, { volume: { value: 0, until } }],
  ])('%j lasts twelve hours and no longer', async (command, overrides) => {
    const { run, state } = rig()
    expect(await run(command)).toEqual({ ok: true, note: '' })
    expect(state.overrides).toEqual(overrides)
  })

  test('one order leaves the others standing; null and by-schedule take back', async () => {
    const { run, state } = rig({ lit: { value: false, until: 1 } })
    await run({ name: 'brightness', percent: 30 })
    expect(Object.keys(state.overrides)).toEqual(['lit', 'brightness'])
    await run({ name: 'brightness', percent: null })
    expect(Object.keys(state.overrides)).toEqual(['lit'])
    await run({ name: 'by-schedule' })
    expect(state.overrides).toEqual({})
  })

  test.each<Command>([
    { name: 'brightness', percent: 0 },
    { name: 'brightness', percent: 101 },
    { name: 'brightness', percent: 12.5 },
    { name: 'volume', percent: -1 },
    { name: 'volume', percent: Number.NaN },
    { name: 'volume', percent: '50' as unknown as number },
  ])('%j is refused with a reason: a screen must not go dark by a slip', async (command) => {
    const { run, state } = rig()
    const { ok, note } = await run(command)
    expect([ok, note.length > 0, state.overrides]).toEqual([false, true, {}])
  })

  test('the others are done', async () => {
    const { run, did } = rig()
    for (const name of ['reload', 'identify', 'clear-cache'] as const)
      expect((await run({ name })).ok).toBe(true)
    expect(did).toEqual(['reload', 'identified', 'cleared'])
    expect((await run({ name: 'screenshot' })).picture).toEqual({
      mime: 'image/jpeg',
      data: `${screenshotCharactersMax}`,
    })
  })

  test('a player without a manifest has no name to show', async () => {
    const { run, state } = rig()
    state.knownScreen = false
    expect((await run({ name: 'identify' })).ok).toBe(false)
  })

  test('every command of the contract is known, and one of a later server is refused in words', async () => {
    const { run } = rig()
    for (const name of commandNames) {
      const { ok, note } = await run({ name, percent: 50 } as Command)
      expect([name, ok, note]).toEqual([name, true, ''])
    }
    expect(await run({ name: 'dance' } as unknown as Command)).toMatchObject({ ok: false })
  })
})
