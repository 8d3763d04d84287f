/** @file The demonstration content is complete and right, and each check on it can fail. */
import { expect, test } from 'vitest'
import { checkDemo, problemsOf } from '../../demonstration/check.ts'
import { assetFileExists, readContent } from '../../demonstration/content.ts'

type Loose = { _id: string; _type: string; [field: string]: unknown }
type LooseFile = { name: string; documents: Loose[] }

const copy = () => structuredClone(readContent()) as unknown as LooseFile[]

function problemsAfter(change: (files: LooseFile[]) => void, exists = assetFileExists): string[] {
  const files = copy()
  change(files)
  return problemsOf(files as unknown as ReturnType<typeof readContent>, exists)
}

function find(files: LooseFile[], type: string): Loose {
  const found = files.flatMap(({ documents }) => documents).find(({ _type }) => _type === type)
  if (found === undefined) throw new Error(`no ${type} in the content`)
  return found
}

/** Changes the first document of a type. */
const set =
  (type: string, fields: Record<string, unknown>) =>
  (files: LooseFile[]): void => {
    Object.assign(find(files, type), fields)
  }

const drop = (type: string, least: number) => (files: LooseFile[]) => {
  let left = least - 1
  for (const file of files)
    file.documents = file.documents.filter(({ _type }) => _type !== type || left-- > 0)
}

const reference = (id: string) => ({ _type: 'reference', _ref: id })
const citation = {
  _type: 'citation',
  _key: 'a',
  law: reference('law-civil-code'),
  article: '1067',
  meaning: '子女要养老。',
}

test('the demonstration content has no problem, since the loader takes it as it is', () => {
  expect(checkDemo()).toEqual([])
})

const breakages: readonly [rule: string, change: (files: LooseFile[]) => void, problem: RegExp][] = [
  [
    'an id is used once, since the later document would not be created',
    (files) => files[0]?.documents.push(structuredClone(find(files, 'county'))),
    /county-131102：_id 与 \S+ 里的重复/,
  ],
  [
    'an id has no dot, since a dot hides it from the public',
    set('topic', { _id: 'drafts.topic-x' }),
    /_id 只能用/,
  ],
  [
    'an address is used once within its type, since it is printed on walls',
    (files) =>
      set('lawyer', {
        slug: files.flatMap((f) => f.documents).filter((d) => d._type === 'lawyer')[1]?.['slug'],
      })(files),
    /slug 与 lawyer-/,
  ],
  ['a type is one of the contract', set('topic', { _type: 'subject' }), /没有 subject 这种文档/],
  ['a required field is there', set('village', { title: undefined }), /village-\S+：缺少 title/],
  [
    'a field that the contract lacks is found, since it is mostly a misspelling',
    set('village', { titel: '村' }),
    /多出 titel/,
  ],
  [
    'a reference leads somewhere, since the lake refuses an open one',
    set('village', { county: reference('county-1') }),
    /引用的 county-1 不存在/,
  ],
  [
    'a reference leads to the right type',
    set('village', { county: reference('topic-wages') }),
    /topic-wages 是 topic，应当是 county/,
  ],
  [
    'an unknown nested reference is found',
    set('playlist', { items: [{ _type: 'contentItem', _key: 'a', content: reference('slogan-none') }] }),
    /slogan-none 不存在/,
  ],
  [
    'a cited law exists',
    set('mural', { citations: [{ ...citation, law: reference('law-none') }] }),
    /引用的 law-none 不存在/,
  ],
  [
    'an article is cited by number',
    set('mural', { citations: [{ ...citation, article: '第十条' }] }),
    /article 应当是条文号/,
  ],
  [
    'keys in a list are unique, since an edit would hit both',
    set('mural', { citations: [citation, citation] }),
    /_key 缺少或重复/,
  ],
  ['no number looks like a mobile telephone', set('lawOffice', { phone: '13800000000' }), /像手机号/],
  [
    'no number looks like an identity card',
    set('newsItem', { summary: '号码 110101199001010010' }),
    /像身份证号/,
  ],
  ['a person is marked as a sample', set('lawyer', { name: '王某' }), /没有标明“示例”/],
  [
    'an answer fits an LED card',
    set('legalQuestion', { ledAnswer: '字'.repeat(41) }),
    /最多 40 字，现在 41 字/,
  ],
  [
    'no line of a slogan begins with punctuation',
    set('slogan', { text: '好好说话\n，别动手' }),
    /以标点开头/,
  ],
  ['a date is a real day', set('newsItem', { publishedOn: '2026-02-30' }), /publishedOn 应当是日期/],
  [
    'a picture is on disk',
    set('mural', { picture: { _type: 'image', alt: '画', _sanityAsset: 'image@pictures/none.webp' } }),
    /pictures\/none.webp 不存在/,
  ],
  [
    'a picture has words for those who cannot see it',
    set('signagePicture', { picture: { _type: 'image', _sanityAsset: 'image@pictures/none.webp' } }),
    /缺少 alt/,
  ],
  [
    'a path stays within its folder',
    set('mural', { picture: { _type: 'image', alt: '画', _sanityAsset: 'image@pictures/../a.webp' } }),
    /_sanityAsset/,
  ],
  [
    'a cron event says how long it lasts',
    set('scheduleEvent', { timing: 'cron', cron: '0 8 * * *' }),
    /durationMinutes 应当在而且只在/,
  ],
  [
    'a cron rule restricts day of month or weekday, not both',
    set('scheduleEvent', { timing: 'cron', cron: '0 8 1 * 1', durationMinutes: 5 }),
    /只能限定一个/,
  ],
  [
    'market days go with the market-day filter',
    set('scheduleEvent', { marketDays: [3] }),
    /marketDays 应当在/,
  ],
  ['a share says how much', set('scheduleEvent', { mode: 'share' }), /shareSecondsPerHour 应当在/],
  [
    'a notice ends after it begins',
    set('notice', { validFrom: '2027-02-01T00:00', validUntil: '2027-01-01T00:00' }),
    /validUntil 早于 validFrom/,
  ],
  [
    'a legal day has the fields of its rule',
    set('legalDay', { rule: 'nthWeekday' }),
    /rule 与 day、nth、weekday 不相符/,
  ],
  ['there are eleven counties', drop('county', 11), /county 至少要 11 个，现在 10 个/],
  ['there are sixty questions', drop('legalQuestion', 60), /legalQuestion 至少要 60 个/],
  ['there are forty murals', drop('mural', 40), /mural 至少要 40 个/],
  ['every village has a street of murals', drop('mural', 40), /village-\S+ 至少要有两幅墙画/],
  ['there are four films', drop('video', 4), /video 至少要 4 个/],
  [
    'murals are about ten kinds of dispute',
    (files) => {
      for (const mural of files.flatMap((f) => f.documents))
        if (mural._type === 'mural') mural['topic'] = reference('topic-loans')
    },
    /墙画的纠纷种类至少要 10 个，现在 1 个/,
  ],
  [
    'screens have three sizes',
    (files) => {
      for (const screen of files.flatMap((f) => f.documents))
        if (screen._type === 'screen') Object.assign(screen, { width: 192, height: 96 })
    },
    /屏幕的尺寸至少要 3 个，现在 1 个/,
  ],
  [
    'questions cover twenty-five topics',
    (files) => {
      for (const question of files.flatMap((f) => f.documents))
        if (question._type === 'legalQuestion') question['topics'] = [reference('topic-wages')]
    },
    /问答涉及的类别至少要 25 个，现在 1 个/,
  ],
]

test.each(breakages)('%s', (_rule, change, problem) => {
  expect(problemsAfter(change).join('\n')).toMatch(problem)
})
