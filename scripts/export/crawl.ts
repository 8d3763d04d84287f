/**
 * @file Walks a running site from its site map and home page on, and hands each finished file to a writer.
 *
 * Bounded in number and in what is asked at once. A page that fails for the moment is asked again; one
 * that stays away is reported with the page that led to it.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { exportPage, redirectPage } from '../../site/export/page.ts'
import { fileOf, ownAddress, placeOf, type Copy, type Place } from '../../site/export/places.ts'
import { exportCss, exportJson, exportScript, exportXml, scriptsOf } from '../../site/export/text.ts'

export interface CrawlSettings {
  /** The running program. */
  from: string
  copy: Copy
  addressesMax: number
  write(file: string, content: string | Buffer): Promise<void>
  say(line: string): void
  fetch: typeof fetch
}

export interface CrawlReport {
  pages: number
  pictures: number
  others: number
  codes: number
  /** `address` of a link that leads nowhere, and the page that has it. */
  broken: { address: string; from: string }[]
  firsts: ReadonlySet<string>
}

const atOnce = 4
const attemptsMax = 4
const pauseMs = 500
const seeds = ['/', '/search', '/offline', '/offline/search', '/feed.xml', '/data/search.json']
const files = ['/offline-worker.js', '/favicon.svg', '/emblem.svg']
const missingPage = '/404-page-of-the-copy'

export async function crawl(settings: CrawlSettings): Promise<CrawlReport> {
  const { from, copy, write, say } = settings
  const queue: { place: Place; from: string }[] = []
  const known = new Set<string>()
  const scripts: { file: string; text: string }[] = []
  const report: CrawlReport & { firsts: Set<string> } = {
    pages: 0,
    pictures: 0,
    others: 0,
    codes: 0,
    broken: [],
    firsts: new Set(),
  }

  function add(place: Place, leader: string): void {
    if (known.has(place.path)) return
    if (known.size >= settings.addressesMax)
      throw new Error(`网站的地址超过${settings.addressesMax}个，请用 --max 放宽后再试`)
    known.add(place.path)
    queue.push({ place, from: leader })
  }
  const addAddress = (address: string, leader: string) => {
    const place = placeOf(address)
    if (place) add(place, leader)
  }

  async function ask(source: string): Promise<Response> {
    for (let attempt = 1; ; attempt += 1) {
      const response = await settings.fetch(from + source, {
        redirect: 'manual',
        headers: { accept: 'text/html,image/webp,*/*;q=0.8' },
      })
      if (response.status < 500 && response.status !== 429) return response
      if (attempt === attemptsMax) throw new Error(`${source} 答复 ${response.status}，试了${attempt}次`)
      await pause(pauseMs * attempt)
    }
  }

  async function take({ place, from: leader }: { place: Place; from: string }): Promise<void> {
    const response = await ask(place.source)
    const found = (other: Place) => add(other, place.source)
    const file = fileOf(place)
    if (response.status >= 300 && response.status < 400) return lead(place, response.headers.get('location'))
    if (response.status !== 200) {
      await response.arrayBuffer()
      report.broken.push({ address: place.source, from: leader })
      return
    }
    report.firsts.add(file.split('/')[0]?.replace(/\.\w+$/, '') ?? '')
    const type = response.headers.get('content-type') ?? ''
    if (place.kind === 'page') {
      const policy = response.headers.get('content-security-policy')
      const page = { html: await response.text(), place, policy }
      await write(file, exportPage(page, copy, found))
      report.pages += 1
      if (report.pages % 100 === 0) say(`已抄下${report.pages}个页面……`)
    } else if (place.kind === 'picture') {
      await write(file, Buffer.from(await response.arrayBuffer()))
      report.pictures += 1
      if (report.pictures % 200 === 0) say(`已抄下${report.pictures}张图片……`)
    } else {
      report.others += 1
      if (type.includes('css')) await write(file, exportCss(await response.text(), copy, found))
      else if (type.includes('json')) await write(file, exportJson(await response.text(), copy, found))
      else if (type.includes('xml') && !type.includes('svg'))
        await write(file, exportXml(await response.text(), copy, found))
      else if (type.includes('javascript')) {
        const text = await response.text()
        for (const other of scriptsOf(text, place.source)) addAddress(other, place.source)
        scripts.push({ file, text })
      } else await write(file, Buffer.from(await response.arrayBuffer()))
    }
  }

  async function lead(place: Place, location: string | null): Promise<void> {
    const own = location === null ? null : ownAddress(location, copy)
    const page = own === null ? null : redirectPage(own, '新的地址', copy)
    if (own === null || page === null) {
      report.broken.push({ address: place.source, from: location ?? '' })
      return
    }
    addAddress(own, place.source)
    await write(fileOf(place), page)
    report.pages += 1
  }

  async function drain(): Promise<void> {
    const running = new Set<Promise<void>>()
    while (queue.length > 0 || running.size > 0) {
      while (running.size < atOnce && queue.length > 0) {
        const next = queue.shift()
        if (!next) break
        const work: Promise<void> = take(next).finally(() => running.delete(work))
        running.add(work)
      }
      if (running.size > 0) await Promise.race(running)
    }
  }

  async function writeCodes(): Promise<void> {
    const response = await settings.fetch(`${from}/data/codes.json`)
    if (!response.ok) {
      await response.arrayBuffer()
      say('没有读到短码表，墙上和海报上的短码在副本里打不开。')
      return
    }
    const { codes } = (await response.json()) as { codes: { code: string; path: string; title: string }[] }
    for (const { code, path, title } of codes) {
      const place = placeOf(path)
      const page = place && known.has(place.path) ? redirectPage(path, title, copy) : null
      if (page === null) continue
      await write(`s/${code}/index.html`, page)
      report.codes += 1
    }
    if (report.codes > 0) report.firsts.add('s')
  }

  const map = await (await ask('/sitemap.xml')).text()
  for (const address of [...seeds, ...files]) addAddress(address, '起点')
  for (const [, address = ''] of map.matchAll(/<loc>([^<]+)<\/loc>/g)) {
    const own = ownAddress(address.replaceAll('&amp;', '&'), copy)
    if (own !== null) addAddress(own, '网站地图')
  }
  await drain()
  await writeCodes()
  // Only a host's root has a robots.txt that anybody reads.
  if (copy.base === '/') await write('robots.txt', robots(copy))
  if (copy.origin !== null)
    await write(
      'sitemap.xml',
      exportXml(map, copy, () => undefined),
    )
  const missing = await settings.fetch(from + missingPage)
  const policy = missing.headers.get('content-security-policy')
  const place: Place = { kind: 'page', source: missingPage, path: '404.html' }
  await write(
    '404.html',
    exportPage({ html: await missing.text(), place, policy }, copy, (each) => add(each, '404')),
  )
  await drain()
  for (const { file, text } of scripts)
    await write(file, file === 'offline-worker.js' ? text : exportScript(text, copy, report.firsts))
  return report
}

const robots = ({ origin }: Copy) =>
  [
    'User-agent: *',
    'Disallow: /search/',
    ...(origin === null ? [] : [`Sitemap: ${origin}/sitemap.xml`]),
    '',
  ].join('\n')
