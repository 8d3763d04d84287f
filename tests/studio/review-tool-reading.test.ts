/** @file A content as its reviewers read it: by the schema's own titles, in its order, words for every value. */
import { describe, expect, test } from 'vitest'
import { compared, emptyTitles, plainText } from '../../studio/tools/review/reading/compare.ts'
import { dateWords, instantWords, localWords } from '../../studio/tools/review/reading/dates.ts'
import { fieldsOf, refsIn, type Lookup, type Shape } from '../../studio/tools/review/reading/view.ts'
import { schemaTypes } from '../../studio/schema/index.ts'
import { clock, schema } from './validating.ts'

const titles: Record<string, string> = { 'law-labour': '劳动法', 'topic-pay': '讨薪', 'county-1': '示例甲县' }
const lookup: Lookup = {
  titleOf: (id) => titles[id] ?? null,
  fileOf: (asset) => (asset === 'file-1' ? '朗读.mp3' : null),
}
const shapeOf = (type: string) => schema.get(type) as unknown as Shape
const read = (type: string, document: object) => fieldsOf(shapeOf(type), { _type: type, ...document }, lookup)
const textOf = (type: string, document: object, field: string) => {
  const found = read(type, document).find(({ name }) => name === field)
  return found ? plainText(found) : null
}
const reference = (id: string) => ({ _type: 'reference', _ref: id })

describe('a question', () => {
  const question = {
    title: '老板拖欠工资怎么办？',
    slug: { _type: 'slug', current: 'unpaid' },
    shortAnswer: '先要证据。\n再去投诉。',
    steps: [{ _key: 'a', _type: 'step', title: '留证据', text: '把聊天记录存好。' }],
    deadlines: [
      { _key: 'b', _type: 'deadline', title: '申请仲裁', amount: 1, unit: 'year', runsFrom: '知道之日' },
    ],
    citations: [
      { _key: 'c', _type: 'citation', law: reference('law-labour'), article: '50', meaning: '工资按月发。' },
      { _key: 'd', _type: 'citation', law: reference('law-gone'), article: '120-1', meaning: '' },
    ],
    topics: [{ _key: 'e', ...reference('topic-pay') }],
    checkedOn: '2026-03-08',
    recording: { _type: 'file', asset: reference('file-1') },
  }

  test('is told by the form’s own titles, in the form’s order', () => {
    const names = read('legalQuestion', question).map(({ title }) => title)
    expect(names.slice(0, 4)).toEqual(['问题', '网址名', '先说结论', '屏幕上的一句话'])
  })

  test('tells steps, periods, dates and files in words', () => {
    expect(textOf('legalQuestion', question, 'steps')).toBe('1. 留证据\n　怎么做：把聊天记录存好。')
    expect(textOf('legalQuestion', question, 'deadlines')).toContain('单位：年')
    expect(textOf('legalQuestion', question, 'checkedOn')).toBe('2026年3月8日')
    expect(textOf('legalQuestion', question, 'recording')).toBe('朗读.mp3')
    expect(textOf('legalQuestion', question, 'shortAnswer')).toBe('先要证据。\n再去投诉。')
  })

  test('names laws with what they mean, and a reference that leads nowhere as that', () => {
    const [first, second] = textOf('legalQuestion', question, 'citations')?.split('\n') ?? []
    expect(first).toBe('1. 《劳动法》第 50 条：工资按月发。')
    expect(second).toContain('第 120 条之 1')
    expect(second).toContain('找不到')
    expect(textOf('legalQuestion', question, 'topics')).toBe('1. 讨薪')
  })

  test('never tells an id: every reference is a title', () => {
    const text = read('legalQuestion', question).map(plainText).join('\n')
    for (const id of refsIn(question)) expect(text).not.toContain(id)
  })
})

test('running text keeps headings, lists and where its links lead', () => {
  const block = (text: string, more: object) => ({
    ...{ _type: 'block', style: 'normal', markDefs: [], children: [{ _type: 'span', text, marks: [] }] },
    ...more,
  })
  const body = [
    block('怎么申请', { style: 'h2' }),
    block('带身份证', { listItem: 'bullet', level: 1 }),
    {
      ...block('', {}),
      markDefs: [{ _key: 'l', _type: 'link', href: '/questions/unpaid' }],
      children: [{ _type: 'span', text: '看这一问', marks: ['l'] }],
    },
  ]
  const field = read('newsItem', { body }).find(({ name }) => name === 'body')
  expect(field?.lines).toEqual([
    { text: '怎么申请', style: 'heading', depth: 0 },
    { text: '· 带身份证', style: 'item', depth: 0 },
    { text: '看这一问（链接：/questions/unpaid）', style: 'plain', depth: 0 },
  ])
})

test('a picture comes with its words for those who do not see it', () => {
  const picture = { _type: 'image', asset: reference('image-1'), alt: '墙上画着一杆秤', caption: '村口' }
  const found = read('mural', { picture, image: picture }).flatMap(({ pictures }) => pictures)
  expect(found).toContainEqual({ asset: 'image-1', alt: '墙上画着一杆秤', caption: '村口' })
})

test('a chosen value is told by the words that the form offers for it', () => {
  expect(textOf('slogan', { text: '遇事找法', tone: 'solemn' }, 'tone')).toBe('庄重（深红底）')
  expect(textOf('video', { silent: true }, 'silent')).toBe('是')
})

test('what the form hides is not read either', () => {
  const event = { timing: 'always', cron: '0 8 * * *' }
  expect(textOf('scheduleEvent', event, 'cron')).toBeNull()
  expect(textOf('scheduleEvent', { ...event, timing: 'cron' }, 'cron')).toBe('0 8 * * *')
})

test('days and times read as people write them, by the bureau’s clock', () => {
  expect(dateWords('2026-12-04')).toBe('2026年12月4日')
  expect(localWords('2026-12-04T09:05')).toBe('2026年12月4日 9:05')
  expect(localWords('2026-12-04T00:00')).toBe('2026年12月4日')
  expect(instantWords('2026-12-03T16:05:00Z')).toBe('2026年12月4日 0:05')
  expect(instantWords('不是时间')).toBe('不是时间')
})

test('the last day that counts is told as the form asks for it, though the first that does not is stored', () => {
  expect(textOf('notice', { validUntil: '2026-12-05T00:00' }, 'validUntil')).toBe('2026年12月4日')
  expect(textOf('notice', { validUntil: '2026-12-05T18:00' }, 'validUntil')).toBe('2026年12月5日 18:00')
  expect(textOf('notice', { validFrom: '2026-12-01T00:00' }, 'validFrom')).toBe('2026年12月1日')
})

describe('beside what is public', () => {
  const now = read('slogan', { text: '先读明白\n再签字', tone: 'plain' })

  test('only what changed is marked; what is equal is folded as equal', () => {
    const fields = compared(now, read('slogan', { text: '先念明白\n再签字', tone: 'plain' }))
    const changes = Object.fromEntries(fields.map(({ name, change }) => [name, change]))
    expect(changes['text']).toBe('changed')
    expect(changes['tone']).toBe('same')
    expect(fields.find(({ name }) => name === 'text')?.stretches.map(({ kind }) => kind)).toContain('removed')
  })

  test('a field that was emptied is told, with what stood there', () => {
    const fields = compared(read('slogan', { text: '甲' }), read('slogan', { text: '甲', tone: 'solemn' }))
    const tone = fields.find(({ name }) => name === 'tone')
    expect(tone?.change).toBe('removed')
    expect(tone?.stretches).toEqual([{ kind: 'removed', text: '庄重（深红底）' }])
  })

  test('another picture is a change though no word changed, and the old one is kept to see', () => {
    const mural = (id: string) =>
      read('mural', { picture: { _type: 'image', asset: reference(id), alt: '秤' } })
    const [field] = compared(mural('image-2'), mural('image-1')).filter(({ change }) => change !== 'same')
    expect(field?.picturesBefore.map(({ asset }) => asset)).toEqual(['image-1'])
    expect(field?.pictures.map(({ asset }) => asset)).toEqual(['image-2'])
  })

  test('with nothing public all is shown unmarked; empty fields are named once', () => {
    expect(new Set(compared(now, null).map(({ change }) => change))).toEqual(new Set(['alone']))
    expect(emptyTitles(now)).toContain('县区')
  })
})

test('every kind of content can be read: no field of the schema is told in anything but its Chinese title', () => {
  for (const { name } of schemaTypes(clock).filter(({ type }) => type === 'document'))
    for (const { title } of read(name, {})) expect(title, `${name}: ${title}`).toMatch(/[\u4e00-\u9fff]/u)
})
