/** @file The built pages over a real lake: what is published is read, what changes is seen at once. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { LakeOnPort } from '../content-lake/lake-on-port.ts'
import { startSite, until, type SiteOnPort } from './site-on-port.ts'

const reference = (id: string) => ({ _type: 'reference', _ref: id })
const slug = (current: string) => ({ _type: 'slug', current })

const documents = [
  {
    _id: 'siteSettings',
    _type: 'siteSettings',
    title: '示例普法',
    bureauName: '示例市司法局',
    prefectureName: '示例市',
    prefectureCode: '000000',
    description: '示例说明',
    hotline: '12348',
    hotlineHours: '全天',
    contactPhone: '0000-0000000',
    contactAddress: '示例路1号',
    sample: true,
  },
  {
    _id: 'topic-divorce',
    _type: 'topic',
    title: '离婚',
    slug: slug('divorce'),
    synonyms: ['散伙'],
    summary: '婚姻过不下去',
    homeOrder: 1,
    trouble: '日子过不下去',
  },
  {
    _id: 'law-civil-code',
    _type: 'law',
    title: '中华人民共和国民法典',
    shortTitle: '民法典',
    slug: slug('civil-code'),
    kind: 'law',
  },
  {
    _id: 'edition-civil-code-2020',
    _type: 'lawEdition',
    law: reference('law-civil-code'),
    title: '2020年通过',
    effectiveFrom: '2021-01-01',
    articleCount: 1260,
  },
  {
    _id: 'article-civil-code-2020-1079',
    _type: 'article',
    law: reference('law-civil-code'),
    edition: reference('edition-civil-code-2020'),
    number: '1079',
    label: '第一千零七十九条',
    order: 1079,
    headings: ['第五编　婚姻家庭', '第四章　离婚'],
    paragraphs: [
      { _key: 'a', _type: 'articleParagraph', text: '条文第一款。' },
      {
        _key: 'b',
        _type: 'articleParagraph',
        text: '有下列情形之一：',
        items: [{ _key: 'c', _type: 'articleItem', label: '（一）', text: '条文第一项；' }],
      },
    ],
  },
  {
    _id: 'question-divorce',
    _type: 'legalQuestion',
    title: '他不肯离怎么办？',
    slug: slug('one-side'),
    topics: [{ _key: 't', ...reference('topic-divorce') }],
    shortAnswer: '可以调解，也可以起诉。',
    ledAnswer: '可以起诉。',
    steps: [{ _key: 's', _type: 'step', title: '先调解', text: '找人民调解委员会。' }],
    papers: ['结婚证'],
    deadlines: [
      { _key: 'd', _type: 'deadline', title: '再次起诉', amount: 6, unit: 'month', runsFrom: '判决生效那天' },
    ],
    citations: [
      {
        _key: 'c',
        _type: 'citation',
        law: reference('law-civil-code'),
        article: '1079',
        meaning: '调解无效可判离。',
      },
    ],
    nextContact: '县司法局',
    writtenOn: '2026-09-01',
    checkedOn: '2026-11-01',
  },
  { _id: 'drafts.question-secret', _type: 'legalQuestion', title: '还没发布的问题', slug: slug('secret') },
]

let at: SiteOnPort
let lake: LakeOnPort
let get: SiteOnPort['get']
let text: SiteOnPort['text']

beforeAll(async () => {
  at = await startSite(documents)
  ;({ lake, get, text } = at)
})
afterAll(() => at.close())

describe('reading', () => {
  test('a question says the answer, the steps, the papers, the deadline, the law and its words', async () => {
    const page = await text('/questions/one-side')
    const parts = [
      '可以调解，也可以起诉。',
      '先调解',
      '6个月',
      '结婚证',
      '《民法典》第一千零七十九条',
      '条文第一款。',
      '（一）条文第一项；',
      '2021年1月1日起施行',
      '县司法局',
      '2026年11月1日',
    ]
    expect(parts.filter((part) => !page.includes(part))).toEqual([])
    expect(page.indexOf('可以调解')).toBeLessThan(page.indexOf('先调解'))
  })
  test('an article is found by its number in either writing', async () => {
    expect(await text('/laws/civil-code/1079')).toContain('条文第一款。')
    const chinese = await get(`/laws/civil-code/${encodeURIComponent('第一千零七十九条')}`)
    expect([chinese.status, chinese.headers.get('location')]).toEqual([301, '/laws/civil-code/1079'])
  })
  test('what is not published has no page', async () => {
    expect((await get('/questions/secret')).status).toBe(404)
    expect(await text('/questions')).not.toContain('还没发布的问题')
  })
  test.each([
    '/',
    '/questions',
    '/lawyers',
    '/counties',
    '/laws',
    '/laws/civil-code',
    '/murals',
    '/news',
    '/cases',
    '/activities',
    '/slogans',
    '/search',
    '/about',
  ])('%s stands even where almost nothing has been written yet', async (to) => {
    expect((await get(to)).status).toBe(200)
  })
  test('names come from the settings, and sample content says so', async () => {
    const page = await text('/')
    expect(page).toContain('示例市司法局')
    expect(page).toContain('演示内容')
    expect(page).not.toContain('衡水')
  })
  test('no page carries an inline script or style, since the policy would refuse them', async () => {
    for (const to of ['/', '/questions/one-side', '/laws/civil-code', '/nope'])
      expect(await text(to)).not.toMatch(
        /<script(?! type="module" src="\/_astro\/| type="application\/(?:ld\+)?json")|<style|\sstyle=|\son\w+=/,
      )
  })
  test('the site map names pages by their public address', async () => {
    expect(await text('/sitemap.xml')).toContain('<loc>https://pufa.example/questions/one-side</loc>')
    expect(await text('/robots.txt')).toContain('Sitemap: https://pufa.example/sitemap.xml')
  })
  test('the switch sets one cookie and leads back', async () => {
    const answer = await get('/large-text', {
      method: 'POST',
      body: new URLSearchParams({ on: '1', back: '/laws' }),
    })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/laws'])
    expect(answer.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^large-text=on; Path=\/; .*Secure$/),
    ])
    expect(await (await get('/', { headers: { cookie: 'large-text=on' } })).text()).toContain('class="large"')
  })
  test('pages take nothing from readers', async () => {
    expect((await get('/questions', { method: 'POST', body: 'x' })).status).toBe(405)
  })
})

describe('searching', () => {
  const results = async (query: string) =>
    ((await (await get(`/api/search?q=${encodeURIComponent(query)}`)).json()) as { results: object[] })
      .results
  test('an everyday word finds the question', async () => {
    expect(await results('散伙怎么办')).toMatchObject([
      { type: 'legalQuestion', title: '他不肯离怎么办？', url: '/questions/one-side', topics: ['divorce'] },
    ])
  })
  test('nothing found leads to the hotline and the troubles', async () => {
    const page = await text('/search?q=zzzz')
    expect(page).toContain('没有找到“zzzz”')
    expect(page).toContain('tel:12348')
    expect(page).toContain('日子过不下去')
  })
  test('a new question is found soon after it is published', async () => {
    await lake.client.create({
      ...documents[5],
      _id: 'question-new',
      title: '新写的彩礼问题',
      slug: slug('new'),
    } as never)
    expect(
      await until(async () => JSON.stringify(await results('彩礼')).includes('/questions/new'), 2000),
    ).toBe(true)
  })
})

describe('changes', () => {
  test('a published slogan is on the home page and in the list within a second', async () => {
    expect(await text('/')).not.toContain('新的标语')
    await lake.client.create({
      _id: 'slogan-new',
      _type: 'slogan',
      text: '新的标语',
      topics: [],
      layout: 'auto',
      tone: 'plain',
    })
    const isShown = async () =>
      (await text('/')).includes('新的标语') && (await text('/slogans')).includes('新的标语')
    expect(await until(isShown, 1000)).toBe(true)
  })
  test('a draft changes nothing', async () => {
    await lake.client.create({ _id: 'drafts.slogan-draft', _type: 'slogan', text: '草稿标语', topics: [] })
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(await text('/slogans')).not.toContain('草稿标语')
  })
  test('a deleted slogan goes', async () => {
    await lake.client.delete('slogan-new')
    expect(await until(async () => !(await text('/')).includes('新的标语'), 1000)).toBe(true)
  })
  test('a slogan appears and disappears at its own minute without any event', async () => {
    const at = (ms: number) => new Date(lake.clock.now() + ms + 8 * 3_600_000).toISOString().slice(0, 19)
    await lake.client.create({
      _id: 'slogan-timed',
      _type: 'slogan',
      text: '限时标语',
      topics: [],
      layout: 'auto',
      tone: 'plain',
      validFrom: at(60_000),
      validUntil: at(120_000),
    })
    await new Promise((resolve) => setTimeout(resolve, 200))
    const shown: boolean[] = []
    for (let step = 0; step < 3; step += 1) {
      shown.push((await text('/slogans')).includes('限时标语'))
      lake.clock.advance(60_000)
    }
    expect(shown).toEqual([false, true, false])
  })
})
