/**
 * @file Guides are walked as the person they are for, in one program: what they say is what happens. All four take
 * minutes (`npm run soak -- walks`); the shortest is walked every time.
 */
import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { guides } from '../../scripts/guides/guides.ts'
import { launchBrowser, setStage, startForGuides } from '../../scripts/guides/stage.ts'
import { walk } from '../../scripts/guides/walk.ts'
import { unknownEndpoints } from '../support/ledger.ts'
import { long } from '../support/long.ts'
import type { Program } from '../support/program.ts'

let program: Program
let browser: Browser

beforeAll(async () => {
  program = await startForGuides()
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await program.stop()
  program.removeData()
})

test.each(guides.filter(({ name }) => long || name === 'adviser'))(
  '$title: each step finds what it names, and what it promises is seen',
  async (guide) => {
    const stage = await setStage(program, browser, guide)
    // Pictures are taken by `npm run guides`; that what they mark is there, is looked at here.
    await walk(guide, stage, async (_step, marked) => {
      for (const each of marked) expect(await each.isVisible()).toBe(true)
    })
    // Whether an account may make releases Sanity asks by trying; sockets close while a page is left.
    stage.ledger.forgive(/403 \(Forbidden\) .*\/data\/actions\/|WebSocket is already in CLOSING/u)
    expect(stage.ledger.faults()).toEqual([])
    const administrator = await stage.other('admin')
    expect(await unknownEndpoints(administrator.context, program.origin)).toEqual([])
    await stage.close()
  },
  240_000,
)
