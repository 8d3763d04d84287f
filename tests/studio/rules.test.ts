import { expect, test } from 'vitest'
import { nextMoments } from '../../studio/inputs/cron-words.ts'
import { levelFits, mandatoryFits, needed, byCron } from '../../studio/schema/rules/event.ts'
import { looksLikePhone, noPrivateNumber, preferOfficePhone } from '../../studio/schema/rules/people.ts'
import {
  atMostCharacters,
  oneLine,
  plainSlug,
  proposeSlug,
  wellBrokenLines,
} from '../../studio/schema/rules/text.ts'
import {
  articleNumber,
  cronText,
  endsAfterStart,
  lastNotBeforeFirst,
  realLocalTime,
  swappedDays,
  timeOfDay,
} from '../../studio/schema/rules/time.ts'

const passes = (verdict: true | string) => expect(verdict).toBe(true)
const refuses = (verdict: true | string, words: RegExp) => expect(verdict).toMatch(words)

test('line breaks of a slogan are no characters, for a reader does not see them', () => {
  passes(atMostCharacters('欠账还钱\n天经地义', 8))
  refuses(atMostCharacters('欠账还钱\n天经地义', 7), /最多 7 个字，现在有 8 个，请删去 1 个/)
})

test('a character outside the basic plane counts once, as it is drawn once', () => {
  passes(atMostCharacters('𠮷𠮷𠮷', 3))
})

test('a line of a slogan does not begin with punctuation and is not empty, as it stands alone on a screen', () => {
  passes(wellBrokenLines('劳动挣的钱，\n一分不能欠'))
  refuses(wellBrokenLines('劳动挣的钱\n，一分不能欠'), /第 2 行以标点开头/)
  refuses(wellBrokenLines('  ！小心'), /第 1 行以标点开头/)
  refuses(wellBrokenLines('劳动\n\n光荣'), /第 2 行是空的/)
  passes(wellBrokenLines('“一分不能欠”'))
})

test('an answer for an LED card is one line', () => {
  passes(oneLine('先投诉，再仲裁'))
  refuses(oneLine('先投诉\n再仲裁'), /去掉换行/)
})

test.each(['labour-pay', 'a', '12348', 'case-2026-1'])('slug %s can be typed on every phone', (current) => {
  passes(plainSlug({ current }))
})

test.each(['劳动报酬', 'Labour', 'a_b', '-a', 'a-', 'a--b', 'a b', 'a/b', 'x'.repeat(81)])(
  'slug %s is refused',
  (current) => {
    refuses(plainSlug({ current }), /小写字母|太长/)
  },
)

test('a slug proposed for a Chinese title is plain, and the same each time', () => {
  const proposal = proposeSlug('老板拖欠工资怎么办？', 'question')
  expect(proposal).toMatch(/^question-[0-9a-z]{7}$/)
  expect(proposeSlug('老板拖欠工资怎么办？', 'question')).toBe(proposal)
  expect(proposeSlug('老板拖欠工资怎么办', 'question')).not.toBe(proposal)
  expect(proposeSlug('12348 Hotline Day', 'news')).toBe('12348-hotline-day')
  for (const title of ['', '。', '律'.repeat(200), 'A'.repeat(200)])
    passes(plainSlug({ current: proposeSlug(title, 'x') }))
})

test.each([
  '13803181234',
  '电话 138 0318 1234',
  '138-0318-1234',
  '+8613803181234',
  '手机：１'.replace('１', '') + '15931812345。',
])('a mobile number is found in %s, however it is grouped', (text) =>
  refuses(noPrivateNumber(text), /手机号码/),
)

test.each(['131127199001011234', '13112719900101123X', '131127 19900101 123x'])(
  'an identity number is found in %s',
  (text) => refuses(noPrivateNumber(text), /身份证/),
)

test.each([
  '0318-2123456',
  '12348',
  '11311201010123456',
  '113112010101234567',
  '2026 年 1 月',
  '0318 2123456 转 138',
])('%s is no private number', (text) => passes(noPrivateNumber(text)))

test('the telephone of an office may be a mobile number, but is asked about', () => {
  refuses(preferOfficePhone('13803181234'), /请确认/)
  passes(preferOfficePhone('0318-2123456'))
})

test.each(['0318-2123456', '03182123456', '2123456', '12348', '0318-2123456转12', '0318-2123456、2123457'])(
  '%s is a telephone number',
  (text) => passes(looksLikePhone(text)),
)

test.each(['abc', '0318', '0318—二一二三', '0318-2123456 张三'])('%s is no telephone number', (text) =>
  refuses(looksLikePhone(text), /0318-1234567/),
)

test('a span that ends when it starts is refused, whichever way its ends are written', () => {
  passes(endsAfterStart('2026-12-04T08:00', '2026-12-04T08:00:30'))
  refuses(endsAfterStart('2026-12-04T08:00', '2026-12-04T08:00:00'), /晚于/)
  refuses(endsAfterStart('2026-12-04T08:00', '2026-12-04'), /晚于/)
  passes(endsAfterStart(undefined, '2026-12-04T08:00'))
})

test('the last day may be the first day, both being inclusive', () => {
  passes(lastNotBeforeFirst('2026-12-04', '2026-12-04'))
  refuses(lastNotBeforeFirst('2026-12-04', '2026-12-03'), /不能早于/)
})

test('a day that does not exist is refused', () => {
  refuses(realLocalTime('2026-02-29T08:00'), /没有这个日期/)
  passes(realLocalTime('2028-02-29T08:00'))
})

test('24:00 may end a daypart and cannot begin one', () => {
  passes(timeOfDay('24:00', true))
  refuses(timeOfDay('24:00'), /08:30/)
  refuses(timeOfDay('8:00'), /两位数/)
  passes(timeOfDay('08:00'))
})

test('a cron rule is judged by the rule that screens follow', () => {
  passes(cronText('*/30 9-17 * * 1-5'))
  refuses(cronText('0 8 1 * 1'), /只能限定一个/)
  refuses(cronText('0 8 * * MON'), /看不懂|不支持/)
})

test('swapped days lie in their year, working ones on weekends and resting ones on weekdays', () => {
  passes(swappedDays(['2026-02-14', '2026-02-28'], 2026, 'work'))
  refuses(swappedDays(['2026-02-16'], 2026, 'work'), /本来就是工作日/)
  refuses(swappedDays(['2026-02-14'], 2026, 'rest'), /本来就是周末/)
  refuses(swappedDays(['2027-02-14'], 2026, 'work'), /不在 2026 年/)
  refuses(swappedDays(['2026-02-30'], 2026, 'work'), /没有/)
  passes(swappedDays(undefined, 2026, 'rest'))
})

test.each([
  ['1079', true],
  ['120-1', true],
  ['0', false],
  ['第1079条', false],
  ['120-0', false],
])('article number %s: %s', (text, fits) => expect(articleNumber(text) === true).toBe(fits))

test('a field that counts only under another choice is asked for only then', () => {
  passes(needed({ timing: 'always' }, byCron, undefined, '请填写'))
  refuses(needed({ timing: 'cron' }, byCron, undefined, '请填写'), /请填写/)
  refuses(needed({ timing: 'cron' }, byCron, [], '请填写'), /请填写/)
})

test('mandatory is for counties and the bureau, and is needless for a takeover', () => {
  refuses(mandatoryFits({ mandatory: true, level: 'screen' }), /县区或全市/)
  refuses(mandatoryFits({ mandatory: true, level: 'county', mode: 'takeover' }), /关掉一个/)
  passes(mandatoryFits({ mandatory: true, level: 'prefecture', mode: 'normal' }))
})

test('an event owned by a county does not rank as the prefecture’s', () => {
  refuses(levelFits({ county: { _ref: 'county-131127' }, level: 'prefecture' }), /不能是全市/)
  passes(levelFits({ level: 'prefecture' }))
})

test('the next moments of a rule are later than now, in order, and skip days it does not name', () => {
  const friday = Date.parse('2026-12-04T08:00:00+08:00')
  expect(nextMoments('0 8 * * 1-5', 'Asia/Shanghai', friday, 2)).toEqual([
    '2026年12月7日 星期一 08:00',
    '2026年12月8日 星期二 08:00',
  ])
  expect(nextMoments('30 8,9 * * *', 'Asia/Shanghai', friday, 2)).toEqual([
    '2026年12月4日 星期五 08:30',
    '2026年12月4日 星期五 09:30',
  ])
  expect(nextMoments('0 0 29 2 *', 'Asia/Shanghai', friday, 1)).toEqual(['2028年2月29日 星期二 00:00'])
  expect(nextMoments('0 8 1 * 1', 'Asia/Shanghai', friday, 3)).toEqual([])
})
