/** @file What the lake tells of itself: figures, what is wrong, and a log that holds nobody's words. */
import { renameSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { metricHelp } from '../../contracts/metrics.ts'
import { quietQuery, quietReason } from '../../content-lake/observe/quiet.ts'
import { familyOf } from '../../server/metrics-text.ts'
import { PASSWORD, startLake, type LakeOnPort } from './lake-on-port.ts'

/** More than a small dataset can answer in the time there is. */
const endless = `*{"x":[@,@,@]}${'{"x":[x,x,x]}'.repeat(40)}`

let at: LakeOnPort
beforeAll(async () => {
  at = await startLake({ queryTimeMsMax: 300, slowQueryMs: 100 })
  await at.client.create({ _id: 'one', _type: 'x', title: '甲' })
})
afterAll(() => at.close())

const figure = (name: string) => at.lake.metrics()[name] ?? NaN
/** How a figure moves while something is done. */
async function moved(name: string, work: () => Promise<unknown>): Promise<number> {
  const before = figure(name)
  await work().catch(() => null)
  return figure(name) - before
}

describe('figures', () => {
  test('a query is counted once, by how it ended', async () => {
    const result = (name: string) => `lake_queries_total{result="${name}"}`
    expect(await moved(result('answered'), () => at.client.fetch('*'))).toBe(1)
    expect(await moved(result('malformed'), () => at.client.fetch('*['))).toBe(1)
    expect(await moved(result('failed'), () => at.client.fetch('geo::distance(1, 2)'))).toBe(1)
    expect(await moved(result('too_slow'), () => at.client.fetch(endless))).toBe(1)
    expect(await moved('lake_query_seconds_count', () => at.client.fetch('*'))).toBe(1)
    expect(await moved('lake_query_seconds_bucket{le="+Inf"}', () => at.client.fetch('*'))).toBe(1)
  })

  test('buckets hold all that the smaller ones hold, because that is what a histogram is', () => {
    const buckets = Object.entries(at.lake.metrics()).filter(([name]) =>
      name.startsWith('lake_query_seconds_bucket'),
    )
    const counts = buckets.map(([, count]) => count)
    expect(counts).toEqual([...counts].sort((a, b) => a - b))
    expect(counts.at(-1)).toBe(figure('lake_query_seconds_count'))
  })

  test('a commit is counted, a trial is not, and a refusal apart', async () => {
    const create = (dryRun: boolean) => at.client.mutate([{ create: { _type: 'x' } }], { dryRun })
    expect(await moved('lake_commit_seconds_count', () => create(false))).toBe(1)
    expect(await moved('lake_commit_seconds_count', () => create(true))).toBe(0)
    const refused = 'lake_commit_failures_total{kind="refused"}'
    expect(await moved(refused, () => at.client.create({ _id: 'one', _type: 'x' }))).toBe(1)
  })

  test('the workers catch up with what was committed', async () => {
    await at.client.create({ _type: 'x' })
    await expect.poll(() => figure('lake_query_worker_lag_commits')).toBe(0)
    expect(figure('lake_query_workers')).toBe(1)
  })

  test('disk and assets are measured in bytes', async () => {
    expect(figure('lake_database_bytes')).toBeGreaterThan(0)
    expect(figure('lake_database_wal_bytes')).toBeGreaterThan(0)
    expect(figure('lake_disk_free_bytes')).toBeGreaterThan(0)
    expect(
      await moved('lake_asset_bytes', () => at.client.assets.upload('file', Buffer.from('%PDF-1.7 x'))),
    ).toBe(10)
  })

  test('every figure has its meaning in contracts/metrics.ts, so that a reader need not guess', () => {
    const names = Object.keys(at.lake.metrics())
    const histograms = new Set(names.flatMap((name) => /^(\w+)_bucket\{/.exec(name)?.[1] ?? []))
    for (const name of names) expect(metricHelp, name).toHaveProperty(familyOf(name, histograms))
  })
})

describe('what is wrong', () => {
  test('nothing, as long as writes reach the disk and a worker answers', async () => {
    await expect.poll(() => at.lake.faults()).toEqual([])
  })

  test('a database that cannot be written is told, and told no more once it can be', async () => {
    const held = await startLake()
    await expect.poll(() => held.lake.faults()).toEqual([])
    const other = new DatabaseSync(path.join(held.folder, 'lake.db'))
    other.exec('BEGIN IMMEDIATE')
    expect(held.lake.faults(), 'tried at most every ten seconds').toEqual([])
    held.clock.advance(11_000)
    expect(held.lake.faults()).toEqual([expect.stringContaining('写不进去')])
    other.exec('ROLLBACK')
    expect(held.lake.faults()).toHaveLength(1)
    held.clock.advance(11_000)
    expect(held.lake.faults()).toEqual([])
    other.close()
    await held.close()
  })

  test('a worker that cannot come back is told, and told no more once it is back', async () => {
    const lame = await startLake({ queryTimeMsMax: 300 })
    await lame.client.create({ _type: 'x' })
    await lame.client.fetch('*')
    const file = path.join(lame.folder, 'lake.db')
    renameSync(file, `${file}.away`)
    await expect(lame.client.fetch(endless)).rejects.toThrow()
    expect(lame.lake.faults()).toEqual([expect.stringContaining('没有能回答查询的线程')])
    renameSync(`${file}.away`, file)
    await expect.poll(() => lame.lake.faults(), { timeout: 20_000, interval: 100 }).toEqual([])
    await lame.close()
  })
})

describe('the log', () => {
  test('a slow query stands in it without its constants and with its parameters by name only', async () => {
    const query = `*[title == "找离婚律师" && title != $who]${endless.slice(1)}`
    await at.client.create({ _type: 'x', title: '找离婚律师' })
    at.log.lines.splice(0)
    await at.client.fetch(query, { who: '张三' }).catch(() => null)
    const line = at.log.lines.find(({ message }) => message === 'a query was slow')
    expect(line?.fields).toMatchObject({
      query: expect.stringMatching(/^\*\[title == "…" && /),
      params: ['who'],
    })
    expect(JSON.stringify(at.log.lines)).not.toMatch(/离婚|张三/)
  })

  test('its lines about slow queries are bounded, since anyone may ask slowly', async () => {
    const busy = await startLake({ slowQueryMs: 0 })
    for (let n = 0; n < 50; n++) await busy.client.fetch('1')
    expect(busy.lake.metrics()['lake_slow_queries_total']).toBe(50)
    expect(busy.log.lines.filter(({ message }) => message === 'a query was slow')).toHaveLength(30)
    await busy.close()
  })

  test('no password, token, cookie, search word or text of a document reaches it, whatever goes wrong', async () => {
    const own = await startLake({ queryTimeMsMax: 300, slowQueryMs: 0, databaseBytesMax: 600_000 })
    const secret = '机密内容七七八八'
    const cookie = await own.signIn()
    await own.signIn('错误的口令九九')
    await own.client.create({ _id: 'a', _type: 'x', title: secret })
    const post = (to: string, body: string, headers: Record<string, string> = {}) =>
      own.fetch(to, { method: 'POST', body, headers }).catch(() => null)
    await post(
      '/v1/data/query/production',
      JSON.stringify({ query: `*[title match "${secret}"]${endless.slice(1)}` }),
    )
    await post(
      '/v1/data/query/production',
      JSON.stringify({ query: `*[title == '${secret}'`, params: { q: secret } }),
    )
    await post('/v1/data/query/production', `{"query": ${secret}}`)
    await post('/v1/data/mutate/production', `{"mutations":[${secret}]}`)
    await post(
      '/v1/data/mutate/production',
      JSON.stringify({ mutations: [{ create: { _id: 'b', _type: 'x', t: secret.repeat(60_000) } }] }),
    )
    await post(
      '/v1/data/mutate/production',
      JSON.stringify({ mutations: [{ patch: { id: 'a', set: { [`${secret}[`]: secret } } }] }),
    )
    await post(
      '/v1/data/actions/production',
      JSON.stringify({ actions: [{ actionType: `sanity.action.${secret}` }] }),
    )
    await post(`/v1/assets/images/production?filename=${encodeURIComponent(secret)}`, secret)
    await own.fetch(`/v1/users/me`, {
      headers: { cookie, authorization: `Bearer ${secret.length}-not-a-token` },
    })
    await own.fetch(`/v1/data/listen/production?query=${encodeURIComponent(`*[title == "${secret}" && `)}`)
    const written = JSON.stringify(own.log.lines)
    expect(own.log.lines.length).toBeGreaterThan(3)
    for (const kept of [secret, '九九', PASSWORD, own.token, cookie.split('=')[1] ?? '-', '-not-a-token'])
      expect(written).not.toContain(kept)
    await own.close()
  })

  test.each([
    [`*[a == "x" && b == 'y']`, '*[a == "…" && b == "…"]'],
    ['*[a == "x\\" y"]', '*[a == "…"]'],
    ['*[a == "never closed', '*[a == "…"'],
    ['*[a == 1] // 张三 asked\n| order(b)', '*[a == 1] //…\n| order(b)'],
    ['*[_type == $type][0...20]', '*[_type == $type][0...20]'],
  ])('%s is told as %s', (query, told) => {
    expect(quietQuery(query)).toBe(told)
  })

  test('an error is told by its kind and without what it quotes', () => {
    expect(quietReason(new TypeError('cannot read "张三"'))).toBe('TypeError: cannot read "…"')
    expect(quietReason(new SyntaxError('Unexpected token 张, 张三 is not valid'))).toBe('SyntaxError: …')
    expect(quietReason('张三')).toBe('string')
  })
})
