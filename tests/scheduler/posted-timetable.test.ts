/** @file Any timetable can be posted and is answered by the rule; the published schema says which are taken. */
import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { postedJsonSchema, readPosted } from '../../scheduler/http/posted.ts'
import { startScheduler, type SchedulerOnPort } from './scheduler-on-port.ts'

type Json = Record<string, unknown>

const whole = (): Json => ({
  schedule: {
    zone: 'Asia/Shanghai',
    events: [
      {
        id: 'e',
        title: '排期',
        playlist: 'p',
        targets: [{}, { county: 'c', audience: 'a' }],
        when: { type: 'dayparts', dayparts: [{ days: [1, 7], start: '08:00', end: '24:00' }] },
        validFrom: '2026-03-02',
        validUntil: '2026-03-03T08:00:00',
        days: { type: 'any' },
        priority: 5,
        mode: 'share',
        shareSecondsPerHour: 60,
        level: 'county',
        mandatory: false,
        issuedAt: '2026-03-02T00:00:00Z',
      },
    ],
    playlists: [
      { id: 'p', title: '列表', entries: [{ key: 'k', item: 'i', seconds: 10, maxPlaysPerHour: 2 }] },
    ],
    items: [{ kind: 'slogan', id: 'i', title: '标语', lines: ['标语'] }],
    calendar: {
      years: { 2026: { workingDays: ['2026-02-14'], restDays: [] } },
      legalDays: [
        { id: 'd', title: '日', rule: { type: 'nthWeekday', month: 5, nth: 3, weekday: 7 }, lengthDays: 1 },
      ],
      lunarMonths: [{ start: '2026-02-17', month: 1, leap: false }],
    },
    fallback: 'p',
  },
  screen: { id: 's', county: 'c', groups: [], audiences: [], width: 192 },
  at: '2026-12-04T08:00:00+08:00',
})

/** The whole body with one place written anew; `undefined` leaves it out. */
function but(path: string, value: unknown): Json {
  const body = whole()
  const steps = path.split('.')
  const last = steps.pop() ?? ''
  let place: Json = body
  for (const step of steps) place = place[step] as Json
  if (value === undefined) delete place[last]
  else place[last] = value
  return body
}

const event = 'schedule.events.0'
const entry = 'schedule.playlists.0.entries.0'

const bodies: readonly [name: string, body: unknown, taken: boolean][] = [
  ['everything that a timetable may say', whole(), true],
  ['no events', but('schedule.events', []), true],
  ['no playlists', but('schedule.playlists', []), true],
  ['no fallback by that name', but('schedule.fallback', ''), true],
  ['an event that is always open', but(`${event}.when`, { type: 'always' }), true],
  ['a cron rule', but(`${event}.when`, { type: 'cron', cron: '0 8 * * *', durationMinutes: 60 }), true],
  ['market days', but(`${event}.days`, { type: 'marketDay', digits: [3, 8] }), true],
  ['any legal day', but(`${event}.days`, { type: 'legalDay' }), true],
  ['named legal days', but(`${event}.days`, { type: 'legalDay', ids: ['d'] }), true],
  ['no limits', but(`${event}.validFrom`, undefined), true],
  ['an entry without a cap', but(`${entry}.maxPlaysPerHour`, undefined), true],
  ['a screen with its own zone', but('screen.zone', 'Asia/Urumqi'), true],
  ['an item of a kind to come', but('schedule.items.0.kind', 'hologram'), true],
  ['an instant in UTC', but('at', '2026-12-04T00:00:00Z'), true],
  ['a text', 'text', false],
  ['nothing', null, false],
  ['a list', [], false],
  ['no schedule', but('schedule', undefined), false],
  ['no screen', but('screen', undefined), false],
  ['no instant', but('at', undefined), false],
  ['an instant without an offset', but('at', '2026-12-04T08:00:00'), false],
  ['an instant as a number', but('at', 1_780_000_000_000), false],
  ['a field that nobody knows', but('note', '备注'), false],
  ['a misspelt field of an event', but(`${event}.priorty`, 5), false],
  ['a misspelt cap', but(`${entry}.maxPlayPerHour`, 2), false],
  ['a misspelt target, which would mean every screen', but(`${event}.targets.0.contry`, 'c'), false],
  ['an event without a playlist', but(`${event}.playlist`, undefined), false],
  ['a priority of ten', but(`${event}.priority`, 10), false],
  ['a broken priority', but(`${event}.priority`, 1.5), false],
  ['a mode that is none', but(`${event}.mode`, 'sometimes'), false],
  ['a share of more than an hour', but(`${event}.shareSecondsPerHour`, 3_601), false],
  ['a timing that is none', but(`${event}.when`, { type: 'sometimes' }), false],
  [
    'a cron rule that lasts longer than a week',
    but(`${event}.when`, { type: 'cron', cron: '0 8 * * *', durationMinutes: 10_081 }),
    false,
  ],
  ['an hour of one digit', but(`${event}.when.dayparts.0.start`, '8:00'), false],
  ['a weekday that is none', but(`${event}.when.dayparts.0.days`, [0]), false],
  ['a limit with an offset', but(`${event}.validUntil`, '2026-03-03T08:00:00Z'), false],
  ['an entry of no length', but(`${entry}.seconds`, 0), false],
  ['a cap of nought', but(`${entry}.maxPlaysPerHour`, 0), false],
  ['a cap of more than one a minute', but(`${entry}.maxPlaysPerHour`, 61), false],
  ['a market day of two digits', but(`${event}.days`, { type: 'marketDay', digits: [13] }), false],
  ['mandatory as a word', but(`${event}.mandatory`, '是'), false],
  ['a legal day without a rule', but('schedule.calendar.legalDays.0.rule', undefined), false],
  ['a screen without groups', but('screen.groups', undefined), false],
]

describe('the published schema and the endpoint agree', () => {
  const validate = new Ajv2020().compile(JSON.parse(JSON.stringify(postedJsonSchema)) as Json)
  test.each(bodies)('%s', (_name, body, taken) => {
    const read = readPosted(body)
    expect({ endpoint: !('problem' in read), schema: validate(body) }).toEqual({
      endpoint: taken,
      schema: taken,
    })
    if ('problem' in read) expect(read.problem).toMatch(/\p{Script=Han}/u)
  })
})

test.each([
  ['schedule.events.0.priority', 10, 'schedule.events.0.priority：不能大于 9'],
  ['schedule.playlists.0.entries.0.seconds', undefined, 'schedule.playlists.0.entries.0.seconds：缺少这一项'],
  ['schedule.events.0.priorty', 5, 'schedule.events.0.priorty：没有这一项'],
  ['schedule.events.0.mode', 'sometimes', '"normal"、"share"、"takeover"'],
  ['at', '2026-12-04', 'at：格式不对'],
])('a body that is wrong at %s is refused with the place, so that it can be mended', (path, value, words) => {
  const read = readPosted(but(path, value))
  expect('problem' in read && read.problem).toContain(words)
})

describe('over HTTP', () => {
  const question = (body: unknown, as?: string | null) => (at: SchedulerOnPort) =>
    at.post('resolve', body, as)
  const faultOf = async (answer: Response) => {
    const { error } = (await answer.json()) as { error: { code: string; details: { reason?: string } } }
    return [answer.status, error.code, error.details.reason ?? '']
  }

  test('the examples of the manual are answered as the manual says', async () => {
    const at = await startScheduler()
    const manual = readFileSync(new URL('../../docs/signage-api.md', import.meta.url), 'utf8')
    const blocks = [...manual.matchAll(/```json\n([\s\S]*?)```/g)].map(
      ([, text = '']) => JSON.parse(text) as Json,
    )
    expect(blocks.length).toBeGreaterThanOrEqual(4)
    for (let index = 0; index < blocks.length; index += 2) {
      const answer = await question(blocks[index])(at)
      expect([answer.status, await answer.json()]).toEqual([200, blocks[index + 1]])
    }
  })

  test('a posted timetable is for operators, its schema for anyone', async () => {
    const at = await startScheduler()
    expect((await faultOf(await question(whole(), null)(at))).slice(0, 2)).toEqual([
      401,
      'signage.not-signed-in',
    ])
    const schema = await at.ask('schema', { as: null })
    expect(at.scheduler.owns('/api/signage/schema')).toBe('public')
    expect([schema.status, await schema.json()]).toEqual([200, JSON.parse(JSON.stringify(postedJsonSchema))])
  })

  test.each([
    ['schedule.zone', 'Asia/Nowhere', 'Asia/Nowhere'],
    ['screen.zone', 'Asia/Nowhere', 'Asia/Nowhere'],
    ['at', '2026-13-04T08:00:00Z', 'at'],
    ['at', '1950-01-01T08:00:00Z', 'at'],
    ['schedule.events.0.priority', 'high', 'schedule.events.0.priority'],
  ])('a body whose %s is %s is refused with the place', async (path, value, word) => {
    const at = await startScheduler()
    const [status, code, reason] = await faultOf(await question(but(path, value))(at))
    expect([status, code]).toEqual([400, 'signage.bad-request'])
    expect(reason).toContain(word)
  })
})
