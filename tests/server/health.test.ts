/** @file `/healthz` for the machine that watches, `/metrics` for who may read them. */
import { describe, expect, onTestFinished, test } from 'vitest'
import { dispatchOf, type Door } from '../../server/dispatch.ts'
import { healthPart } from '../../server/health.ts'
import { openPort } from '../../server/listen.ts'
import { metricsText } from '../../server/metrics-text.ts'
import { fakeLake, jsonAnswer } from '../scheduler/fake-lake.ts'
import { plainPart, rawRequest, silent, statusOf } from './parts.ts'

const metricsToken = 'a-token-of-the-watching-machine'

async function rig({ door = 'all' as Door, token = metricsToken as string | null } = {}) {
  const lake = await fakeLake()
  lake.on('/v1/users/me', (request, response) => {
    const known =
      request.headers.authorization === 'Bearer viewer' || request.headers.cookie === 'pufa_session=good'
    jsonAnswer(known ? { id: 'p-1' } : {}, known ? 200 : 401)(request, response)
  })
  const state = { ready: false, started: false, faults: [] as string[] }
  const parts = [
    plainPart('slow', () => null, {
      ready: () => state.ready,
      faults: () => state.faults,
      metrics: () => ({ pufa_things_total: 3, pufa_open: 1 }),
    }),
    plainPart('plain', () => null),
  ]
  const dispatch = dispatchOf(silent)
  const health = healthPart({ parts, lake: lake.access, metricsToken: token, started: () => state.started })
  dispatch.parts.push(
    health,
    plainPart('site', () => 'public'),
  )
  const { port, close } = await openPort({ port: 0, host: '127.0.0.1', tls: null, door }, dispatch)
  onTestFinished(close)
  const ask = async (path: string, headers: Record<string, string> = {}) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers })
    return { status: answer.status, text: await answer.text(), type: answer.headers.get('content-type') }
  }
  return { lake, state, ask, port }
}

describe('/healthz', () => {
  test('is 503 with the names of those it waits for, and 200 once all serve', async () => {
    const { state, ask } = await rig()
    expect(await ask('/healthz')).toMatchObject({
      status: 503,
      text: '{"ready":false,"waiting":["start","slow"]}',
    })
    state.started = true
    expect(await ask('/healthz')).toMatchObject({ status: 503, text: '{"ready":false,"waiting":["slow"]}' })
    state.ready = true
    expect(await ask('/healthz')).toMatchObject({ status: 200, text: '{"ready":true,"waiting":[]}' })
  })

  test('is not ready while the start’s work is not done, though every part serves', async () => {
    const { state, ask } = await rig()
    state.ready = true
    expect((await ask('/healthz')).status).toBe(503)
  })

  test('is 503 with what is wrong while a part cannot do its work, though it serves', async () => {
    const { state, ask } = await rig()
    Object.assign(state, { ready: true, started: true, faults: ['磁盘已满'] })
    expect(await ask('/healthz')).toMatchObject({
      status: 503,
      text: '{"ready":false,"waiting":[],"faults":["磁盘已满"]}',
    })
    state.faults = []
    expect((await ask('/healthz')).status).toBe(200)
  })

  test('is answered at the public door too, for the watching machine may stand outside', async () => {
    expect((await (await rig({ door: 'public' })).ask('/healthz')).status).toBe(503)
  })
})

describe('/metrics', () => {
  test.each([
    ['nobody', {}, 401],
    ['the configured token', { authorization: `Bearer ${metricsToken}` }, 200],
    ['another token of the same length', { authorization: `Bearer ${'x'.repeat(metricsToken.length)}` }, 401],
    ['a token that only begins like it', { authorization: `Bearer ${metricsToken.slice(0, -1)}` }, 401],
    ['a signed-in account by bearer', { authorization: 'Bearer viewer' }, 200],
    ['a signed-in account by cookie', { cookie: 'pufa_session=good' }, 200],
    ['a cookie that has ended', { cookie: 'pufa_session=old' }, 401],
  ])('read by %s', async (_who, headers, status) => {
    const { ask } = await rig()
    expect((await ask('/metrics', headers as Record<string, string>)).status).toBe(status)
  })

  test('without a configured token, no bearer text opens it by chance', async () => {
    const { ask } = await rig({ token: null })
    for (const bearer of ['null', 'undefined', ''])
      expect((await ask('/metrics', { authorization: `Bearer ${bearer}` })).status).toBe(401)
  })

  test('are Prometheus text, counters told apart from gauges', async () => {
    const { ask } = await rig()
    const { text, type } = await ask('/metrics', { authorization: `Bearer ${metricsToken}` })
    expect(type).toMatch(/^text\/plain/)
    expect(text).toContain('# TYPE pufa_things_total counter\npufa_things_total 3\n')
    expect(text).toContain('# TYPE pufa_open gauge\npufa_open 1\n')
    expect(text).toMatch(/^process_resident_memory_bytes \d+$/m)
    for (const line of text.trim().split('\n'))
      expect(line).toMatch(/^(# HELP [a-z_]+ \S.*|# TYPE [a-z_]+ (gauge|counter)|[a-z_]+ -?[\d.e+]+)$/)
  })

  test('a histogram is one family with its buckets, and labels do not make families, or no one can read them', async () => {
    const text = metricsText([
      ['a_seconds_bucket{le="1"}', 2],
      ['a_seconds_bucket{le="+Inf"}', 3],
      ['a_seconds_sum', 4.5],
      ['a_seconds_count', 3],
      ['b_total{kind="x"}', 1],
      ['b_total{kind="y"}', 0],
      ['things_count', 7],
    ])
    expect(text).toBe(
      '# TYPE a_seconds histogram\na_seconds_bucket{le="1"} 2\na_seconds_bucket{le="+Inf"} 3\na_seconds_sum 4.5\na_seconds_count 3\n' +
        '# TYPE b_total counter\nb_total{kind="x"} 1\nb_total{kind="y"} 0\n# TYPE things_count gauge\nthings_count 7\n',
    )
  })

  test('say that the lake does not answer rather than let anyone in', async () => {
    const { ask, lake } = await rig()
    lake.on('/v1/users/me', (request) => request.socket.destroy())
    expect((await ask('/metrics', { cookie: 'pufa_session=good' })).status).toBe(503)
  })

  test.each(['/metrics', '/metrics?x=1', '/metrics/../healthz', '/healthz/../metrics'])(
    '%s does not reach them at the public door',
    async (target) => {
      const { port } = await rig({ door: 'public' })
      const answer = await rawRequest(port, target, [`Authorization: Bearer ${metricsToken}`])
      expect(answer).not.toContain('pufa_things_total')
      expect(statusOf(answer)).not.toBe(401)
    },
  )
})
