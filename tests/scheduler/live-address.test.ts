/** @file Where the relay may ask: public machines, and of the source's host only its own folder. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import { isPublicAddress, lookupPublic, PrivateAddress } from '../../scheduler/live/address.ts'
import { openSource } from '../../scheduler/live/source.ts'
import { scopeOf, within } from '../../scheduler/live/scope.ts'

describe('an address', () => {
  test.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '127.0.0.1',
    '127.255.255.254',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '[::1]',
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
    '64:ff9b::10.0.0.1',
    'fc00::1',
    'fd12:3456::1',
    'fe80::1%eth0',
    'ff02::1',
    '2002:7f00:1::',
    '2001:db8::1',
    'localhost',
    '',
  ])('%s is not public: a document must not make the server ask around at home', (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })

  test.each(['8.8.8.8', '172.15.0.1', '172.32.0.1', '100.128.0.1', '192.167.1.1', '2400:3200::1'])(
    '%s is public',
    (address) => {
      expect(isPublicAddress(address)).toBe(true)
    },
  )
})

test('a name that means this machine is refused when it is looked up, so that no name gets round the rule', async () => {
  const error = await new Promise((resolve) => lookupPublic('localhost', { all: true }, resolve))
  expect(error).toBeInstanceOf(PrivateAddress)
})

test.each(['127.0.0.1', 'localhost', '[::ffff:127.0.0.1]'])(
  'nothing is asked of http://%s, and the refusal names the reason',
  async (host) => {
    let asked = 0
    const server = createServer((_request, response) => {
      asked++
      response.end('#EXTM3U')
    })
    await new Promise<void>((ready) => server.listen(0, ready))
    const source = openSource(false)
    onTestFinished(() => {
      source.close()
      server.close()
      server.closeAllConnections()
    })
    const url = `http://${host}:${(server.address() as AddressInfo).port}/a/i.m3u8`
    const scope = scopeOf(url, true)
    if (!scope) throw new Error('no scope')
    await expect(
      source.fetch({ url, range: null }, scope, 100, new AbortController().signal),
    ).rejects.toMatchObject({
      code: 'signage.live-source',
      details: { reason: '直播源在内网，没有得到允许' },
    })
    expect(asked).toBe(0)
  },
)

describe('the scope of a source', () => {
  const scope = { origin: 'https://live.example.cn', folder: '/court/1/' }

  test('is its host and its folder, whatever its query says', () => {
    expect(scopeOf('https://live.example.cn/court/1/index.m3u8?token=a/b', false)).toEqual(scope)
  })

  test.each([
    'http://live.example.cn/court/1/index.m3u8',
    'ftp://live.example.cn/court/1/index.m3u8',
    'https://user:word@live.example.cn/court/1/index.m3u8',
    'https://live.example.cn/court/1/index.mp4',
    'https://live.example.cn/court/1/',
    'live.example.cn/court/1/index.m3u8',
    'file:///etc/passwd.m3u8',
    '',
  ])('there is none for %s', (source) => {
    expect(scopeOf(source, false)).toBe(null)
  })

  const base = 'https://live.example.cn/court/1/hd/index.m3u8'
  test.each([
    ['seg1.ts', 'https://live.example.cn/court/1/hd/seg1.ts'],
    ['../seg1.ts?t=1', 'https://live.example.cn/court/1/seg1.ts?t=1'],
    ['/court/1/a/b.ts#x', 'https://live.example.cn/court/1/a/b.ts'],
    ['https://live.example.cn/court/1/c.ts', 'https://live.example.cn/court/1/c.ts'],
  ])('%s lies in it', (address, whole) => {
    expect(within(scope, address, base)).toBe(whole)
  })

  test.each([
    '/court/2/seg.ts',
    '../../2/seg.ts',
    '%2e%2e/%2e%2e/2/seg.ts',
    '..%2f..%2f2/seg.ts',
    '..\\..\\2\\seg.ts',
    'a%5c..%5c..%5cseg.ts',
    'http://live.example.cn/court/1/seg.ts',
    'https://live.example.cn:8443/court/1/seg.ts',
    '//other.example.cn/court/1/seg.ts',
    'https://live.example.cn.evil.cn/court/1/seg.ts',
    'https://a@live.example.cn/court/1/seg.ts',
    'data:text/plain,x',
    'file:///etc/passwd',
    'https://',
  ])('%s leads out of it', (address) => {
    expect(within(scope, address, base)).toBe(null)
  })
})
