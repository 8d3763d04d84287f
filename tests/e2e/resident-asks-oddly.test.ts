/** @file Words that nobody has written about, addresses that lead nowhere, and questions meant to do harm. */
import { request } from 'node:http'
import { expect, test } from 'vitest'
import { origin } from '../support/lane.ts'

interface Answer {
  status: number
  text: string
}

/** The site's own scripts, and data that is never run. */
const ours = /<script type="(?:module" src="\/_astro\/[\w.\-/]+"|application\/(?:ld\+)?json"[^>]*)>/g

/** Tags that could run something; the values of attributes are left out, since a quoted `<` is text. */
const dangers = (html: string) =>
  html
    .replaceAll(ours, '')
    .replaceAll(/="[^"]*"/g, '=""')
    .match(/<(?:script|iframe|object|embed)\b|<[^>]*\son\w+=/gi) ?? []

/** Sends the path as it is written; `fetch` would tidy it up first. */
function ask(path: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(origin)
    const sent = request({ hostname, port, path }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() }),
      )
      response.on('error', reject)
    })
    sent.on('error', reject)
    sent.end()
  })
}

test('words that nobody has written about lead to the hotline and the troubles, not to a blank page', async () => {
  const { status, text } = await ask(`/search?q=${encodeURIComponent('量子纠缠')}`)
  expect(status).toBe(200)
  expect(text).toContain('没有找到“量子纠缠”')
  const main = text.slice(text.indexOf('<main'), text.indexOf('</main>'))
  expect(main).toContain('href="tel:12348"')
  expect(main.match(/href="\/questions\?topic=/g)?.length).toBeGreaterThan(5)
})

test('an address without a page says so, and leads on', async () => {
  for (const path of ['/no-such-page', '/questions/no-such-question', '/villages/000000000000']) {
    const { status, text } = await ask(path)
    expect(status, path).toBe(404)
    const main = text.slice(text.indexOf('<main'), text.indexOf('</main>'))
    for (const way of ['href="tel:12348"', 'action="/search"', 'href="/"']) expect(main, path).toContain(way)
  }
})

test('search answers as JSON of the stated shape, and each result has a page', async () => {
  const response = await fetch(`${origin}/api/search?q=${encodeURIComponent('讨薪')}`)
  expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8')
  const answer = (await response.json()) as { results: Record<string, unknown>[] }
  expect(Object.keys(answer)).toEqual(['results'])
  expect(answer.results.length).toBeGreaterThan(2)
  for (const result of answer.results) {
    expect(Object.keys(result).sort()).toEqual(['summary', 'title', 'topics', 'type', 'url'])
    expect(result).toMatchObject({
      type: expect.stringMatching(/^[a-zA-Z]+$/),
      title: expect.stringMatching(/\S/),
      summary: expect.any(String),
      topics: expect.any(Array),
      url: expect.stringMatching(/^\/[a-z]+\//),
    })
    expect((await ask(String(result['url']))).status).toBe(200)
  }
  expect(answer.results.some(({ topics }) => (topics as string[]).includes('wages'))).toBe(true)
})

test.each(['', '?q=', '?q=%20%20'])('search for nothing (%s) finds nothing', async (query) => {
  expect(JSON.parse((await ask(`/api/search${query}`)).text)).toEqual({ results: [] })
})

const attempts = [
  ['a script', '"><script>alert(1)</script>'],
  ['a picture that runs', '<img src=x onerror=alert(1)>'],
  ['an address that runs', "javascript:alert('1')"],
  ['a query of the lake', '"] | *[_type == "system.user"]{...}'],
  ['a way out of the folder', '../../../../etc/passwd'],
  ['a thousand characters', '工'.repeat(1_000)],
  ['ten thousand characters', 'a'.repeat(10_000)],
  ['a family of emoji', '👨‍👩‍👧‍👦'.repeat(20)],
  ['half a pair of surrogates cut off', '👍'.repeat(60) + '工'],
  ['words that run right to left', '\u202e123 عربى'],
  ['a line break', 'a\r\nset-cookie: a=b'],
] as const

test.each(attempts)('%s in the search is answered, and escaped', async (_name, words) => {
  for (const path of ['/search', '/api/search', '/lawyers?county=', '/laws/civil-code?article=']) {
    const query = path.includes('=') ? '' : '?q='
    const { status, text } = await ask(`${path}${query}${encodeURIComponent(words)}`)
    expect(status, path).toBeLessThan(500)
    if (path.startsWith('/api')) continue
    expect(dangers(text), path).toEqual([])
    expect(text.match(/href="javascript/i), path).toBeNull()
  }
})

test.each([
  '/search?q=%00',
  '/search?q=%E5',
  '/search?q=%',
  '/search?q=1&q=2&q[]=3',
  '/%00',
  '/%E5',
  '/%',
  '//example.invalid/',
  '/\\example.invalid',
  '/../../etc/passwd',
  '/questions/../../../etc/passwd',
  '/questions/..%2f..%2f..%2fetc%2fpasswd',
  '/questions/%2e%2e/%2e%2e/main.ts',
  '/questions/<script>alert(1)</script>',
  '/questions/wages-owed/',
  '/laws/civil-code/-1',
  '/laws/civil-code/999999999999999999999',
  '/laws/civil-code/1e9',
  '/lawyers?page=999999999',
  '/lawyers?page=-1',
  '/lawyers?page=1e308',
])('%s is answered without a failure, and shows no file and no script', async (path) => {
  const { status, text } = await ask(path)
  expect(status).toBeGreaterThanOrEqual(200)
  expect(status).toBeLessThan(500)
  expect(text.match(/root:.*:0:0|import .* from '/)).toBeNull()
  expect(dangers(text)).toEqual([])
})

test('an address of ten thousand characters is answered without a failure', async () => {
  const { status } = await ask(`/${'a'.repeat(10_000)}`)
  expect(status).toBeGreaterThanOrEqual(400)
  expect(status).toBeLessThan(500)
})

test.each(['//example.invalid/', '/\\example.invalid/', 'https://example.invalid/'])(
  'the large-text switch sends nobody to %s',
  async (back) => {
    const response = await fetch(`${origin}/large-text`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ back, on: '1' }),
    })
    expect(response.status).toBe(303)
    expect(new URL(response.headers.get('location') ?? '', origin).origin).toBe(origin)
  },
)
