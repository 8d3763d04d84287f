/** @file What a reader hands in and scans: over the built site and a real lake. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { shortCode } from '../../site/share/code.ts'
import { startSite, until, type SiteOnPort } from './site-on-port.ts'

const slug = (current: string) => ({ _type: 'slug', current })
const question = (id: string, current: string, title: string) => ({
  _id: id,
  _type: 'legalQuestion',
  title,
  slug: slug(current),
  topics: [],
  shortAnswer: '先看这里。',
  ledAnswer: '看这里。',
  steps: [],
  papers: [],
  citations: [],
  writtenOn: '2026-09-01',
  checkedOn: '2026-11-01',
})
const stays = shortCode('question-stays')
let at: SiteOnPort

beforeAll(async () => {
  at = await startSite([
    question('question-stays', 'stays', '还在的问题'),
    question('question-moves', 'old-name', '改名的问题'),
    question('question-goes', 'goes', '要撤的问题'),
  ])
  // Addresses are learnt a moment after the start.
  const learnt = async () =>
    (await at.get(`/s/${shortCode('question-goes')}`)).headers.get('location') === '/questions/goes'
  expect(await until(learnt, 5_000)).toBe(true)
})
afterAll(() => at.close())

describe('a code', () => {
  test('leads to its page and is counted, by day and without a trace of who scanned', async () => {
    const before = await at.text(`/codes/${stays}`)
    const response = await at.get(`/s/${stays.toLowerCase()}`)
    expect([response.status, response.headers.get('location')]).toEqual([302, '/questions/stays'])
    expect(response.headers.get('set-cookie')).toBeNull()
    expect(before).toContain('0次')
    expect(await at.text(`/codes/${stays}`)).toMatch(/>1次，最近一次在/)
  })

  test('asked for by a robot without reading is not counted', async () => {
    const before = await at.text(`/codes/${stays}`)
    await at.get(`/s/${stays}`, { method: 'HEAD' })
    expect(await at.text(`/codes/${stays}`)).toBe(before)
  })

  test.each(['ZZZZZZZ', '..%2f..%2fetc', '%E4%B8%83', '%ff', 'x'.repeat(500)])(
    'that nobody gave leads to a page that says so: %s',
    async (text) => {
      const response = await at.get(`/s/${text}`)
      expect(response.status).toBe(302)
      const page = await at.get(response.headers.get('location') ?? '')
      expect([page.status, (await page.text()).includes('没有这个码')]).toEqual([404, true])
    },
  )
})

describe('an address that once was', () => {
  test('leads on when the page has another name', async () => {
    await at.lake.client.patch('question-moves').set({ 'slug.current': 'new-name' }).commit()
    expect(await until(async () => (await at.get('/questions/old-name')).status === 301, 3_000)).toBe(true)
    expect((await at.get('/questions/old-name')).headers.get('location')).toBe('/questions/new-name')
  })

  test('says that the page was withdrawn, and so does its code, which no other document gets', async () => {
    const code = shortCode('question-goes')
    await at.lake.client.delete('question-goes')
    expect(await until(async () => (await at.get('/questions/goes')).status === 410, 3_000)).toBe(true)
    const page = await at.text('/questions/goes')
    expect(page).toContain('已经撤下')
    expect(page).toContain('12348')
    const scanned = await at.get(`/s/${code}`)
    expect(scanned.headers.get('location')).toBe(`/codes/${code}`)
    const trail = await at.get(`/codes/${code}`)
    expect([trail.status, (await trail.text()).includes('要撤的问题')]).toEqual([410, true])
  })

  test('that never was stays unknown', async () => {
    expect((await at.get('/questions/never')).status).toBe(404)
    expect((await at.get('/410')).status).toBe(404)
  })
})

describe('a choice', () => {
  test('is counted and thanked for, and its reason is asked', async () => {
    const response = await at.post('/choose', { kind: 'rating', code: stays, choice: 'useless' })
    expect(response.status).toBe(303)
    expect(await at.text(response.headers.get('location') ?? '')).toContain('是哪里不好用')
    expect(await at.text(`/codes/${stays}`)).toContain('没用 1次')
  })

  test.each([
    [{ kind: 'rating', code: stays, choice: '我的电话13800138000' }, 400],
    [{ kind: 'toString', code: stays, choice: 'useful' }, 400],
    [{ kind: 'rating', code: 'ZZZZZZZ', choice: 'useful' }, 400],
    [{}, 400],
    [{ kind: 'x'.repeat(9_000) }, 413],
  ])('that no button has is refused: %j', async (fields, status) => {
    expect((await at.post('/choose', fields as Record<string, string>)).status).toBe(status)
  })

  test('sent by another site is refused', async () => {
    const response = await at.post(
      '/choose',
      { kind: 'rating', code: stays, choice: 'useful' },
      { 'sec-fetch-site': 'cross-site' },
    )
    expect(response.status).toBe(403)
  })
})

describe('a report', () => {
  test('is on the desk before the receipt is shown, private, and its answer appears under the receipt', async () => {
    const response = await at.post('/report', { about: '/questions/stays', text: ' 第二步 的电话\n写错了 ' })
    const location = response.headers.get('location') ?? ''
    const receipt = location.split('/').at(-1) ?? ''
    expect(await at.lake.client.getDocument(`report.${receipt}`)).toMatchObject({
      _type: 'errorReport',
      path: '/questions/stays',
      text: '第二步 的电话 写错了',
      state: 'received',
    })
    expect(await at.lake.anonymous.fetch('count(*[_type == "errorReport"])')).toBe(0)
    const page = await at.text(location)
    expect(page).toContain('正在核对')
    expect(page).not.toContain('写错了')
    await at.lake.client
      .patch(`report.${receipt}`)
      .set({ state: 'corrected', answer: '已改成办公电话。', answeredOn: '2026-11-24' })
      .commit()
    expect(await until(async () => (await at.text(location)).includes('已改成办公电话。'), 3_000)).toBe(true)
    expect(
      await at.text(`/report/receipts/${receipt.slice(0, 4).toLowerCase()}-${receipt.slice(4)}`),
    ).toContain('已经改正')
    expect(await at.text(`/codes/${stays}`)).toContain('改正1条')
  })

  test.each([
    ['nothing', '   ', 400, '还没有写'],
    ['a telephone number', '请回电 138 0013 8000', 400, '手机号'],
    ['too much', '字'.repeat(201), 400, '最多 200 字'],
  ])(
    'of %s is refused with the text kept for mending, and nothing is stored or logged',
    async (_name, text, status, words) => {
      const before = await at.lake.client.fetch<number>('count(*[_type == "errorReport"])')
      const response = await at.post('/report', { about: '/questions/stays', text })
      const page = await response.text()
      expect(response.status).toBe(status)
      expect(response.headers.get('cache-control')).toBe('no-store')
      expect(page).toContain(words)
      expect(page).toContain(text.trim())
      expect(await at.lake.client.fetch('count(*[_type == "errorReport"])')).toBe(before)
      expect(JSON.stringify(at.log.lines)).not.toContain('138')
    },
  )

  test('filled in by a program is refused', async () => {
    const response = await at.post('/report', { about: '/', text: '广告', website: 'x' })
    expect(response.status).toBe(400)
  })

  test('comes in a flood: the sixth within ten minutes is told to wait', async () => {
    const statuses = []
    for (let time = 0; time < 8; time += 1)
      statuses.push((await at.post('/report', { about: '/', text: '错字' })).status)
    expect(statuses.at(-1)).toBe(429)
  })

  test('leads home when its page is on another host', async () => {
    at.lake.clock.advance(11 * 60_000)
    const response = await at.post('/report', { about: '//elsewhere.example/x', text: '错字' })
    const receipt = response.headers.get('location')?.split('/').at(-1)
    expect(await at.lake.client.getDocument(`report.${receipt}`)).toMatchObject({ path: '/' })
  })

  test.each(['ABCD', 'report.*', '<script>', '0000-0000'])(
    'receipt %s that nobody got says so',
    async (text) => {
      const page = await at.get(`/report/receipts/${encodeURIComponent(text)}`)
      expect([page.status, (await page.text()).includes('没有这个回执号')]).toEqual([404, true])
    },
  )
})

describe('counts for editors', () => {
  test('are told to who is signed in, by document, and to nobody else', async () => {
    await at.get(`/s/${stays}`)
    expect((await at.get('/api/site/counts')).status).toBe(401)
    expect((await at.get('/api/site/counts', { headers: { authorization: 'Bearer nobody' } })).status).toBe(
      401,
    )
    const answer = await at.get('/api/site/counts', { headers: { cookie: await at.lake.signIn() } })
    const { pages } = (await answer.json()) as { pages: { code: string }[] }
    expect(pages.find(({ code }) => code === stays)).toMatchObject({
      id: 'question-stays',
      title: '还在的问题',
      path: '/questions/stays',
      ratings: { useless: 1 },
    })
  })
})
