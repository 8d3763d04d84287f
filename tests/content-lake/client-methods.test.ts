/** @file Every method of `@sanity/client` against the lake, and docs/sanity-client.md against every method. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { SanityClient } from '@sanity/client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { refusalOf } from './client-absent.ts'
import { builderCalls } from './client-builders.ts'
import { calls as clientCalls } from './client-calls.ts'
import { releaseCalls } from './client-releases.ts'
import { observableSurfaceOf, surfaceOf, TABLE, tableOf } from './client-surface.ts'
import { startLake, type LakeOnPort } from './lake-on-port.ts'

let at: LakeOnPort
beforeAll(async () => {
  at = await startLake()
})
afterAll(() => at.close())

const calls = { ...clientCalls, ...builderCalls, ...releaseCalls }
const table = tableOf()
const verdicts = [...table]
const working = verdicts.filter(([, verdict]) => verdict === '能用').map(([method]) => method)
const absent = verdicts.filter(([, verdict]) => verdict === '有意不做').map(([method]) => method)

describe('the table', () => {
  test('names every method of the client once, and none that it has not', () => {
    expect([...table.keys()].sort()).toEqual(surfaceOf(at.client))
  })

  test('holds for the watched client too, because it has no method of its own', () => {
    expect(observableSurfaceOf(at.client).filter((method) => !table.has(method))).toEqual([])
  })

  test('says “works” only of what a test calls: here, or in the file that its row names', () => {
    const uncalled = working.filter((method) => !(method in calls) && !isCalledElsewhere(method))
    expect(uncalled).toEqual([])
  })

  test('says it of everything that is called here, so that no row is left behind', () => {
    expect(Object.keys(calls).filter((method) => table.get(method) !== '能用')).toEqual([])
  })
})

/** A row may name a test file of its own; it must call the method. */
function isCalledElsewhere(method: string): boolean {
  const row = readFileSync(TABLE, 'utf8')
    .split('\n')
    .find((line) => line.startsWith(`| \`${method}\` `))
  const file = path.join(import.meta.dirname, '../..', /tests\/[\w./-]+\.ts/.exec(row ?? '')?.[0] ?? 'none')
  return existsSync(file) && readFileSync(file, 'utf8').includes(`${method.split('.').slice(-2).join('.')}(`)
}

const watchedMethods = () => new Set(observableSurfaceOf(at.client))

describe('works', () => {
  test.each(Object.keys(calls))('%s', async (method) => {
    await calls[method]?.(at.client, at)
  })

  test.each(Object.keys(calls))('%s, watched', async (method) => {
    if (method.startsWith('client.') && !watchedMethods().has(method)) return
    await calls[method]?.(at.client.observable as unknown as SanityClient, at)
  })
})

describe('deliberately absent', () => {
  test.each(absent)('%s is refused, never answered as if it were done', async (method) => {
    expect([404, 501, 'not sent']).toContain(await refusalOf(at.client, method))
  })

  test.each([
    ['POST', 'agent/action/generate/production'],
    ['POST', 'data/collaboration/comments/production'],
    ['GET', 'context/knowledge-bases'],
    ['POST', 'functions/x/invoke'],
    ['GET', 'media-libraries/x/video/y/playback-info'],
    ['PUT', 'projects/pufa/datasets/staging'],
    ['DELETE', 'projects/pufa/datasets/production'],
  ])('%s %s is 404 with our code, whoever sends it', async (method, to) => {
    const response = await at.fetch(`/v1/${to}`, { method })
    expect([response.status, await response.json()]).toMatchObject([404, { code: 'lake.unknown-endpoint' }])
  })
})
