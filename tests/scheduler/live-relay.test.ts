/** @file The relay against a source on a port: what it gives, when, to how many, and what it costs the source. */
import { describe, expect, test } from 'vitest'
import { mediaList, namesIn, packets, relayRig, type RelayRig } from './live-source.ts'

const index = '/court/1/index.m3u8'

async function reasonOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => null,
    (error: { code: string; details: { reason?: string } }) => error.details.reason ?? error.code,
  )
}

/** A source with one segment, and the segment's name on our side. */
async function onAir(rig: RelayRig, segment: Buffer = packets(4)): Promise<string> {
  rig.source.on(index, mediaList('a.ts'))
  rig.source.on('/court/1/a.ts', segment)
  const [name = ''] = namesIn(await rig.text('index.m3u8'))
  return name
}

describe('what is relayed', () => {
  test('is the source byte for byte, as what its bytes say it is', async () => {
    const rig = await relayRig()
    const segment = packets(10, 7)
    const { body, type } = await rig.relay.get('live-1', await onAir(rig, segment))
    expect([body.equals(segment), type]).toEqual([true, 'video/mp2t'])
  })

  test('goes through a list of qualities to the segments', async () => {
    const rig = await relayRig()
    rig.source.on(index, '#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\nhd/list.m3u8?t=1')
    rig.source.on('/court/1/hd/list.m3u8', mediaList('a.ts'))
    rig.source.on('/court/1/hd/a.ts', packets(2))
    const [list = ''] = namesIn(await rig.text('index.m3u8'))
    const [segment = ''] = namesIn(await rig.text(list))
    expect((await rig.relay.get('live-1', segment)).type).toBe('video/mp2t')
  })

  test('only what a playlist named can be asked for, so nobody browses the source through us', async () => {
    const rig = await relayRig()
    await onAir(rig)
    rig.source.on('/court/1/secret.ts', packets(2))
    expect(await reasonOf(rig.relay.get('live-1', `${'0'.repeat(32)}.seg`))).toBe('signage.live-unknown')
    expect(rig.source.asked).toEqual([index])
  })

  test('a piece of a file is cut out, whether the source counts ranges or sends the whole', async () => {
    const file = Buffer.concat([packets(2, 1), packets(3, 2)])
    for (const ranged of [true, false]) {
      const rig = await relayRig()
      rig.source.on(index, `#EXTM3U\n#EXTINF:4,\n#EXT-X-BYTERANGE:564@376\nall.ts`)
      rig.source.on('/court/1/all.ts', (request, response) => {
        if (!ranged) return void response.end(file)
        expect(request.headers.range).toBe('bytes=376-939')
        response.writeHead(206).end(file.subarray(376, 940))
      })
      const [name = ''] = namesIn(await rig.text('index.m3u8'))
      expect((await rig.relay.get('live-1', name)).body.equals(packets(3, 2))).toBe(true)
    }
  })

  test('after a restart a player that asks by an old name of a quality is answered', async () => {
    const rig = await relayRig()
    rig.source.on(index, '#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\nhd.m3u8')
    rig.source.on('/court/1/hd.m3u8', mediaList('a.ts'))
    const [list = ''] = namesIn(await rig.text('index.m3u8'))
    rig.relay.cut('live-1')
    expect(namesIn(await rig.text(list)).length).toBe(1)
  })
})

describe('a thousand players', () => {
  test('cost the source one fetch for each piece', async () => {
    const rig = await relayRig()
    const name = await onAir(rig)
    const bodies = await Promise.all(
      Array.from({ length: 1_000 }, async () => {
        await rig.relay.get('live-1', 'index.m3u8')
        return rig.relay.get('live-1', name)
      }),
    )
    expect(bodies.length).toBe(1_000)
    expect(rig.source.asked).toEqual([index, '/court/1/a.ts'])
  })

  test('get a fresh list when the old one is a second old, and the segment from memory', async () => {
    const rig = await relayRig()
    const name = await onAir(rig)
    await rig.relay.get('live-1', name)
    rig.clock.at += 1_500
    await rig.relay.get('live-1', 'index.m3u8')
    await rig.relay.get('live-1', name)
    expect(rig.source.asked).toEqual([index, '/court/1/a.ts', index])
  })

  test('run at a source that is down only once a second', async () => {
    const rig = await relayRig()
    rig.source.on(index, (_request, response) => response.writeHead(503).end())
    for (let round = 0; round < 3; round++) {
      const reasons = await Promise.all(
        Array.from({ length: 100 }, () => reasonOf(rig.relay.get('live-1', 'index.m3u8'))),
      )
      expect(new Set(reasons)).toEqual(new Set(['直播源回答 503']))
      expect(rig.source.asked.length).toBe(round + 1)
      rig.clock.at += 1_000
    }
    expect(rig.log.lines.length, 'written down once a minute').toBe(1)
  })

  test('never make it keep more than its share of memory', async () => {
    const rig = await relayRig({ bounds: { bytes: 10_000, fetches: 5 } })
    const names = Array.from({ length: 20 }, (_, at) => `s${at}.ts`)
    rig.source.on(index, mediaList(...names))
    for (const name of names) rig.source.on(`/court/1/${name}`, packets(10))
    for (const name of namesIn(await rig.text('index.m3u8'))) await rig.relay.get('live-1', name)
    expect(rig.relay.bytes()).toBeLessThanOrEqual(10_000)
    expect(rig.relay.bytes()).toBeGreaterThan(1_880)
  })

  test('beyond the fetches that may be under way the rest is told to come again', async () => {
    const rig = await relayRig({ bounds: { bytes: 1e6, fetches: 2 } })
    rig.source.on(index, mediaList('a.ts', 'b.ts', 'c.ts'))
    const names = namesIn(await rig.text('index.m3u8'))
    const answers: (() => void)[] = []
    for (const path of ['a', 'b', 'c'])
      rig.source.on(`/court/1/${path}.ts`, (_request, response) => {
        answers.push(() => response.end(packets(2)))
      })
    const asked = names.map((name) => reasonOf(rig.relay.get('live-1', name)))
    expect(await asked[2]).toBe('signage.live-busy')
    await expect.poll(() => answers.length).toBe(2)
    for (const answer of answers) answer()
    expect(await Promise.all(asked)).toEqual([null, null, 'signage.live-busy'])
  })
})

describe('a broadcast is closed', () => {
  test.each([
    ['a second before it begins', -1_000, 'signage.live-closed'],
    ['when it begins', 0, null],
    ['a second before it ends', 4 * 3_600_000 - 1_000, null],
    ['when it ends', 4 * 3_600_000, 'signage.live-closed'],
  ])('%s', async (_when, offset, expected) => {
    const rig = await relayRig()
    rig.source.on(index, mediaList('a.ts'))
    rig.clock.at += offset
    expect(await reasonOf(rig.relay.get('live-1', 'index.m3u8'))).toBe(expected)
    expect(rig.source.asked.length).toBe(expected ? 0 : 1)
  })

  test('to everyone when it is stopped, also to those who have asked already', async () => {
    const rig = await relayRig()
    const name = await onAir(rig)
    let answer = (): void => undefined
    rig.source.on('/court/1/a.ts', (_request, response) => {
      answer = () => void response.end(packets(4))
    })
    const waiting = reasonOf(rig.relay.get('live-1', name))
    await expect.poll(() => rig.source.asked.length).toBe(2)
    rig.state.stopped = true
    rig.relay.cut('live-1')
    answer()
    expect(await waiting).toBe('signage.live-stopped')
    expect(await reasonOf(rig.relay.get('live-1', 'index.m3u8'))).toBe('signage.live-stopped')
    expect(rig.relay.bytes()).toBe(0)
  })

  test('when its document is no longer published', async () => {
    const rig = await relayRig()
    const name = await onAir(rig)
    rig.state.document = null
    expect(await reasonOf(rig.relay.get('live-1', name))).toBe('signage.live-unknown')
  })

  test('under its old names when its document names another source', async () => {
    const rig = await relayRig()
    const name = await onAir(rig)
    if (rig.state.document)
      rig.state.document = { ...rig.state.document, source: `${rig.source.origin}/court/2/index.m3u8` }
    rig.source.on('/court/2/index.m3u8', mediaList('b.ts'))
    expect(await reasonOf(rig.relay.get('live-1', name))).toBe('signage.live-unknown')
  })
})

describe('refused, with a reason that a person can act on', () => {
  const page = '<!doctype html><script>alert(1)</script>'

  test.each([
    ['a page instead of a list', page, '直播源给出的不是直播内容'],
    ['a list that leads elsewhere', mediaList('https://elsewhere.cn/a.ts'), '播放列表指向了直播源以外的地址'],
    ['a list without end', `#EXTM3U\n${'#EXTINF:4,\na.ts\n'.repeat(200_000)}`, '直播源给的内容太大'],
  ])('%s', async (_what, body, reason) => {
    const rig = await relayRig()
    rig.source.on(index, body)
    expect(await reasonOf(rig.relay.get('live-1', 'index.m3u8'))).toBe(reason)
  })

  test('a page instead of a segment, since this origin must not serve foreign scripts', async () => {
    const rig = await relayRig()
    const name = await onAir(rig, Buffer.from(page))
    expect(await reasonOf(rig.relay.get('live-1', name))).toBe('直播源给出的不是直播内容')
  })

  test('a segment without end is cut off and not kept', async () => {
    const rig = await relayRig()
    const name = await onAir(rig)
    rig.source.on('/court/1/a.ts', (_request, response) => {
      const chunk = packets(5_000)
      const send = (): void => {
        while (!response.destroyed && response.write(chunk));
        if (!response.destroyed) response.once('drain', send)
      }
      send()
    })
    expect(await reasonOf(rig.relay.get('live-1', name))).toBe('直播源给的内容太大')
    expect(rig.relay.bytes()).toBeLessThan(1_000)
  })

  test('a redirect out of the folder; one within it is followed', async () => {
    const rig = await relayRig()
    const to = (location: string) =>
      rig.source.on(index, (_request, response) => response.writeHead(302, { location }).end())
    to('/court/2/index.m3u8')
    expect(await reasonOf(rig.relay.get('live-1', 'index.m3u8'))).toBe('直播源转到了别处')
    to('https://elsewhere.cn/court/1/index.m3u8')
    rig.clock.at += 1_000
    expect(await reasonOf(rig.relay.get('live-1', 'index.m3u8'))).toBe('直播源转到了别处')
    to('hd/index.m3u8')
    rig.source.on('/court/1/hd/index.m3u8', mediaList('a.ts'))
    rig.source.on('/court/1/hd/a.ts', packets(2))
    rig.clock.at += 1_000
    const [name = ''] = namesIn(await rig.text('index.m3u8'))
    expect((await rig.relay.get('live-1', name)).bytes).toBe(376)
    to(index)
    rig.clock.at += 5_000
    expect(await reasonOf(rig.relay.get('live-1', 'index.m3u8'))).toBe('直播源转来转去，没有到头')
  })

  test('a source in our own network, unless the bureau allows it', async () => {
    const rig = await relayRig({ privateAllowed: false })
    rig.source.on(index, mediaList('a.ts'))
    expect(await reasonOf(rig.relay.get('live-1', 'index.m3u8'))).toBe('直播源在内网，没有得到允许')
    expect(rig.source.asked).toEqual([])
  })

  test('no token of the source is ever written down', async () => {
    const rig = await relayRig()
    if (rig.state.document) rig.state.document.source += '?token=SECRET'
    rig.source.on(index, (_request, response) => response.destroy())
    await reasonOf(rig.relay.get('live-1', 'index.m3u8'))
    expect(rig.source.asked).toEqual([`${index}?token=SECRET`])
    expect(rig.log.lines.length).toBe(1)
    expect(JSON.stringify(rig.log.lines)).not.toContain('SECRET')
  })
})
