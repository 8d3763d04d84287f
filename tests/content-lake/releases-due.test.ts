/** @file Scheduled releases: published by the lake's clock, once, or handed back with what is wrong. */
import { rmSync } from 'node:fs'
import { afterEach, expect, onTestFinished, test } from 'vitest'
import { newFolder, startLake, type LakeOnPort } from './lake-on-port.ts'

const MINUTE = 60_000
let at: LakeOnPort
afterEach(() => at.close())

const record = (releaseId: string) => at.client.releases.get({ releaseId })
const get = (id: string) => at.client.getDocument(id)

/** A release with one version, to be published `ms` from now. */
async function schedule(releaseId: string, ms: number, content: object = {}): Promise<void> {
  await at.client.releases.create({ releaseId, metadata: { releaseType: 'scheduled' } })
  await at.client.createVersion({
    releaseId,
    document: { _id: `versions.${releaseId}.of-${releaseId}`, _type: 'law', title: '到点', ...content },
    publishedId: `of-${releaseId}`,
  })
  const publishAt = new Date(at.clock.now() + ms).toISOString()
  await at.client.releases.schedule({ releaseId, publishAt })
}

const missing = {
  to: { _type: 'reference', _ref: 'nowhere', _weak: true, _strengthenOnPublish: { type: 'law' } },
}

test('a scheduled release is published when its time has come, and not a moment before', async () => {
  at = await startLake()
  await schedule('due', MINUTE)
  at.clock.advance(MINUTE - 1)
  at.lake.publishDueReleases()
  expect(await get('of-due')).toBeUndefined()
  at.clock.advance(1)
  at.lake.publishDueReleases()
  expect(await get('of-due')).toMatchObject({ title: '到点' })
  const release = await record('due')
  expect(release).toMatchObject({ state: 'published' })
  expect(release).not.toHaveProperty('publishAt')
  expect(Date.parse(release?.publishedAt ?? '')).toBe(at.clock.now())
})

test('whoever scheduled it is its author in history, so that no rights are wider for the hour', async () => {
  at = await startLake()
  await schedule('author', MINUTE)
  at.clock.advance(MINUTE)
  at.lake.publishDueReleases()
  const response = await at.fetch('/v2025-02-19/data/history/production/transactions/of-author')
  expect(JSON.parse((await response.text()).trim())).toMatchObject({ author: 'robot-test' })
})

test('a clock set back publishes nothing twice, nor takes back what is published', async () => {
  at = await startLake()
  await schedule('once', MINUTE)
  at.clock.advance(MINUTE)
  at.lake.publishDueReleases()
  const before = at.lake.metrics()['lake_commits_total']
  at.clock.advance(-10 * MINUTE)
  at.lake.publishDueReleases()
  at.clock.advance(20 * MINUTE)
  at.lake.publishDueReleases()
  expect(at.lake.metrics()['lake_commits_total']).toBe(before)
  expect(await record('once')).toMatchObject({ state: 'published' })
})

test('an unscheduled release stays where it is', async () => {
  at = await startLake()
  await schedule('off', MINUTE)
  await at.client.releases.unschedule({ releaseId: 'off' })
  at.clock.advance(2 * MINUTE)
  at.lake.publishDueReleases()
  expect(await record('off')).toMatchObject({ state: 'active' })
  expect(await get('of-off')).toBeUndefined()
})

test('what cannot be published is handed back open, with the reason, and the others go on', async () => {
  at = await startLake()
  await schedule('bad', MINUTE, missing)
  await schedule('good', MINUTE)
  at.clock.advance(MINUTE)
  at.lake.publishDueReleases()
  expect(await get('of-good')).toMatchObject({ title: '到点' })
  expect(await get('of-bad')).toBeUndefined()
  const release = await record('bad')
  expect(release).toMatchObject({ state: 'active' })
  expect(release?.error?.message).toContain('nowhere')
  expect(at.log.lines.some(({ level }) => level === 'warn')).toBe(true)

  // Mended and scheduled anew, it carries no old reproach.
  await at.client.create({ _id: 'nowhere', _type: 'law' })
  const publishAt = new Date(at.clock.now() + MINUTE).toISOString()
  await at.client.releases.schedule({ releaseId: 'bad', publishAt })
  expect(await record('bad')).not.toHaveProperty('error')
  at.clock.advance(MINUTE)
  at.lake.publishDueReleases()
  expect(await get('of-bad')).toMatchObject({ to: { _ref: 'nowhere' } })
})

test('what fell due while the program was off is published when it starts', async () => {
  const folder = newFolder()
  // After the lake has been closed, which writes to it until then.
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const first = await startLake({}, folder)
  at = first
  // The clock of the second start stands at the real time, ten minutes on.
  first.clock.advance(-10 * MINUTE)
  await schedule('night', MINUTE)
  await first.lake.close()
  at = await startLake({}, folder)
  expect(await get('of-night')).toMatchObject({ title: '到点' })
  expect(await record('night')).toMatchObject({ state: 'published' })
})

test('a full disk leaves it scheduled, and it is tried again after more and more looks', async () => {
  at = await startLake({ databaseBytesMax: 1_000_000 })
  const bulk = '字'.repeat(30_000)
  await schedule('full', MINUTE, { bulk })
  const fill = async () => {
    for (let number = 0; number < 40; number++)
      await at.client.create({ _id: `fill-${number}`, _type: 'law', bulk: bulk.slice(0, 5_000) })
  }
  await expect(fill()).rejects.toThrow()
  at.clock.advance(MINUTE)
  const errors = () => at.log.lines.filter(({ level }) => level === 'error').length
  const looked: number[] = []
  for (let look = 0; look < 10; look++) {
    const before = errors()
    at.lake.publishDueReleases()
    if (errors() > before) looked.push(look)
  }
  expect(looked).toEqual([0, 2, 6])
  expect(await record('full')).toMatchObject({ state: 'scheduled' })
  expect(at.lake.metrics()).toMatchObject({ lake_releases_scheduled: 1, lake_releases_waiting: 1 })
})
