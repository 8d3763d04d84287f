/** @file `npm run doctor`: every damage that was done is found and named, and a healthy folder is left in peace. */
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { diagnose } from '../../scripts/doctor/doctor.ts'
import { damages } from './doctor-damages.ts'
import { healthyFolder, type HealthyFolder } from './healthy-folder.ts'
import { newFolder, startLake } from './lake-on-port.ts'

const DOCTOR = path.join(import.meta.dirname, '../../scripts/doctor/main.ts')
let healthy: HealthyFolder

beforeAll(async () => {
  healthy = await healthyFolder()
})
afterAll(() => rmSync(healthy.folder, { recursive: true }))

const quiet = () => {}
/** Whatever room this machine has. */
const examine = (folder: string, clock = Date as { now(): number }) => diagnose(folder, clock, quiet, 0)

const doctorOf = (folder: string) =>
  spawnSync(process.execPath, [DOCTOR], {
    encoding: 'utf8',
    env: { ...process.env, PUFA_DATA: folder, NODE_NO_WARNINGS: '1' },
  })

describe('doctor', () => {
  test('a healthy folder finds nothing, and not one file in it is changed', async () => {
    const listed = () =>
      readdirSync(healthy.folder, { recursive: true, encoding: 'utf8' })
        .sort()
        .map((name) => [name, statSync(path.join(healthy.folder, name)).mtimeMs])
    const before = listed()
    expect((await examine(healthy.folder)).findings).toEqual([])
    expect(listed()).toEqual(before)
  })

  test.each(damages)('finds $what', async ({ code, names, note, hurt }) => {
    const folder = newFolder()
    cpSync(healthy.folder, folder, { recursive: true })
    const picture = path.join(folder, path.relative(healthy.folder, healthy.pictureFile))
    hurt({ folder, picture, lake: path.join(folder, 'lake.db') })
    const { findings } = await examine(folder)
    const found = findings.find((finding) => finding.code === code)
    expect(found, JSON.stringify(findings)).toBeDefined()
    expect(found?.kind).toBe(note ? 'note' : 'fault')
    if (names !== undefined)
      expect(findings.some(({ code: of, what }) => of === code && what.includes(names))).toBe(true)
    for (const { what, remedy } of findings) {
      expect(what).toMatch(/\p{Script=Han}/u)
      expect(remedy).toMatch(/\p{Script=Han}/u)
    }
    rmSync(folder, { recursive: true })
  })

  test('as a command it ends with code 1 when something is wrong, and with 0 and a plain word when not', () => {
    const well = doctorOf(healthy.folder)
    expect([well.status, well.stdout]).toEqual([0, expect.stringContaining('没有发现问题')])
    const folder = newFolder()
    cpSync(healthy.folder, folder, { recursive: true })
    rmSync(path.join(folder, path.relative(healthy.folder, healthy.pictureFile)))
    const ill = doctorOf(folder)
    expect(ill.status).toBe(1)
    expect(ill.stdout).toContain('怎么办')
    rmSync(folder, { recursive: true })
    const none = doctorOf(folder)
    expect([none.status, none.stderr]).toEqual([1, expect.stringContaining('PUFA_DATA')])
    expect(existsSync(folder)).toBe(false)
  })

  test('a disk that runs full is told before it is', async () => {
    const { findings } = await diagnose(healthy.folder, Date, quiet, Infinity)
    expect(findings).toMatchObject([{ kind: 'fault', code: 'disk-low' }])
  })

  test('beside a running program it finds nothing wrong, though that is writing and an upload is under way', async () => {
    const folder = newFolder()
    cpSync(healthy.folder, folder, { recursive: true })
    const at = await startLake({}, folder)
    writeFileSync(path.join(folder, 'assets', 'incoming', 'on-its-way'), 'x')
    let isOver = false
    const writing = (async () => {
      while (!isOver) await at.client.create({ _type: 'x', text: '写'.repeat(500) })
    })()
    for (let round = 0; round < 3; round++) expect((await examine(folder, at.clock)).findings).toEqual([])
    isOver = true
    await writing
    await at.close()
  })
})
