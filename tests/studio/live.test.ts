/** @file What an editor may write as the address of a broadcast, and how its switch asks the scheduler. */
import { describe, expect, test, vi } from 'vitest'
import { liveSource, plainLiveSource } from '../../studio/schema/rules/live.ts'
import { orderLive } from '../../studio/screens/signage.ts'

describe('the address of a broadcast', () => {
  test.each([undefined, 'https://live.example.cn/ting/1.m3u8', 'https://live.example.cn/1.m3u8?token=a/b'])(
    '%s will do',
    (text) => {
      expect(liveSource(text)).toBe(true)
    },
  )

  test.each([
    ['live.example.cn/1.m3u8', /完整的网址/u],
    ['rtmp://live.example.cn/1.m3u8', /完整的网址/u],
    ['https://live.example.cn/1.flv', /\.m3u8 结尾/u],
    ['https://live.example.cn/?u=1.m3u8', /\.m3u8 结尾/u],
    ['https://user:word@live.example.cn/1.m3u8', /账号和密码/u],
  ])('%s is refused with what to write instead, as the relay would refuse it', (text, words) => {
    expect(liveSource(text)).toMatch(words)
  })

  test('without TLS it is allowed with a warning, since courts broadcast in networks of their own', () => {
    expect(liveSource('http://10.1.2.3/1.m3u8')).toBe(true)
    expect(plainLiveSource('http://10.1.2.3/1.m3u8')).toMatch(/PUFA_LIVE_PRIVATE/u)
    expect(plainLiveSource('https://live.example.cn/1.m3u8')).toBe(true)
  })
})

test('the switch asks for the published broadcast, with the session', async () => {
  const fetching = vi.fn<typeof fetch>().mockImplementation(async () => Response.json({ stopped: true }))
  expect(await orderLive(fetching, 'live-1', 'stop')).toMatchObject({ ok: true })
  expect(fetching.mock.calls[0]?.[0]).toBe('/api/signage/live/live-1/stop')
  expect(fetching.mock.calls[0]?.[1]).toMatchObject({ method: 'POST', credentials: 'same-origin' })
})
