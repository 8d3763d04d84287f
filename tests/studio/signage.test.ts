import { expect, test, vi } from 'vitest'
import { pair, screenState, stateWords, unpair } from '../../studio/screens/signage.ts'

const json = (status: number, body: unknown) =>
  vi.fn<typeof fetch>().mockImplementation(async () => Response.json(body, { status }))

test('pairing sends the code with the screen’s published id, and the session with it', async () => {
  const fetching = json(200, {})
  expect(await pair(fetching, '123456', 'screen-1')).toMatchObject({ ok: true })
  const [path, init] = fetching.mock.calls[0] ?? []
  expect(path).toBe('/api/signage/pairings/approve')
  expect(init).toMatchObject({
    method: 'POST',
    credentials: 'same-origin',
    body: '{"code":"123456","screen":"screen-1"}',
  })
})

test('a refusal is told in the scheduler’s own words, with the remedy', async () => {
  const fetching = json(404, {
    error: { code: 'signage.code-unknown', message: '配对码不对', remedy: '看屏幕上的数字' },
  })
  expect(await pair(fetching, '000000', 'screen-1')).toEqual({
    ok: false,
    status: 404,
    sentence: '配对码不对。看屏幕上的数字',
  })
})

test('an answer that is no JSON, and no answer at all, are told in Chinese too', async () => {
  const broken = vi
    .fn<typeof fetch>()
    .mockImplementation(async () => new Response('<h1>502</h1>', { status: 502 }))
  expect(await unpair(broken, 'screen-1')).toMatchObject({
    ok: false,
    status: 502,
    sentence: expect.stringMatching(/没有成功（502）/),
  })
  const silent = vi.fn<typeof fetch>().mockRejectedValue(new TypeError('network'))
  expect(await screenState(silent, 'screen-1')).toMatchObject({
    ok: false,
    status: 0,
    sentence: expect.stringMatching(/连不上/),
  })
})

const now = Date.parse('2026-12-04T08:00:00Z')
const state = (online: boolean, lastSeenAt: string | number | null, title?: string) =>
  stateWords(
    { ok: true, value: { online, lastSeenAt, nowPlaying: title ? { title } : null, pairedAt: now } },
    now,
  )

test('a screen’s state is told by mark and word', () => {
  expect(state(true, now, '宪法宣传')?.label).toBe('▶ 在播：宪法宣传')
  expect(state(true, now)?.label).toBe('● 在线')
  expect(state(false, '2026-12-04T07:30:00Z')).toMatchObject({
    label: '⚠ 离线',
    title: expect.stringMatching(/^30 分钟前在线/),
  })
  expect(state(false, null)?.title).toMatch(/还没有连上过/)
})

test('a screen without a pairing is told as such, whatever was last heard of it; an error says nothing', () => {
  const value = { online: false, lastSeenAt: now, nowPlaying: { title: '宪法宣传' }, pairedAt: null }
  expect(stateWords({ ok: true, value }, now)?.label).toBe('○ 未配对')
  expect(stateWords({ ok: true, value: { ...value, online: true } }, now)?.label).toBe('▷ 试看：宪法宣传')
  expect(stateWords({ ok: false, status: 404, sentence: '' }, now)).toBeNull()
  expect(stateWords({ ok: false, status: 500, sentence: '' }, now)).toBeNull()
})
