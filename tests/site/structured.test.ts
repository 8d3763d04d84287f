/** @file What is told to search engines: safe inside a page, true to the page, silent about what is not known. */
import { describe, expect, test } from 'vitest'
import {
  homeData,
  jsonForScript,
  muralData,
  newsData,
  questionData,
  villageData,
  type SiteFacts,
} from '../../site/words/structured.ts'

const site: SiteFacts = {
  origin: 'https://pufa.example',
  assetBase: '/',
  settings: {
    title: '示例普法',
    bureauName: '示例市司法局',
    description: '说明',
    hotline: '12348',
    contactPhone: '',
    contactAddress: '示例路1号',
  },
}
const picture = {
  path: 'images/p/d/a-100x50.png',
  width: 100,
  height: 50,
  alt: '画',
  caption: null,
  crop: null,
}
const question = {
  title: '老板不给钱怎么办？',
  slug: 'unpaid wages',
  shortAnswer: '先投诉。',
  steps: [{ _type: 'step' as const, title: '留证据', text: '记下日子。' }],
  writtenOn: '2026-09-01',
  checkedOn: '2026-11-01',
}

describe('inside the page', () => {
  test.each(['</script><script>alert(1)</script>', '<!--', '\u2028\u2029', '</SCRIPT>'])(
    '%j cannot end the block that holds it, and is read back unchanged',
    (text) => {
      const json = jsonForScript({ text })
      expect(json).not.toMatch(/[<>\u2028\u2029]/)
      expect(JSON.parse(json)).toEqual({ text })
    },
  )
})

describe('what it says', () => {
  test('home names the bureau, the hotline and where to search; an empty telephone is not said', () => {
    expect(homeData(site)).toMatchObject({
      '@graph': [
        { '@type': 'GovernmentOrganization', contactPoint: { telephone: '12348' } },
        {
          '@type': 'WebSite',
          potentialAction: {
            '@type': 'SearchAction',
            target: { urlTemplate: 'https://pufa.example/search?q={search_term_string}' },
          },
        },
      ],
    })
    expect(JSON.stringify(homeData(site))).not.toContain('"telephone":""')
  })
  test('a question carries its answer and steps, and the day on which it was last checked', () => {
    expect(questionData(site, question)).toMatchObject({
      '@type': 'FAQPage',
      url: 'https://pufa.example/questions/unpaid%20wages',
      dateModified: '2026-11-01',
      mainEntity: [{ name: question.title, acceptedAnswer: { text: '先投诉。\n1. 留证据：记下日子。' } }],
    })
  })
  test('without a public address, addresses are paths: an invented host would lead astray', () => {
    const text = JSON.stringify(questionData({ ...site, origin: null }, question))
    expect(text).toContain('"url":"/questions/unpaid%20wages"')
    expect(text).not.toContain('localhost')
  })
  test('a picture of a hosted lake keeps its own host', () => {
    const item = {
      title: '新闻',
      slug: 'n',
      summary: '',
      publishedOn: '2026-11-01',
      source: '局',
      cover: picture,
    }
    expect(newsData(site, item)).toMatchObject({
      image: expect.stringMatching(/^https:\/\/pufa\.example\/images\//),
    })
    const hosted = newsData({ ...site, assetBase: 'https://cdn.example/' }, item)
    expect(hosted).toMatchObject({ image: expect.stringMatching(/^https:\/\/cdn\.example\/images\//) })
    expect(newsData(site, { ...item, cover: null })).not.toHaveProperty('image')
  })
  test('a mural stands in its village, a village lies in its county', () => {
    const mural = {
      title: '赡养',
      slug: 'm',
      banner: '孝',
      story: '故事',
      location: '东街',
      paintedOn: null,
      picture: null,
      village: { id: 'v', title: '清风村', code: '131102999001', county: '桃城区' },
    }
    expect(muralData(site, mural)).toMatchObject({
      contentLocation: { '@type': 'Place', address: '桃城区 清风村 东街' },
    })
    expect(muralData(site, mural)).not.toHaveProperty('dateCreated')
    const county = { title: '桃城区', slug: 't', bureauName: null, phone: null }
    const village = { title: '清风村', code: '131102999001', introduction: null, county, township: '示例镇' }
    expect(villageData(site, village)).toMatchObject({
      address: '桃城区示例镇清风村',
      containedInPlace: { name: '桃城区' },
    })
  })
})
