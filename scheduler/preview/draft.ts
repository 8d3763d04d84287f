/**
 * @file A document as its editor has it on the desk, put among the published ones. Pure.
 *
 * A draft may lack what a published document must have. For looking at it, empty words stand for words that
 * are missing, and what is missing is told; what cannot be compiled even so is not shown.
 */
import * as v from 'valibot'
import { failSignage } from '../../contracts/errors/signage.ts'
import { previewedTypes, type PreviewedType } from '../../contracts/preview.ts'
import type { SignageDocument } from '../compile/documents.ts'
import { lacks } from '../content/complete.ts'

export type PreviewedDocument = Extract<SignageDocument, { _type: PreviewedType }>

export interface Draft {
  document: PreviewedDocument
  /** Path of the first field that is missing, `null` where nothing is. */
  missing: string | null
  /** Whether it can be compiled, with empty words in the place of missing ones. */
  readable: boolean
  /** The published documents with the draft in its place. */
  documents: ReadonlyMap<string, SignageDocument>
}

const shape = v.looseObject({
  _id: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  _type: v.picklist(previewedTypes),
  rows: v.optional(v.unknown()),
})

const far = '2099-12-31T00:00'
const slug = { _type: 'slug', current: 'preview' }
const nothing = { _type: 'reference', _ref: '' }

/** What stands for what is not written yet. */
const unwritten: Readonly<Record<PreviewedType, object>> = {
  slogan: { text: '', layout: 'auto', tone: 'plain', topics: [] },
  notice: { title: '', text: '', issuer: '', validUntil: far },
  signagePicture: { title: '' },
  video: { title: '', seconds: 30, genre: 'promotion' },
  lawyerTalk: { title: '', paragraphs: [] },
  legalQuestion: { title: '', ledAnswer: '', slug },
  mural: { title: '', village: nothing, campaign: nothing, topic: nothing, streetOrder: 0 },
  indicatorBoard: { title: '', asOf: '2026-01-01', source: '' },
  liveStream: { title: '', source: '', officerName: '', officerPhone: '' },
  typicalCase: { title: '', lesson: '', slug },
  noticeTemplate: { title: '', text: '', tone: 'plain' },
  playlist: { title: '', items: [] },
}

/** A row of which only the first box has been filled in. */
const wholeRow = (row: unknown): unknown =>
  row !== null && typeof row === 'object' ? { label: '', value: '', ...row } : row

/** A draft, or a version in a release, stands for the published document of the same name. */
export const publishedId = (id: string): string => id.replace(/^(?:drafts\.|versions\.[^.]+\.)/, '')

/** @throws PufaError `signage.bad-request` where it is no document that screens show */
export function draftOf(sent: unknown, published: ReadonlyMap<string, SignageDocument>): Draft {
  const parsed = v.safeParse(shape, sent)
  if (!parsed.success)
    throw failSignage('signage.bad-request', { reason: 'document 要写一份能在屏幕上播的内容' })
  const { _id, _type, rows } = parsed.output
  const id = publishedId(_id)
  const asSent = { ...parsed.output, _id: id }
  const document = {
    ...{ _updatedAt: '', _createdAt: '', _rev: '' },
    ...unwritten[_type],
    ...asSent,
    ...(Array.isArray(rows) ? { rows: rows.map(wholeRow) } : {}),
  } as unknown as PreviewedDocument
  return {
    document,
    // Its shape is what is being asked.
    missing: lacks(asSent as unknown as SignageDocument),
    readable: lacks(document) === null,
    documents: new Map(published).set(id, document),
  }
}
