/** @file The door of a mirror: documents as another lake has them, told and queried like any others. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { startLake } from './lake-on-port.ts'

const at = '2026-01-01T00:00:00.000Z'
const slogan = (id: string, rev: string, text: string) => ({
  ...{ _id: id, _type: 'slogan', _rev: rev, _createdAt: at, _updatedAt: at, text },
})

async function openMirror() {
  const found = await startLake({ isMirror: true })
  onTestFinished(() => found.close())
  return found
}

test('documents keep the revision and the times of the lake they come from, and queries find them', async () => {
  const { lake, client, folder } = await openMirror()
  lake.mirror.put([slogan('a', 'theirs-1', '甲'), slogan('b', 'theirs-2', '乙')], [])
  expect(await client.fetch('*[_type == "slogan"] | order(_id asc)')).toEqual([
    slogan('a', 'theirs-1', '甲'),
    slogan('b', 'theirs-2', '乙'),
  ])
  expect(Object.fromEntries(lake.mirror.revisions())).toEqual({ a: 'theirs-1', b: 'theirs-2' })
  lake.mirror.put([slogan('a', 'theirs-3', '丙')], ['b', 'never-there'])
  expect(await client.fetch('*[_type == "slogan"].text')).toEqual(['丙'])
  expect([existsSync(join(folder, 'mirror.db')), existsSync(join(folder, 'lake.db'))]).toEqual([true, false])
})

test('listeners hear of what is put and removed, and a commit with nothing in it is none', async () => {
  const { lake, client } = await openMirror()
  const heard: string[] = []
  let greeted = false
  const subscription = client
    .listen('*[_type == "slogan"]', {}, { events: ['welcome', 'mutation'] })
    .subscribe((event) => {
      if (event.type === 'welcome') greeted = true
      else if (event.type === 'mutation') heard.push(`${event.transition} ${event.documentId}`)
    })
  onTestFinished(() => subscription.unsubscribe())
  await expect.poll(() => greeted).toBe(true)
  lake.mirror.put([slogan('a', 'r1', '甲')], [])
  lake.mirror.put([], ['not-there'])
  lake.mirror.put([slogan('a', 'r2', '乙')], [])
  lake.mirror.put([], ['a'])
  await expect.poll(() => heard).toEqual(['appear a', 'update a', 'disappear a'])
})

test('what is written here by the API is known as our own until it comes back from the other lake', async () => {
  const { lake, client } = await openMirror()
  let written = 0
  onTestFinished(lake.mirror.onWritten(() => written++))
  lake.mirror.put([{ ...slogan('report.A', 'theirs', '甲'), _type: 'errorReport' }], [])
  expect(written, 'what came from there').toBe(0)
  await client.create({ _id: 'report.B', _type: 'errorReport', text: '乙' })
  expect(written).toBe(1)
  expect(lake.mirror.ownOfType('errorReport')).toEqual(['report.B'])
  lake.mirror.put([{ ...slogan('report.B', 'theirs-2', '乙'), _type: 'errorReport' }], [])
  expect(lake.mirror.ownOfType('errorReport')).toEqual([])
})

test('a mirror has no account to sign in with, and reads what it held after a restart', async () => {
  const first = await startLake({ isMirror: true })
  first.lake.mirror.put([slogan('a', 'r1', '甲')], [])
  expect(first.lake.firstSignIn).toBeNull()
  expect(await first.signIn()).toBe('')
  await first.lake.close()
  const second = await startLake({ isMirror: true }, first.folder)
  onTestFinished(() => second.close())
  expect(await second.client.getDocument('a')).toEqual(slogan('a', 'r1', '甲'))
})
