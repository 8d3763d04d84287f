/** @file What an operator may order, and what is refused with a sentence that says what to do. */
import { describe, expect, test } from 'vitest'
import type { Problem } from '../../contracts/notice-template.ts'
import { monday } from './clock.ts'
import { everywhere, hourMs, inCounty, iso, ordersRig, template } from './orders-rig.ts'

const until = iso(monday + hourMs)
const notice = {
  kind: 'notice',
  targets: inCounty('1'),
  template: 'template-closed',
  fields: { 地点: '县大厅', 时间: '14:30' },
  until,
}
const urgent = { kind: 'urgent', targets: inCounty('1'), text: '前方积水', reason: '暴雨', until }

const refusals: [string, object, string, RegExp][] = [
  ['a kind that nobody knows', { kind: 'dance' }, 'kind', /stop（停播）/],
  ['no range', { kind: 'stop' }, 'targets', /缺少 targets/],
  ['an empty range, which might be meant as all', { kind: 'stop', targets: [] }, 'targets', /至少写一条/],
  [
    'a range in a word that nobody knows',
    { kind: 'stop', targets: [{ countys: 'x' }] },
    'targets.0.countys',
    /county/,
  ],
  ['a time without an offset', { ...notice, until: '2026-03-02T18:00' }, 'until', /带时差/],
  ['a day that does not exist', { ...notice, until: '2026-13-41T18:00:00Z' }, 'until', /带时差/],
  ['a notice that is over', { ...notice, until: iso(monday) }, 'until', /已经过去/],
  ['a notice of more than 72 hours', { ...notice, until: iso(monday + 72 * hourMs + 1) }, 'until', /72 小时/],
  [
    'urgent words for more than 2 hours',
    { ...urgent, until: iso(monday + 2 * hourMs + 1) },
    'until',
    /2 小时/,
  ],
  ['urgent words without a reason', { ...urgent, reason: ' ' }, 'reason', /写明原因/],
  [
    'more than 120 urgent characters',
    { ...urgent, text: '字'.repeat(121) },
    'text',
    /最多 120 个字，现在有 121/,
  ],
  ['an address in urgent words', { ...urgent, text: '请看 example.com' }, 'text', /网址/],
  ['a blank that is left open', { ...notice, fields: { 地点: '县大厅' } }, '时间', /请填写/],
  [
    'a stop that ends before anybody has seen it',
    { kind: 'stop', targets: inCounty('1'), until: iso(monday + 59_000) },
    'until',
    /至少 1 分钟/,
  ],
  [
    'a stop that ends by itself after more than a day, when it may be forgotten',
    { kind: 'stop', targets: inCounty('1'), until: iso(monday + 24 * hourMs + 1) },
    'until',
    /最长 24 小时/,
  ],
  [
    'a stop that is over already',
    { kind: 'stop', targets: inCounty('1'), until: iso(monday) },
    'until',
    /已经过去/,
  ],
  ['a withdrawal of nothing', { kind: 'withdraw', ids: [] }, 'ids', /列出/],
  ['a withdrawal of what does not exist', { kind: 'withdraw', ids: ['slogan-9'] }, 'ids', /没有 slogan-9/],
  ['a withdrawal of what no screen plays', { kind: 'withdraw', ids: ['county-1'] }, 'ids', /不是屏幕上播/],
  ['a withdrawal of a line that is not there', { kind: 'withdraw', ids: ['playlist-1:x'] }, 'ids', /核对/],
]

test.each(refusals)('refuses %s', async (_what, sent, field, message) => {
  const { desk, pushed } = await ordersRig()
  const error: unknown = await desk.place(sent, 'me').catch((thrown: unknown) => thrown)
  expect(error).toMatchObject({ code: 'signage.order-refused' })
  const { problems } = (error as { details: { problems: Problem[] } }).details
  expect(problems.map((problem) => problem.field)).toEqual([field])
  expect(problems[0]?.message).toMatch(message)
  expect([pushed, desk.list(false, null)]).toEqual([[], []])
})

test('names all that is wrong at once, so that nobody corrects line by line in a hurry', async () => {
  const { desk } = await ordersRig()
  const sent = { ...notice, until: iso(monday), fields: { 别的: '甲', 时间: '下午' } }
  await expect(desk.place(sent, 'me')).rejects.toMatchObject({
    details: { problems: ['until', '地点', '时间', '别的'].map((field) => ({ field })) },
  })
})

test.each(['到了就停', 7, null, []])('refuses %j, which is no order at all', async (sent) => {
  const { desk } = await ordersRig()
  await expect(desk.place(sent, 'me')).rejects.toMatchObject({ code: 'signage.order-refused' })
})

test('a template must be published; one that was taken back is gone', async () => {
  const { desk, change } = await ordersRig()
  await change(template(), true)
  await expect(desk.place(notice, 'me')).rejects.toMatchObject({ code: 'signage.template-unknown' })
  await expect(desk.place({ ...notice, template: 'slogan-1' }, 'me')).rejects.toMatchObject({
    code: 'signage.template-unknown',
  })
})

test('a range in which no screen stands is refused, for nobody should believe that it was obeyed', async () => {
  const { desk } = await ordersRig()
  const sent = { kind: 'stop', targets: inCounty('9') }
  await expect(desk.place(sent, 'me')).rejects.toMatchObject({ code: 'signage.order-no-screens' })
})

describe('more than one county', () => {
  const wide = [
    { kind: 'stop', targets: everywhere },
    { ...urgent, targets: everywhere },
  ]

  test.each(wide)('must be confirmed by the number of screens: $kind', async (sent) => {
    const { desk } = await ordersRig()
    for (const confirm of [undefined, '2', 'yes'])
      await expect(desk.place({ ...sent, confirm }, 'me')).rejects.toMatchObject({
        code: 'signage.order-unconfirmed',
        details: { counties: 2, confirm: '3' },
      })
    expect((await desk.place({ ...sent, confirm: '3' }, 'me')).counts.all).toBe(3)
  })

  test('needs no confirmation where the words were approved beforehand', async () => {
    const { desk } = await ordersRig()
    expect((await desk.place({ ...notice, targets: everywhere }, 'me')).counts.all).toBe(3)
  })

  test('is not asked within one county, where a stop must not wait', async () => {
    const { desk } = await ordersRig()
    expect((await desk.place({ kind: 'stop', targets: inCounty('1') }, 'me')).counts.all).toBe(2)
  })
})

describe('a preview', () => {
  test('names the screens and what each would show, and orders nothing', async () => {
    const { desk, pushed, applies } = await ordersRig()
    applies('screen-1')
    const { screens, counties, confirm } = desk.preview(notice)
    expect(screens).toEqual([
      {
        id: 'screen-1',
        title: '屏 screen-1',
        county: '县1',
        online: true,
        shows: '暂停办理\n县大厅从14:30起暂停办理',
      },
      {
        id: 'screen-1b',
        title: '屏 screen-1b',
        county: '县1',
        online: false,
        shows: '暂停办理\n县大厅从14:30起暂停办理',
      },
    ])
    expect([counties, confirm, pushed, desk.list(false, null)]).toEqual([1, null, [], []])
  })

  test('says which number must be confirmed', async () => {
    const { desk } = await ordersRig()
    expect(desk.preview({ kind: 'stop', targets: everywhere })).toMatchObject({ counties: 2, confirm: '3' })
  })

  test('of a withdrawal names what goes', async () => {
    const { desk } = await ordersRig()
    const { screens } = desk.preview({ kind: 'withdraw', ids: ['slogan-1', 'slogan-1b'] })
    expect(screens.map(({ shows }) => shows)).toEqual(['撤下：标语1；又一条1', '撤下：标语1；又一条1'])
  })
})
