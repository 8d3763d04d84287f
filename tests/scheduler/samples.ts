/** @file Sample documents, complete as the Studio would publish them; a test names only what it is about. */
import type {
  ContentItem,
  County,
  Keyed,
  Law,
  Lawyer,
  LawyerTalk,
  LegalDayDocument,
  LegalQuestion,
  Mural,
  Notice,
  PlaylistDocument,
  Reference,
  ScheduleEventDocument,
  ScreenDocument,
  SignagePicture,
  SiteSettings,
  Slogan,
  Video,
  Village,
} from '../../contracts/documents/index.ts'
import type { AssetDocument, SignageDocument } from '../../scheduler/compile/documents.ts'

const stamps = {
  _rev: 'r1',
  _createdAt: '2026-01-01T00:00:00Z',
  _updatedAt: '2026-01-01T00:00:00Z',
} as const

export const ref = (id: string): Reference => ({ _type: 'reference', _ref: id })

export const mapOf = (documents: readonly SignageDocument[]): Map<string, SignageDocument> =>
  new Map(documents.map((document) => [document._id, document]))

export const settings = (more: Partial<SiteSettings> = {}): SiteSettings => ({
  ...stamps,
  _id: 'siteSettings',
  _type: 'siteSettings',
  title: '示例普法',
  bureauName: '示例市司法局',
  prefectureName: '示例市',
  prefectureCode: '130000',
  description: '说明',
  hotline: '12348',
  hotlineHours: '每天 8:30—22:00',
  contactPhone: '000',
  contactAddress: '示例路1号',
  fallback: ref('playlist-evergreen'),
  ...more,
})

export const county = (code: string, title = `县${code}`): County => ({
  ...stamps,
  _id: `county-${code}`,
  _type: 'county',
  title,
  code,
  slug: { _type: 'slug', current: `c${code}` },
  order: 1,
  tile: { column: 0, row: 0 },
})

export const village = (id: string, title: string): Village => ({
  ...stamps,
  _id: id,
  _type: 'village',
  title,
  code: '131102999001',
  county: ref('county-1'),
})

export const screen = (id: string, more: Partial<ScreenDocument> = {}): ScreenDocument => ({
  ...stamps,
  _id: id,
  _type: 'screen',
  title: `屏 ${id}`,
  address: '示例',
  county: ref('county-1'),
  width: 192,
  height: 96,
  regionX: 0,
  regionY: 0,
  volumePercent: 0,
  ...more,
})

export const slogan = (id: string, text: string, more: Partial<Slogan> = {}): Slogan => ({
  ...stamps,
  _id: id,
  _type: 'slogan',
  text,
  topics: [],
  layout: 'auto',
  tone: 'plain',
  ...more,
})

export const notice = (id: string, more: Partial<Notice> = {}): Notice => ({
  ...stamps,
  _id: id,
  _type: 'notice',
  title: '停电通知',
  text: '明天停电',
  issuer: '示例村委会',
  validUntil: '2026-03-05T18:00',
  ...more,
})

const picture = (asset: string) => ({ _type: 'image', asset: ref(asset), alt: '画' }) as const

export const signagePicture = (id: string, asset: string): SignagePicture => ({
  ...stamps,
  _id: id,
  _type: 'signagePicture',
  title: '宣传画',
  picture: picture(asset),
})

export const mural = (id: string, asset: string): Mural => ({
  ...stamps,
  _id: id,
  _type: 'mural',
  title: '墙画',
  slug: { _type: 'slug', current: id },
  campaign: ref('campaign'),
  village: ref('village-1'),
  topic: ref('topic'),
  banner: '邻里和睦',
  picture: picture(asset),
  story: '故事',
  citations: [],
  location: '村口',
  streetOrder: 1,
  county: ref('county-1'),
})

export const video = (id: string, more: Partial<Video> = {}): Video => ({
  ...stamps,
  _id: id,
  _type: 'video',
  title: '短片',
  genre: 'drama',
  mp4: { _type: 'file', asset: ref('file-mp4') },
  webm: { _type: 'file', asset: ref('file-webm') },
  poster: picture('image-poster'),
  seconds: 30.2,
  width: 640,
  height: 360,
  captions: [{ _type: 'caption', _key: 'c1', from: 0, to: 2, text: '你好' }],
  story: '故事',
  rightsNote: '自制',
  ...more,
})

export const lawyer = (id: string, name: string): Lawyer => ({
  ...stamps,
  _id: id,
  _type: 'lawyer',
  name,
  slug: { _type: 'slug', current: id },
  category: 'lawyer',
  licenceNumber: '1',
  office: ref('office'),
  officePhone: '000',
  expertise: [],
  checkedOn: '2026-01-01',
  county: ref('county-1'),
})

export const talk = (id: string, more: Partial<LawyerTalk> = {}): LawyerTalk => ({
  ...stamps,
  _id: id,
  _type: 'lawyerTalk',
  title: '欠条怎么写',
  lawyer: ref('lawyer-1'),
  topics: [],
  paragraphs: ['写清姓名', '写清金额'],
  ...more,
})

export const law = (id: string, shortTitle: string): Law => ({
  ...stamps,
  _id: id,
  _type: 'law',
  title: `中华人民共和国${shortTitle}`,
  shortTitle,
  slug: { _type: 'slug', current: id },
  kind: 'law',
})

export const question = (id: string, more: Partial<LegalQuestion> = {}): LegalQuestion => ({
  ...stamps,
  _id: id,
  _type: 'legalQuestion',
  title: '老板欠薪怎么办',
  slug: { _type: 'slug', current: 'qianxin' },
  topics: [],
  shortAnswer: '先投诉。',
  ledAnswer: '先向劳动监察投诉，再申请仲裁',
  steps: [],
  papers: [],
  citations: [
    { _type: 'citation', _key: 'a', law: ref('law-labour'), article: '50', meaning: '工资按月支付' },
  ],
  writtenOn: '2026-01-01',
  checkedOn: '2026-01-01',
  ...more,
})

type Entry = PlaylistDocument['items'][number]

/** A line of a playlist that shows a document. */
export const shows = (id: string, seconds?: number): Keyed<ContentItem> => ({
  _type: 'contentItem',
  _key: `k-${id}`,
  content: ref(id),
  ...(seconds === undefined ? {} : { seconds }),
})

export const playlist = (id: string, ...items: readonly (string | Entry)[]): PlaylistDocument => ({
  ...stamps,
  _id: id,
  _type: 'playlist',
  title: `列表 ${id}`,
  items: items.map((item) => (typeof item === 'string' ? shows(item) : item)),
})

type Target = Partial<Record<'screen' | 'group' | 'county' | 'township' | 'village' | 'audience', string>>

export function event(
  id: string,
  { targets = [{}], ...more }: Partial<Omit<ScheduleEventDocument, 'targets'>> & { targets?: Target[] } = {},
): ScheduleEventDocument {
  return {
    ...stamps,
    _id: id,
    _type: 'scheduleEvent',
    title: `排期 ${id}`,
    playlist: ref('playlist-main'),
    targets: targets.map((target, index) => ({
      _type: 'screenSelector',
      _key: `t${index}`,
      ...Object.fromEntries(Object.entries(target).map(([field, value]) => [field, ref(value)])),
    })),
    timing: 'always',
    dayFilter: 'any',
    priority: 5,
    mode: 'normal',
    level: 'county',
    mandatory: false,
    ...more,
  }
}

export const legalDay = (id: string, more: Partial<LegalDayDocument>): LegalDayDocument => ({
  ...stamps,
  _id: id,
  _type: 'legalDay',
  title: id,
  rule: 'fixed',
  month: 12,
  day: 4,
  lengthDays: 1,
  basis: 'statutory',
  ...more,
})

export const image = (id: string): AssetDocument<'sanity.imageAsset'> => ({
  _id: id,
  _type: 'sanity.imageAsset',
  _rev: 'r1',
  path: `images/pufa/production/${id}.png`,
  mimeType: 'image/png',
  size: 1,
})

export const file = (id: string, mimeType: string): AssetDocument<'sanity.fileAsset'> => ({
  _id: id,
  _type: 'sanity.fileAsset',
  _rev: 'r1',
  path: `files/pufa/production/${id}`,
  mimeType,
  size: 1,
})

/** The least that a county's screen needs: settings, a county, a fallback, and one event for all. */
export function smallTown(): SignageDocument[] {
  return [
    settings(),
    county('1', '景县'),
    screen('screen-1'),
    slogan('slogan-main', '法律面前人人平等'),
    slogan('slogan-evergreen', '有事找法'),
    playlist('playlist-main', 'slogan-main'),
    playlist('playlist-evergreen', 'slogan-evergreen'),
    event('event-main'),
  ]
}
