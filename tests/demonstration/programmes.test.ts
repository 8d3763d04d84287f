/** @file The ready programmes: each day of the legal-education year has one, on its day and no other. */
import { LunarDay } from 'tyme4ts'
import { expect, test } from 'vitest'
import { readContent } from '../../demonstration/content.ts'
import { turnAt } from '../../contracts/schedule/resolve.ts'
import type { ManifestAsset } from '../../contracts/manifest.ts'
import type { ScreenDocument } from '../../contracts/documents/index.ts'
import { assemble, manifestFormat } from '../../contracts/manifest.ts'
import type { SignageDocument } from '../../scheduler/compile/documents.ts'
import { allEvents, compileScreen } from '../../scheduler/compile/manifest.ts'
import { partCache } from '../../scheduler/compile/parts.ts'
import type { RenditionRequest } from '../../scheduler/compile/renditions.ts'
import { warningsOf, filledPlaylists } from '../../scheduler/compile/warnings.ts'

const stamps = { _rev: 'r', _createdAt: '2026-01-01T00:00:00Z', _updatedAt: '2026-01-01T00:00:00Z' }
const assets: SignageDocument[] = []

/** Names the file of a picture or a film as the loader would, once it has uploaded it. */
function uploaded(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(uploaded)
  if (typeof value !== 'object' || value === null) return value
  const { _sanityAsset: marker, ...rest } = value as Record<string, unknown>
  const fields = Object.fromEntries(Object.entries(rest).map(([name, field]) => [name, uploaded(field)]))
  if (typeof marker !== 'string') return fields
  const [kind = '', path = ''] = marker.split('@')
  const id = path.replaceAll(/[^a-z0-9]/g, '-')
  const type = kind === 'image' ? 'sanity.imageAsset' : 'sanity.fileAsset'
  assets.push({ _id: id, _type: type, _rev: 'r', path, mimeType: 'video/mp4', size: 1 } as SignageDocument)
  return { ...fields, asset: { _type: 'reference', _ref: id } }
}

const all = readContent().flatMap(({ documents }) => documents)
const content = all.map((document) => ({ ...stamps, ...(uploaded(document) as SignageDocument) }))
const documents = new Map(
  [...content, ...assets].map((document) => [document._id, document as SignageDocument]),
)
const screens = content.filter((document): document is ScreenDocument => document._type === 'screen')
const days = content.filter((document) => document._type === 'legalDay')

function compile(screen: ScreenDocument, today: string) {
  const find = ({ assetId }: RenditionRequest): ManifestAsset => ({
    sha256: assetId,
    bytes: 1,
    type: 't',
    url: '/',
  })
  const input = { documents, renditions: { find }, parts: partCache(), origin: 'https://pufa.test', today }
  return compileScreen(screen, { ...input, events: allEvents(input) })
}

function at(screen: ScreenDocument, local: string) {
  const { head, parts } = compile(screen, local.slice(0, 10))
  const facts = { format: manifestFormat, revision: 1, issuedAt: 0, leaseUntil: 1, parts: [] } as const
  const manifest = assemble(
    { ...facts, ...head },
    parts.map((part) => part.content),
  )
  return turnAt(manifest.schedule, manifest.screen, Date.parse(`${local}+08:00`))
}

const village = screens.find(({ _id }) => _id === 'screen-gucheng-hewan') as ScreenDocument

/** The first day of each legal day in 2027, a year for which nothing was written by hand. */
function firstDay(day: (typeof days)[number]): string {
  const two = (value: number) => String(value).padStart(2, '0')
  if (day.rule === 'lunar') {
    const solar = LunarDay.fromYmd(day.month === 12 ? 2026 : 2027, day.month, day.day ?? 1).getSolarDay()
    return `${solar.getYear()}-${two(solar.getMonth())}-${two(solar.getDay())}`
  }
  if (day.rule === 'fixed') return `2027-${two(day.month)}-${two(day.day ?? 1)}`
  const first = new Date(Date.UTC(2027, day.month - 1, 1)).getUTCDay()
  const date = 1 + (((day.weekday ?? 1) - first + 7) % 7) + ((day.nth ?? 1) - 1) * 7
  return `2027-${two(day.month)}-${two(date)}`
}

const withProgramme = days.filter(({ _id }) => documents.has(_id.replace('legal-day-', 'event-day-')))

test('every day of the legal-education year has a programme of its own', () => {
  const own = new Set(withProgramme.map(({ _id }) => _id))
  // The winter wage drive is three months long and has its hour each day.
  expect(days.map(({ _id }) => _id).filter((id) => !own.has(id))).toEqual(['legal-day-winter-wages'])
})

test.each(withProgramme.map((day) => [day.title, firstDay(day), day._id] as const))(
  '%s: the programme plays on %s, next year too',
  (_title, date, id) => {
    const times = ['10:05', '16:05', '09:05']
    const playing = times.map((time) => at(village, `${date}T${time}:00`).event?.id)
    expect(playing).toContain(id.replace('legal-day-', 'event-day-'))
  },
)

test('on a plain day no programme plays, since each is bound to its day', () => {
  for (const time of ['10:05', '16:05', '09:05', '15:05'])
    expect(at(village, `2027-07-20T${time}:00`).event?.id ?? '').not.toMatch(/^event-day-/)
})

test('the demonstration’s timetable gives no warning but that next year has no table yet', () => {
  const compiled = screens.map((screen) => compile(screen, '2026-11-22'))
  const warnings = warningsOf({
    documents,
    screens: compiled.map(({ head }) => head.screen),
    filled: filledPlaylists(compiled.flatMap(({ parts }) => parts)),
    today: '2026-11-22',
  })
  expect(warnings).toMatchObject([{ code: 'no-calendar', document: 'calendarYear-2027' }])
})
