/** @file Which font a screen wears: shared where it can be, made where it must be, and kept. */
import { existsSync, readFileSync } from 'node:fs'
import { globSync } from 'node:fs'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { describe, expect, onTestFinished, test } from 'vitest'
import { fontStore } from '../../scheduler/assets/fonts.ts'
import { renditionStore } from '../../scheduler/assets/renditions.ts'
import { lettersFor, ownLetters, type Letters } from '../../scheduler/compile/letters.ts'
import { memoryLog, ownDatabase, ownFolder, until } from './clock.ts'
import { compiled } from './compile-rig.ts'
import { fakeLake } from './fake-lake.ts'
import { mapOf, slogan, smallTown } from './samples.ts'

const set = (letters: string) => [new Set(letters)]

function rig(database: DatabaseSync = ownDatabase(), folder = ownFolder()) {
  const orders: string[] = []
  const told: (readonly string[])[] = []
  const log = memoryLog()
  let fails = 0
  const store = fontStore({
    database,
    folder,
    log,
    gatherMs: 20,
    thread: {
      async make({ letters }) {
        orders.push(letters)
        if (fails-- > 0) throw new Error('no thread')
        return Buffer.from(`font of ${letters}`)
      },
      close: () => undefined,
    },
    ready: (screens) => told.push(screens),
  })
  onTestFinished(() => store.close())
  const made = (count: number) => until(`${count} fonts`, () => told.length === count)
  return { store, orders, told, log, made, folder, database, fail: (times: number) => void (fails = times) }
}

describe('a font', () => {
  test('is one for all screens that ask within a moment, with the letters of all', async () => {
    const { store, orders, told, made } = rig()
    expect([store.find('a', set('法律')), store.find('b', set('援助法'))]).toEqual([null, null])
    await made(1)
    expect(orders).toEqual([[...'法律援助'].sort().join('')])
    expect(told).toEqual([['a', 'b']])
    expect(store.find('a', set('法律'))).toEqual(store.find('b', set('援助法')))
    expect(store.find('a', set('法律'))).toMatchObject({ type: 'font/woff2' })
  })

  test('serves a screen whose letters it has, without another being made', async () => {
    const { store, orders, made } = rig()
    store.find('a', set('法律援助'))
    await made(1)
    expect(store.find('b', set('律法'))).toEqual(store.find('a', set('法律援助')))
    expect(orders).toHaveLength(1)
  })

  test('stays when a letter is gone, and when a smaller one would do: each change costs every box its bytes', async () => {
    const { store, made } = rig()
    store.find('a', set('法律援助'))
    await made(1)
    const first = store.find('a', set('法律援助'))
    store.find('b', set('宅'))
    await made(2)
    expect(store.find('a', set('法'))).toEqual(first)
  })

  test('gives way when a letter is wanted that it lacks, and the next has the earlier letters too', async () => {
    const { store, orders, made } = rig()
    store.find('a', set('法律'))
    await made(1)
    const first = store.find('a', set('法律'))
    expect(store.find('a', set('法援'))).toEqual(first)
    await made(2)
    expect(orders[1]).toBe([...'法律援'].sort().join(''))
    expect(store.find('a', set('法援'))).not.toEqual(first)
  })

  test('is found again after a restart, and served as any asset', async () => {
    const { store, made, database, folder } = rig()
    store.find('a', set('法律'))
    await made(1)
    const first = store.find('a', set('法律'))
    store.close()
    const again = rig(database, folder)
    expect(again.store.find('a', set('法'))).toEqual(first)
    const { access: lake } = await fakeLake()
    const assets = renditionStore({ database, folder, lake, log: memoryLog(), ready: () => undefined })
    onTestFinished(() => assets.close())
    expect(assets.open(first?.sha256 ?? '')).toMatchObject({ type: 'font/woff2', bytes: first?.bytes })
  })

  test('whose file is lost is made again', async () => {
    const { store, made, database } = rig()
    store.find('a', set('法律'))
    await made(1)
    store.close()
    const elsewhere = rig(database, ownFolder())
    expect(elsewhere.store.find('a', set('法律'))).toBeNull()
    await elsewhere.made(1)
    expect(existsSync(join(elsewhere.folder, elsewhere.store.find('a', set('法律'))?.sha256 ?? ''))).toBe(
      true,
    )
  })

  test('that could not be made leaves the screen what it has, and says so', async () => {
    const { store, log, fail, orders } = rig()
    fail(1)
    store.find('a', set('法律'))
    await until('the failure', () => log.lines.length === 1)
    expect(store.find('a', set('法律'))).toBeNull()
    expect(orders).toHaveLength(1)
  })

  test('has a bound: a screen of more letters than it holds has the rest from its box, and is not made again', async () => {
    const { store, orders, made } = rig()
    const many = new Set(Array.from({ length: 4_500 }, (_, index) => String.fromCodePoint(0x4e00 + index)))
    store.find('a', [many])
    await made(1)
    expect(Array.from(orders[0] ?? '')).toHaveLength(4_000)
    expect(store.find('a', [many])).not.toBeNull()
    expect(orders).toHaveLength(1)
  })
})

describe('the letters of a screen', () => {
  test('are those of all that its manifest says, and of all that the player writes by itself', () => {
    const documents = mapOf([...smallTown(), slogan('slogan-main', '踔厉奋发')])
    let asked = new Set<string>()
    const fonts = {
      find(_screen: string, letters: Letters) {
        asked = new Set(letters.flatMap((each) => [...each]))
        return null
      },
    }
    compiled(documents, 'screen-1', { fonts })
    for (const letter of '踔厉奋发有事找法示例市司法局0123456789：') expect(asked, letter).toContain(letter)
    expect(asked).not.toContain('鑫')
  })

  test('of the screen’s own record count too: a strip of text stands there', () => {
    const { screen } = compiled(mapOf(smallTown()))
    const ticker = { height: 16, lines: [{ text: '瑞雪' }] }
    expect(lettersFor({ ...screen, ticker }, []).some((each) => each.has('雪'))).toBe(true)
  })

  test('cover every Chinese letter that stands in the player’s own sources', () => {
    const root = join(import.meta.dirname, '../..')
    const sources = ['signage-player/{renderers,composition,page}/**/*.ts', 'contracts/schedule/items.ts']
    const own = new Set(ownLetters)
    const missing = globSync(sources, { cwd: root })
      .filter((file) => !file.includes('square'))
      .flatMap((file) => readFileSync(join(root, file), 'utf8').match(/\p{Script=Han}/gu) ?? [])
      .filter((letter) => !own.has(letter))
    expect([...new Set(missing)].join(''), 'to be added in scheduler/compile/letters.ts').toBe('')
  })

  test('go with the manifest as an asset of their own, by which nothing else of it changes', () => {
    const asset = { sha256: 'f'.repeat(64), bytes: 9, type: 'font/woff2', url: '/font' }
    const [plain, lettered] = [
      compiled(mapOf(smallTown())),
      compiled(mapOf(smallTown()), 'screen-1', { fonts: { find: () => asset } }),
    ]
    expect(lettered.screen.font).toEqual({ asset: asset.sha256, family: 'Pufa Sans' })
    expect(lettered.assets).toEqual([asset])
    expect(lettered.hashes.slice(0, -1)).toEqual(plain.hashes)
  })
})
