/** @file What a screen would show if drafts were published: the scheduler's own answer where no draft is. */
import { describe, expect, it } from 'vitest'
import { resolve } from '../../contracts/schedule/index.ts'
import { readContent } from '../../demonstration/content.ts'
import type { SignageDocument } from '../../scheduler/compile/documents.ts'
import { foreseen } from '../../studio/tools/calendar/model/as-published.ts'
import { hourLines } from '../../studio/tools/calendar/model/hour.ts'
import { libraryOf, libraryTypes, type LibraryDocument } from '../../studio/tools/calendar/model/library.ts'
import { compiled } from '../scheduler/compile-rig.ts'

const stamps = { _rev: 'r', _createdAt: '2026-01-01T00:00:00Z', _updatedAt: '2026-01-01T00:00:00Z' }
const documents = readContent()
  .flatMap(({ documents: each }) => each)
  .map((document) => ({ ...stamps, ...document }))
const known: ReadonlySet<string> = new Set(libraryTypes)
const planned = documents.filter(({ _type }) => known.has(_type)) as unknown as LibraryDocument[]
const library = (...drafts: object[]) =>
  libraryOf(
    { documents: [...planned, ...(drafts as LibraryDocument[])], contents: documents as never[] },
    'drafts',
  )
const map = new Map(documents.map((document) => [document._id, document as unknown as SignageDocument]))
const day = '2026-11-25'
const id = 'screen-taocheng-square'
const travelled = compiled(map, id, { today: day })
const at = (time: string) => Date.parse(`${day}T${time}:00+08:00`)

describe('a screen with drafts', () => {
  it('without drafts answers as the scheduler does, item for item', () => {
    const plan = foreseen(library(), travelled, id, day)
    if (!plan) throw new Error('the screen is not there')
    expect(plan.rough).toBe(false)
    for (const time of ['00:10', '07:07', '08:31', '10:13', '12:20', '19:59', '23:40'])
      expect(resolve(plan.schedule, plan.screen, at(time))).toEqual(
        resolve(travelled.schedule, travelled.screen, at(time)),
      )
  })

  it('plays a drafted event when it would, and says that a drafted playlist is not known exactly', () => {
    const event = planned.find(({ _id }) => _id === 'event-evening-family')
    const draft = {
      ...event,
      _id: 'drafts.event-evening-family',
      cron: '0 3 * * *',
      timing: 'cron',
      durationMinutes: 60,
      priority: 9,
    }
    const plan = foreseen(library(draft), travelled, id, day)
    expect(plan && resolve(plan.schedule, plan.screen, at('03:30')).event?.id).toBe('event-evening-family')
    expect(plan && resolve(plan.schedule, plan.screen, at('19:30')).event?.id).not.toBe(
      'event-evening-family',
    )
    const list = planned.find(({ _id }) => _id === 'playlist-general')
    expect(foreseen(library({ ...list, _id: 'drafts.playlist-general' }), travelled, id, day)?.rough).toBe(
      true,
    )
  })

  it('keeps an operator’s stop above everything, for no draft lifts it', () => {
    const stop = {
      ...travelled,
      screen: { ...travelled.screen, fallback: 'order:1' },
      schedule: {
        ...travelled.schedule,
        playlists: [
          ...travelled.schedule.playlists,
          { id: 'order:1', title: '停播', entries: [{ key: 'a', item: 'order:1', seconds: 10 }] },
        ],
        items: [
          ...travelled.schedule.items,
          { id: 'order:1', kind: 'clock' as const, title: '停播', signature: '' },
        ],
        events: [
          ...travelled.schedule.events,
          {
            id: 'order:1',
            title: '停播',
            playlist: 'order:1',
            targets: [{}],
            when: { type: 'always' as const },
            days: { type: 'any' as const },
            priority: 9,
            mode: 'takeover' as const,
            level: 'prefecture' as const,
            mandatory: true,
            issuedAt: '2026-01-01T00:00:00Z',
          },
        ],
      },
    }
    const taking = {
      ...planned.find(({ _id }) => _id === 'event-evening-family'),
      _id: 'drafts.event-evening-family',
      mode: 'takeover',
      timing: 'always',
    }
    const plan = foreseen(library(taking), stop, id, day)
    expect(plan && resolve(plan.schedule, plan.screen, at('19:30')).item.id).toBe('order:1')
  })
})

it('the plays of an hour are told by who gives them, each title once', () => {
  const play = (title: string, event: string, from: number) => ({
    item: { title },
    event: { id: event, title: event },
    playlist: null,
    source: 'event',
    from,
    until: from + 10,
  })
  expect(
    hourLines([play('甲', 'a', 0), play('乙', 'a', 10), play('甲', 'a', 20), play('丙', 'b', 30)]),
  ).toMatchObject([
    { words: '排期：a', from: 0, until: 30, items: ['甲', '乙'], plays: 3 },
    { words: '排期：b', plays: 1 },
  ])
})
