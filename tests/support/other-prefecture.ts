/**
 * @file An invented prefecture of three counties, as its bureau would write it: content alone.
 *
 * Every kind of page has at least one document; codes begin with 99, which no register uses.
 */
import type { SanityClient } from '@sanity/client'

const ref = (id: string, key?: string) => ({ _type: 'reference', _ref: id, ...(key ? { _key: key } : {}) })
const refs = (...ids: string[]) => ids.map((id) => ref(id, id))
const slug = (current: string) => ({ _type: 'slug', current })
const counties = [
  ['990101', 'yunxi', '云溪区', 0],
  ['990102', 'shilin', '石林县', 1],
  ['990103', 'baisha', '白沙县', 2],
] as const
const citations = [
  { _key: 'c', _type: 'citation', law: ref('law-wage-rule'), article: '3', meaning: '工钱要按月给。' },
]
const block = (text: string) => ({
  _key: 'b',
  _type: 'block',
  children: [{ _key: 's', _type: 'span', text, marks: [] }],
})

function documents(image: string) {
  const picture = { _type: 'image', asset: ref(image), alt: '墙上画着一张账本' }
  const perCounty = counties.flatMap(([code, name, title, column], index) => [
    {
      _id: `county-${code}`,
      _type: 'county',
      title,
      code,
      slug: slug(name),
      order: index + 1,
      tile: { column, row: 0 },
      bureauName: `${title}司法局`,
      phone: '0990-0000000',
    },
    {
      _id: `office-${name}`,
      _type: 'lawOffice',
      title: `${title}示例律师事务所`,
      slug: slug(`office-${name}`),
      county: ref(`county-${code}`),
      kind: 'lawFirm',
      address: `${title}示例街2号`,
      phone: '0990-0000001',
      checkedOn: '2026-11-01',
    },
    {
      _id: `lawyer-${name}`,
      _type: 'lawyer',
      name: `示例律师${index + 1}`,
      slug: slug(`lawyer-${name}`),
      county: ref(`county-${code}`),
      category: 'lawyer',
      licenceNumber: `示例证号99${index}`,
      office: ref(`office-${name}`),
      officePhone: '0990-0000001',
      expertise: refs('topic-pay'),
      checkedOn: '2026-11-01',
    },
    {
      _id: `station-${name}`,
      _type: 'aidStation',
      title: `${title}法律援助工作站`,
      county: ref(`county-${code}`),
      kind: 'workstation',
      address: `${title}示例街3号`,
      phone: '0990-0000002',
      hours: '工作日 8:30—17:30',
      checkedOn: '2026-11-01',
    },
    {
      _id: `village-${code}999001`,
      _type: 'village',
      title: `示例·${title}柳树村`,
      code: `${code}999001`,
      county: ref(`county-${code}`),
      adviser: ref(`lawyer-${name}`),
      marketDays: [2, 7],
    },
    {
      _id: `mural-${name}`,
      _type: 'mural',
      title: `${title}的一面账`,
      slug: slug(`mural-${name}`),
      county: ref(`county-${code}`),
      campaign: ref('campaign-one'),
      village: ref(`village-${code}999001`),
      topic: ref('topic-pay'),
      banner: '工钱按月给',
      picture,
      story: '干完活要记账，记了账好说话。',
      citations,
      location: '村口',
      streetOrder: 1,
      checkedOn: '2026-11-01',
    },
    {
      _id: `site-${name}`,
      _type: 'cultureSite',
      title: `${title}法治小广场`,
      slug: slug(`square-${name}`),
      county: ref(`county-${code}`),
      kind: 'square',
      address: `${title}示例街4号`,
      introduction: '傍晚有人下棋。',
      checkedOn: '2026-11-01',
    },
  ])
  return [
    {
      _id: 'topic-pay',
      _type: 'topic',
      title: '工钱',
      slug: slug('pay'),
      synonyms: ['工资'],
      summary: '干活没拿到钱',
      homeOrder: 1,
      trouble: '工钱没给',
    },
    {
      _id: 'law-wage-rule',
      _type: 'law',
      title: '示例工资支付规定',
      shortTitle: '示例工资规定',
      slug: slug('wage-rule'),
      kind: 'rule',
    },
    {
      _id: 'slogan-pay',
      _type: 'slogan',
      text: '按月发工钱\n是规矩',
      topics: refs('topic-pay'),
      layout: 'auto',
      tone: 'plain',
    },
    {
      _id: 'playlist-fallback',
      _type: 'playlist',
      title: '平时播放',
      items: [{ _key: 's', _type: 'contentItem', content: ref('slogan-pay') }],
    },
    {
      _id: 'siteSettings',
      _type: 'siteSettings',
      title: '青屏普法',
      bureauName: '青屏市司法局',
      prefectureName: '青屏市',
      prefectureCode: '990100',
      description: '青屏市的普法网站。',
      hotline: '12348',
      hotlineHours: '全天',
      contactPhone: '0990-0000000',
      contactAddress: '青屏市示例路9号',
      accent: '#1e5a46',
      fallback: ref('playlist-fallback'),
    },
    ...perCounty,
    {
      _id: 'campaign-one',
      _type: 'muralCampaign',
      title: '青屏墙画行动',
      slug: slug('campaign-one'),
      year: 2026,
      phase: '一期',
      summary: '三个村的墙。',
    },
    {
      _id: 'question-pay',
      _type: 'legalQuestion',
      title: '工钱拖着不给怎么办？',
      slug: slug('pay-late'),
      topics: refs('topic-pay'),
      shortAnswer: '先要，再投诉。',
      ledAnswer: '先要，再投诉。',
      steps: [{ _key: 's', _type: 'step', title: '先要', text: '记下日子。' }],
      papers: ['考勤表'],
      deadlines: [
        { _key: 'd', _type: 'deadline', title: '申请仲裁', amount: 1, unit: 'year', runsFrom: '离开那天' },
      ],
      citations,
      writtenOn: '2026-10-01',
      checkedOn: '2026-11-01',
    },
    {
      _id: 'news-one',
      _type: 'newsItem',
      title: '青屏开了法治课',
      slug: slug('news-one'),
      publishedOn: '2026-11-01',
      summary: '孩子们来听。',
      body: [block('今天上课。')],
      source: '青屏市司法局',
    },
    {
      _id: 'case-one',
      _type: 'typicalCase',
      title: '一本账要回工钱',
      slug: slug('case-one'),
      publishedOn: '2026-11-01',
      topics: refs('topic-pay'),
      facts: '有账。',
      outcome: '给了。',
      lesson: '记账。',
      citations,
      source: '青屏市司法局',
    },
    {
      _id: 'activity-one',
      _type: 'activity',
      title: '柳树村大集',
      slug: slug('activity-one'),
      county: ref('county-990101'),
      kind: 'market',
      startsAt: '2030-12-01T08:00',
      endsAt: '2030-12-01T11:00',
      place: '村口',
      summary: '来问。',
    },
    {
      _id: 'quiz-one',
      _type: 'quizQuestion',
      title: '工钱多久发一次？',
      choices: ['每月', '每年'],
      answer: 1,
      explanation: '按月。',
      topics: refs('topic-pay'),
    },
    {
      _id: 'checkup-one',
      _type: 'checkupItem',
      title: '有没有按月发工资？',
      area: '用工',
      order: 1,
      riskyAnswer: 'no',
      risk: '会被投诉。',
      advice: '按月发。',
    },
    {
      _id: 'screen-one',
      _type: 'screen',
      title: '云溪广场屏',
      county: ref('county-990101'),
      address: '云溪广场',
      width: 320,
      height: 160,
      regionX: 0,
      regionY: 0,
      volumePercent: 0,
    },
  ]
}

/** Writes the content into an empty lake. */
export async function writeOtherPrefecture(client: SanityClient, picture: Buffer): Promise<void> {
  const { _id: image } = await client.assets.upload('image', picture)
  const transaction = client.transaction()
  for (const document of documents(image)) transaction.create(document as never)
  await transaction.commit()
}
