/** @file The demonstration's documents as the share kit gets them, without a lake. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { addressedTypes } from '../../site/content/addresses.ts'
import type { ShareSource } from '../../site/share/source.ts'

type Json = Readonly<Record<string, unknown>>

const folder = join(import.meta.dirname, '../../demonstration/content')
const documents = new Map(
  globSync('*.json', { cwd: folder })
    .flatMap((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Json[])
    .map((document) => [String(document['_id']), document]),
)

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null
const follow = (value: unknown): Json | undefined =>
  isObject(value) ? documents.get(String(value['_ref'])) : undefined
const titleOf = (value: unknown): string => String(follow(value)?.['title'] ?? '')
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

/** A source that says nothing; tests fill in what they are about. */
export const emptySource: ShareSource = {
  type: 'legalQuestion',
  title: '',
  topics: [],
  shortTitle: null,
  tone: null,
  shortAnswer: null,
  ledAnswer: null,
  spoken: null,
  steps: [],
  papers: [],
  deadlines: [],
  nextContact: null,
  banner: null,
  story: null,
  summary: null,
  introduction: null,
  facts: null,
  outcome: null,
  lesson: null,
  kind: null,
  startsAt: null,
  endsAt: null,
  place: null,
  address: null,
  hours: null,
  phone: null,
  officePhone: null,
  category: null,
  county: null,
  village: null,
  office: null,
  expertise: [],
  adviser: null,
  checkedOn: null,
  publishedOn: null,
  paintedOn: null,
}

function sourceOf(document: Json): ShareSource {
  const own = Object.keys(emptySource).flatMap((field) =>
    typeof document[field] === 'string' ? [[field, document[field]] as const] : [],
  )
  const adviser = follow(document['adviser'])
  const topic = document['topic'] === undefined ? [] : [document['topic']]
  return {
    ...emptySource,
    ...Object.fromEntries(own),
    type: document['_type'] as ShareSource['type'],
    title: String(document['title'] ?? document['name'] ?? document['text'] ?? ''),
    topics: [...topic, ...list(document['topics'])].map(titleOf),
    steps: list(document['steps'])
      .filter(isObject)
      .map(({ title, text }) => ({ title: String(title), text: String(text) })),
    papers: list(document['papers']).map(String),
    deadlines: list(document['deadlines']) as ShareSource['deadlines'],
    office: document['office'] === undefined ? null : titleOf(document['office']),
    expertise: list(document['expertise']).map(titleOf),
    adviser: adviser
      ? {
          name: String(adviser['name']),
          officePhone: String(adviser['officePhone']),
          office: titleOf(adviser['office']),
        }
      : null,
  }
}

/** Every document that can be handed on, screens and counties left out. */
export const demonstrationSources: readonly ShareSource[] = [...documents.values()]
  .filter(({ _type }) => (addressedTypes as readonly unknown[]).includes(_type))
  .filter(({ _type }) => _type !== 'screen' && _type !== 'county')
  .map(sourceOf)
