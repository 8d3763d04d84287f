/**
 * @file What the pages are made of: sound HTML, held in by their policy, and joined by links that all lead
 * somewhere. How they are in a browser is in pages-are-clean.
 */
import { HtmlValidate } from 'html-validate'
import { beforeAll, expect, test } from 'vitest'
import { origin } from '../support/lane.ts'
import { linksOf, unlistedPages } from '../support/pages.ts'
import { everyPath, pageKinds } from '../support/site-map.ts'

const addressesMax = 5_000
const kitsMax = 5
const mobile = /(?<!\d)1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)/
let kinds: string[]
let unlisted: string[]

beforeAll(async () => {
  kinds = await pageKinds(origin)
  unlisted = await unlistedPages(origin)
})

/** Left out: how a tag is written where HTML reads both ways the same, and a number that styles keep whole. */
const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    'doctype-style': 'off',
    'no-implicit-button-type': 'off',
    'no-implicit-input-type': 'off',
    'no-inline-style': 'error',
    'no-trailing-whitespace': 'off',
    'tel-non-breaking': 'off',
    'void-style': 'off',
  },
})

test.each(['', 'large-text=on'])('the HTML of every kind of page is sound (cookie “%s”)', async (cookie) => {
  const faults: string[] = []
  for (const path of [...kinds, ...unlisted]) {
    const html = await (await fetch(origin + path, { headers: { cookie } })).text()
    const { results } = await validator.validateString(html)
    for (const { messages } of results)
      for (const { ruleId, line, column, message } of messages)
        faults.push(`${path} ${line}:${column} ${ruleId}: ${message}`)
  }
  expect(faults).toEqual([])
})

/** What runs comes from our own built files and stands in none of the page; what stands in the page is data. */
function scriptFaults(html: string): string[] {
  const faults: string[] = []
  for (const [, attributes = '', body = ''] of html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script\s*>/gi)) {
    const isData = /\stype="application\/(?:ld\+)?json"/.test(attributes) && !/\ssrc=/.test(attributes)
    const isOurs = /\stype="module"/.test(attributes) && /\ssrc="\/_astro\/[\w.-]+\.js"/.test(attributes)
    if (isData && !/[<>]/.test(body)) continue
    if (!isOurs || body.trim() !== '') faults.push(`script${attributes} ${body.slice(0, 40)}`)
  }
  const tags = html.match(/<script\b/gi)?.length ?? 0
  if (tags !== (html.match(/<\/script\s*>/gi)?.length ?? 0)) faults.push('a script that does not end')
  const rest = html.replaceAll(/<script\b[^>]*>[\s\S]*?<\/script\s*>/gi, '')
  if (/<[^>]*\son\w+\s*=/i.test(rest)) faults.push('a handler inside a tag')
  if (/=["']?\s*javascript:/i.test(rest)) faults.push('an address that is script')
  return faults
}

test('every page runs only our own script files, none inline, and forbids frames and foreign sources', async () => {
  const faults: string[] = []
  for (const path of [...kinds, ...unlisted].filter((each) => each !== '/login')) {
    const response = await fetch(origin + path)
    const policy = (response.headers.get('content-security-policy') ?? '').split('; ')
    const wanted = [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ]
    for (const words of wanted) if (!policy.includes(words)) faults.push(`${path} lacks ${words}`)
    if (/unsafe|\*/.test(policy.join())) faults.push(`${path} allows too much: ${policy.join('; ')}`)
    if (response.headers.get('x-content-type-options') !== 'nosniff') faults.push(`${path} may be sniffed`)
    faults.push(...scriptFaults(await response.text()).map((fault) => `${path}: ${fault}`))
  }
  expect(faults).toEqual([])
})

test.each([
  '<script>alert(1)</script>',
  '<script src="https://elsewhere.example/a.js"></script>',
  '<script type="module" src="/_astro/a.js">more()</script>',
  '<script type="module" src="/images/a.js"></script>',
  '<script type="application/json">{"a": "</b>"}</script>',
  '<a href="javascript:void 0">x</a>',
  '<p onclick="x()">x</p>',
  '<script>',
])('%s would be noticed', (html) => {
  expect(scriptFaults(html)).not.toEqual([])
})

test('every link on every page leads to a page and to a place on it, none shows a mobile number, and every listed page can be reached', async () => {
  const reached = new Map<string, string>([['/', 'the address bar']])
  const places = new Map<string, string>()
  const faults: string[] = []
  const kits = new Set<string>()
  const ids = new Map<string, Set<string>>()
  // A map may grow while it is walked: each page is asked once, in the order in which it was found.
  for (const [path, from] of reached) {
    const response = await fetch(origin + path)
    if (response.status >= 400) faults.push(`${response.status} ${path}, linked from ${from}`)
    const html = await response.text()
    if (mobile.test(html)) faults.push(`${path} shows a mobile number`)
    ids.set(path, new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id = '']) => id)))
    for (const link of linksOf(html, origin + path)) {
      if (link.place !== null) places.set(`${link.path}#${link.place}`, path)
      if (reached.has(link.path) || reached.size >= addressesMax) continue
      // Posters are drawn at the first asking, a second each: a few kits stand for all, which are made alike.
      const isKit = link.path.startsWith('/share/')
      if (isKit && kits.add(link.path.split('/')[2] ?? '').size > kitsMax) continue
      reached.set(link.path, path)
    }
  }
  for (const [place, from] of places) {
    const [path = '', id = ''] = place.split('#')
    if (!ids.get(path)?.has(id)) faults.push(`${place} is no place on the page, linked from ${from}`)
  }
  process.stdout.write(`${reached.size} addresses followed from the home page\n`)
  expect(reached.size).toBeLessThan(addressesMax)
  const listed = (await everyPath(origin)).filter((path) => !reached.has(path))
  expect([...faults, ...listed.map((path) => `${path} is linked from nowhere`)]).toEqual([])
})
