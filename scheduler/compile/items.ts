/**
 * @file From a document to the item that a player draws.
 *
 * Pure. A document that cannot be shown (unknown, or its picture not made ready yet) gives `null`, and
 * the playlist goes on without it.
 */
import type { PlaylistDocument, Reference, SiteSettings, Slogan } from '../../contracts/documents/index.ts'
import { lawChange } from '../../contracts/law-change.ts'
import { marqueeSeconds, standingSeconds } from '../../contracts/legibility.ts'
import {
  clockSeconds,
  pictureSeconds,
  testPatternSeconds,
  type Item,
} from '../../contracts/schedule/index.ts'
import { caseCard } from './case-card.ts'
import type { Reading, SignageDocument } from './documents.ts'
import { filmItem } from './film.ts'
import { imageAsset } from './item-assets.ts'
import { compileCountdown } from './kinds/countdown.ts'
import { compileGallery } from './kinds/gallery.ts'
import { latest } from './latest.ts'
import { compileLive } from './live.ts'
import { qrCode } from './qr.ts'
import type { KnownFilm, RenditionRequest, Renditions } from './renditions.ts'

export type { RenditionRequest } from './renditions.ts'

export interface ItemContext {
  read: Reading
  settings: SiteSettings | null
  /** Public address of the site, for codes. */
  origin: string
  /** sha256 of the rendition, or `null` while it is not ready (it is then being made). */
  rendition(request: RenditionRequest): string | null
  /** What is known of a film; left out: nothing. */
  film?(assetId: string): KnownFilm | null
  captions?: Renditions['captions']
  size: { width: number; height: number }
  /** Smallest character of a message on such a screen; see contracts/legibility.ts. */
  characterPx: number
  /** Its volume is above 0; left out: it is muted. */
  sound?: boolean
  /** Where the screen stands, for what is asked of "this county" or "this village". */
  county?: string
  village?: string
  /** Wall-clock date of the screen. */
  today: string
  /** Whether somebody in charge has stopped the broadcast; left out: none is stopped. */
  liveStopped?(id: string): boolean
}

export interface CompiledItem {
  item: Item
  /** What the item needs when its playlist names no length. */
  seconds: number
}

type Entry = PlaylistDocument['items'][number]

/** On lower screens every slogan runs. */
const oneRowHeight = 40

/** A slogan that follows its law ends by itself when the edition that it was held against does. */
function withLaw(document: Slogan, { read }: ItemContext): { validFrom?: string; validUntil?: string } {
  const { validFrom, validUntil, endsWithLaw, citations } = document
  const editions = endsWithLaw
    ? read
        .all('lawEdition')
        .map(({ law, effectiveTo }) => ({ law: law._ref, effectiveTo: effectiveTo ?? null }))
    : []
  const change = lawChange(editions, { ...document, laws: (citations ?? []).map(({ law }) => law._ref) })
  const ends = [validUntil, change && `${change.endsOn}T00:00`]
    .filter((end) => typeof end === 'string')
    .sort()
  return { ...(validFrom ? { validFrom } : {}), ...(ends[0] ? { validUntil: ends[0] } : {}) }
}

function limits(document: { validFrom?: string; validUntil?: string }) {
  return {
    ...(document.validFrom ? { validFrom: document.validFrom } : {}),
    ...(document.validUntil ? { validUntil: document.validUntil } : {}),
  }
}

/** `seconds` in which all of it is read on a screen of this size, from where people stand. */
function withReading(context: ItemContext, item: Item, ...texts: readonly string[]): CompiledItem {
  const { size, characterPx } = context
  const { length } = texts.join('')
  const runs = item.kind === 'slogan' && (item.layout === 'marquee' || size.height < oneRowHeight)
  const needed = standingSeconds(size, characterPx, length)
  return { item, seconds: runs ? Math.max(needed, marqueeSeconds(size, characterPx, length)) : needed }
}

function contentItem(document: SignageDocument, context: ItemContext): CompiledItem | null {
  const base = { id: document._id }
  const signature = context.settings?.bureauName ?? ''
  switch (document._type) {
    case 'slogan': {
      const { text, layout, tone } = document
      const lines = text
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean)
      if (lines.length === 0) return null
      return withReading(
        context,
        {
          ...base,
          ...limits(withLaw(document, context)),
          kind: 'slogan',
          title: lines.join(' '),
          lines,
          layout,
          tone,
          signature,
        },
        text,
      )
    }
    case 'notice': {
      const { title, text, issuer, validUntil } = document
      return withReading(
        context,
        { ...base, ...limits(document), kind: 'notice', title, text, issuer, validUntil },
        title,
        text,
      )
    }
    case 'signagePicture': {
      const asset = imageAsset(context, document.picture)
      return asset === null
        ? null
        : { item: { ...base, kind: 'image', title: document.title, asset }, seconds: pictureSeconds }
    }
    case 'mural': {
      const asset = imageAsset(context, document.picture)
      const village = context.read.get('village', document.village)
      const caption = [village?.title, document.banner].filter(Boolean).join(' · ')
      return asset === null
        ? null
        : { item: { ...base, kind: 'image', title: document.title, asset, caption }, seconds: pictureSeconds }
    }
    case 'video':
      return filmItem(document, context, imageAsset(context, document.poster))
    case 'typicalCase':
      return withReading(context, caseCard(document, context.origin), document.title, document.lesson)
    case 'lawyerTalk': {
      const lawyer = context.read.get('lawyer', document.lawyer)
      const { title, paragraphs } = document
      return withReading(
        context,
        { ...base, kind: 'lawyerTalk', title, speaker: lawyer?.name ?? '', paragraphs },
        title,
        ...paragraphs,
      )
    }
    case 'legalQuestion': {
      const [citation] = document.citations ?? []
      const law = context.read.get('law', citation?.law)
      const source = citation && law ? `《${law.shortTitle}》第 ${citation.article} 条` : ''
      const qr = qrCode(`${context.origin}/questions/${document.slug.current}`)
      const { title, ledAnswer } = document
      return withReading(
        context,
        { ...base, kind: 'question', title, question: title, answer: ledAnswer, source, qr },
        title,
        ledAnswer,
      )
    }
    case 'indicatorBoard': {
      const { title, asOf, source } = document
      const rows = document.rows.map(({ label, value, unit }) => ({ label, value, unit: unit ?? '' }))
      const words = rows.flatMap(({ label, value, unit }) => [label, value, unit])
      return withReading(
        context,
        { ...base, kind: 'board', title, rows, asOf, source },
        title,
        source,
        ...words,
      )
    }
    default:
      return null
  }
}

/**
 * @param entry one line of a playlist, which gives several items where it asks for the newest
 * @param playlistId part of the id of items that are no documents
 */
export function compileItems(entry: Entry, playlistId: string, context: ItemContext): CompiledItem[] {
  const live = entry._type === 'contentItem' && context.read.get('liveStream', entry.content)
  if (live) return context.liveStopped?.(live._id) ? [] : compileLive(live)
  const compiled =
    entry._type === 'latestItem'
      ? latest(entry, context.read, context).map((document) => contentItem(document, context))
      : [compileItem(entry, playlistId, context)]
  return compiled.filter((item) => item !== null)
}

function compileItem(
  entry: Exclude<Entry, { _type: 'latestItem' }>,
  playlistId: string,
  context: ItemContext,
): CompiledItem | null {
  const { settings } = context
  const id = `${playlistId}:${entry._key}`
  if (entry._type === 'clockItem')
    return {
      item: { id, kind: 'clock', title: '时钟', signature: settings?.bureauName ?? '' },
      seconds: clockSeconds,
    }
  if (entry._type === 'galleryItem') return compileGallery(entry, id, context)
  if (entry._type === 'countdownItem') return compileCountdown(entry, id, context)
  if (entry._type === 'testPatternItem')
    return { item: { id, kind: 'testPattern', title: '测试图' }, seconds: testPatternSeconds }
  if (entry._type === 'hotlineItem') {
    const text = entry.text ?? '法律问题 免费咨询'
    const hotline = {
      number: settings?.hotline ?? '12348',
      hours: settings?.hotlineHours ?? '',
      qr: qrCode(`${context.origin}/`),
    }
    return { item: { id, kind: 'hotline', title: '法律服务热线', text, ...hotline }, seconds: pictureSeconds }
  }
  const document = context.read.any(entry.content as Reference)
  return document && contentItem(document, context)
}
