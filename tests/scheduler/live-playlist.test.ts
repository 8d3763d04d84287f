/** @file A source's playlist written anew: every address a name of ours, nothing of the source's own in it. */
import { describe, expect, test } from 'vitest'
import { parsePlaylist } from '../../scheduler/live/playlist.ts'
import { rewritten } from '../../scheduler/live/rewrite.ts'
import { namesIn } from './live-source.ts'

const scope = { origin: 'https://live.example.cn', folder: '/court/1/' }
const base = 'https://live.example.cn/court/1/index.m3u8?token=SECRET'
const rewrite = (...lines: string[]) =>
  rewritten(parsePlaylist(['#EXTM3U', ...lines].join('\n'), base, scope))

const reasonOf = (...lines: string[]): unknown => {
  try {
    rewrite(...lines)
  } catch (error) {
    return (error as { details?: { reason?: string } }).details?.reason
  }
  return null
}

describe('a list of segments', () => {
  test('keeps what a player needs and gives each segment a name that leads back to it', () => {
    const { text, resources } = rewrite(
      '#EXT-X-VERSION:3',
      '#EXT-X-TARGETDURATION:4',
      '#EXT-X-MEDIA-SEQUENCE:120',
      '#EXT-X-INDEPENDENT-SEGMENTS',
      '#EXTINF:4.000,第一段',
      'a.ts?token=SECRET',
      '#EXT-X-DISCONTINUITY',
      '#EXT-X-PROGRAM-DATE-TIME:2026-03-02T08:00:04.000+08:00',
      '#EXTINF:3.5,',
      'sub/b.ts',
    )
    const [first = '', second = ''] = namesIn(text)
    expect(text).toBe(
      [
        '#EXTM3U',
        '#EXT-X-VERSION:7',
        '#EXT-X-TARGETDURATION:4',
        '#EXT-X-MEDIA-SEQUENCE:120',
        '#EXT-X-DISCONTINUITY-SEQUENCE:0',
        '#EXT-X-INDEPENDENT-SEGMENTS',
        '#EXTINF:4,',
        first,
        '#EXT-X-DISCONTINUITY',
        '#EXT-X-PROGRAM-DATE-TIME:2026-03-02T08:00:04.000+08:00',
        '#EXTINF:3.5,',
        second,
        '',
      ].join('\n'),
    )
    expect(resources.get(first)).toEqual({
      url: 'https://live.example.cn/court/1/a.ts?token=SECRET',
      range: null,
      kind: 'segment',
    })
    expect(resources.get(second)?.url).toBe('https://live.example.cn/court/1/sub/b.ts')
    expect(text).not.toContain('SECRET')
  })

  test('has the same name for the same segment every time, since players come back for the rest', () => {
    const names = () => namesIn(rewrite('#EXTINF:4,', 'a.ts').text)
    expect(names()).toEqual(names())
  })

  test('of a whole day only its end is passed on, with the counts moved along', () => {
    const lines = Array.from({ length: 500 }, (_, index) => [
      ...(index % 100 === 0 ? ['#EXT-X-DISCONTINUITY'] : []),
      '#EXTINF:4,',
      `s${index}.ts`,
    ])
    const { text, resources } = rewrite('#EXT-X-MEDIA-SEQUENCE:1000', ...lines.flat())
    const names = namesIn(text)
    expect(names.length).toBe(24)
    expect(text).toContain('#EXT-X-MEDIA-SEQUENCE:1476')
    expect(text).toContain('#EXT-X-DISCONTINUITY-SEQUENCE:5')
    expect(resources.get(names.at(-1) ?? '')?.url).toMatch(/s499\.ts$/u)
    expect(resources.size).toBe(24)
  })

  test('an end of the broadcast is passed on', () => {
    expect(rewrite('#EXTINF:4,', 'a.ts', '#EXT-X-ENDLIST').text).toContain('#EXT-X-ENDLIST')
  })
})

describe('pieces of one file', () => {
  test('become resources of their own, so that nobody can ask for ranges that the source did not offer', () => {
    const { text, resources } = rewrite(
      '#EXT-X-MAP:URI="all.mp4",BYTERANGE="700@0"',
      '#EXTINF:4,',
      '#EXT-X-BYTERANGE:1000@700',
      'all.mp4',
      '#EXTINF:4,',
      '#EXT-X-BYTERANGE:500',
      'all.mp4',
    )
    expect(text).not.toContain('BYTERANGE')
    expect([...resources.values()].map(({ range }) => range)).toEqual([
      { offset: 0, length: 700 },
      { offset: 700, length: 1000 },
      { offset: 1700, length: 500 },
    ])
    expect(new Set(resources.keys()).size).toBe(3)
  })

  test('an init segment is named once, and again where it changes or stands before the first kept segment', () => {
    const { text } = rewrite(
      '#EXT-X-MAP:URI="i1.mp4"',
      '#EXTINF:4,',
      'a.m4s',
      '#EXTINF:4,',
      'b.m4s',
      '#EXT-X-MAP:URI="i2.mp4"',
      '#EXTINF:4,',
      'c.m4s',
    )
    expect(text.match(/#EXT-X-MAP/gu)?.length).toBe(2)
    const long = Array.from({ length: 60 }, (_, index) => ['#EXTINF:4,', `s${index}.m4s`]).flat()
    expect(rewrite('#EXT-X-MAP:URI="i.mp4"', ...long).text.match(/#EXT-X-MAP/gu)?.length).toBe(1)
  })
})

describe('a sealed broadcast', () => {
  test('has its key relayed as well, and its segments are taken for what nobody can look into', () => {
    const { text, resources } = rewrite(
      '#EXT-X-KEY:METHOD=AES-128,URI="k.key?token=SECRET",IV=0x0123',
      '#EXTINF:4,',
      'a.ts',
      '#EXT-X-KEY:METHOD=NONE',
      '#EXTINF:4,',
      'b.ts',
    )
    expect(text).toMatch(/#EXT-X-KEY:METHOD=AES-128,URI="[0-9a-f]{32}\.key",IV=0x0123\n/u)
    expect(text).toContain('#EXT-X-KEY:METHOD=NONE')
    expect([...resources.values()].map(({ kind }) => kind)).toEqual(['key', 'sealed', 'segment'])
    expect(text).not.toContain('SECRET')
  })

  test.each([
    '#EXT-X-KEY:METHOD=SAMPLE-AES,URI="k"',
    '#EXT-X-KEY:METHOD=AES-128,URI="k",KEYFORMAT="com.apple.streamingkeydelivery"',
  ])('%s is refused, since no player here opens it', (line) => {
    expect(reasonOf(line, '#EXTINF:4,', 'a.ts')).toBe('直播加了密，播放器放不了')
  })
})

test('a list of qualities keeps what helps to choose, and names a list for each', () => {
  const { text, resources } = rewrite(
    '#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="s",NAME="字幕",URI="https://elsewhere.cn/s.m3u8"',
    '#EXT-X-STREAM-INF:BANDWIDTH=800000,CODECS="avc1.42c01e,mp4a.40.2",RESOLUTION=640x360,SUBTITLES="s"',
    'low/index.m3u8',
    '#EXT-X-STREAM-INF:BANDWIDTH=2000000',
    'high/index.m3u8',
  )
  expect(text).toContain(
    '#EXT-X-STREAM-INF:BANDWIDTH=800000,CODECS="avc1.42c01e,mp4a.40.2",RESOLUTION=640x360\n',
  )
  expect(text).not.toMatch(/SUBTITLES|elsewhere/u)
  expect([...resources.values()].map(({ url, kind }) => [url.slice(32), kind])).toEqual([
    ['low/index.m3u8', 'playlist'],
    ['high/index.m3u8', 'playlist'],
  ])
})

test('tags that would make a player ask elsewhere, or wait for what we do not give, are left out', () => {
  const { text, resources } = rewrite(
    '#EXT-X-SERVER-CONTROL:CAN-BLOCK-RELOAD=YES,PART-HOLD-BACK=1',
    '#EXT-X-DEFINE:NAME="x",VALUE="y"',
    '#EXT-X-CONTENT-STEERING:SERVER-URI="https://elsewhere.cn/steer"',
    '#EXT-X-DATERANGE:ID="ad",CLASS="com.apple.hls.interstitial",X-ASSET-URI="https://elsewhere.cn/ad.m3u8"',
    '#EXT-X-PART:DURATION=1,URI="part.mp4"',
    '#EXT-X-PRELOAD-HINT:TYPE=PART,URI="next.mp4"',
    '# a remark with https://elsewhere.cn/',
    '#EXTINF:4,',
    'a.ts',
  )
  expect(text).not.toMatch(/elsewhere|PART|DEFINE|STEERING|DATERANGE|remark/u)
  expect(resources.size).toBe(1)
})

describe('refused as a whole', () => {
  test.each([
    [['#EXTINF:4,', 'https://other.example.cn/court/1/a.ts']],
    [['#EXTINF:4,', '/court/2/a.ts']],
    [['#EXT-X-MAP:URI="//other.example.cn/i.mp4"', '#EXTINF:4,', 'a.m4s']],
    [['#EXT-X-KEY:METHOD=AES-128,URI="https://keys.example.cn/k"', '#EXTINF:4,', 'a.ts']],
    [['#EXT-X-STREAM-INF:BANDWIDTH=1', 'https://cdn.example.cn/hd.m3u8']],
  ])('a list that leads out of the source: %j', (lines) => {
    expect(reasonOf(...lines)).toBe('播放列表指向了直播源以外的地址')
  })

  test('what is no playlist', () => {
    for (const text of ['', '<html>', 'hello\n#EXTM3U'])
      expect(() => parsePlaylist(text, base, scope)).toThrow('直播源没有给出可以播放的内容')
  })

  test.each([
    [['#EXT-X-TARGETDURATION:9999', '#EXTINF:4,', 'a.ts']],
    [['#EXT-X-MEDIA-SEQUENCE:-1', '#EXTINF:4,', 'a.ts']],
    [['#EXTINF:1e9,', 'a.ts']],
    [['#EXTINF:4,', '#EXT-X-BYTERANGE:abc', 'a.ts']],
    [Array.from({ length: 21_000 }, () => ['#EXTINF:4,', 'a.ts']).flat()],
    [Array.from({ length: 21 }, () => ['#EXT-X-STREAM-INF:BANDWIDTH=1', 'a.m3u8']).flat()],
  ])('figures and lengths that no honest list has (%#)', (lines) => {
    expect(reasonOf(...lines)).toMatch(/不对|太长/u)
  })
})
