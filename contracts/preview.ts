/**
 * @file What passes between the Studio, the scheduler and the player's preview page, when something that is
 * still being written is looked at as a screen would show it.
 *
 * Pure shapes. The scheduler compiles a draft into the items that a manifest would carry; the preview page
 * draws them with the player's own renderers. Messages to and from the page stay within one origin.
 */
import type { PlayableType } from './documents/signage.ts'
import type { DocumentType } from './documents/index.ts'
import { playableTypes } from './documents/playlists.ts'
import type { ScreenProfile } from './manifest.ts'
import type { Instant } from './part.ts'
import type { Item } from './schedule/items.ts'

/** Types of documents that screens show, by themselves or line after line. */
export const previewedTypes = [
  ...playableTypes,
  'typicalCase',
  'noticeTemplate',
  'playlist',
] as const satisfies readonly (PlayableType | 'typicalCase' | 'noticeTemplate' | 'playlist')[]
export type PreviewedType = (typeof previewedTypes)[number]

/** Types of documents that have a page of their own on the site. */
export const pagedTypes = [
  'legalQuestion',
  'lawyer',
  'lawOffice',
  'county',
  'village',
  'muralCampaign',
  'mural',
  'cultureSite',
  'law',
  'newsItem',
  'typicalCase',
  'activity',
  'slogan',
  'screen',
] as const satisfies readonly DocumentType[]

/** The sizes that signs commonly have: door signs, village signs, squares, a wall, a pillar, a ribbon. */
export const commonSizes = [
  [96, 48],
  [192, 96],
  [320, 160],
  [384, 192],
  [1920, 1080],
  [192, 384],
  [512, 64],
] as const

/** Screens of one size, pitch and distance, or a common size that need not exist. */
export interface PreviewSign {
  /** The id of one of the screens, or `192x96`. */
  key: string
  width: number
  height: number
  pitchMm: number | null
  viewingDistanceM: number | null
  /** How many screens are such, and what some of them are called; 0 for a common size. */
  count: number
  titles: readonly string[]
}

/**
 * `small`: letters cannot be read from where people stand · `long`: no time suffices · `short`: its time does
 * not suffice · `unmeasured`: the screen's own measures are not filled in · `absent`: it is not shown at all.
 */
export type PreviewProblemKind = 'small' | 'long' | 'short' | 'unmeasured' | 'absent'

export interface PreviewProblem {
  kind: PreviewProblemKind
  /** A Chinese sentence with its remedy. */
  text: string
  /** What some of the screens are called on which it is so; empty: on all. */
  screens: readonly string[]
  /** On how many. */
  count: number
}

export interface PreviewAsset {
  /** As the item names it: the sha256 of the bytes, or the lake's id of a film that is shown as it is. */
  asset: string
  /** Path on this origin. */
  url: string
}

export interface PreviewItem {
  /** Of the playlist's line, or the document's id. */
  key: string
  item: Item
  seconds: number
}

/** What a sign shows, ready to be drawn. */
export interface PreviewShow {
  screen: ScreenProfile
  zone: string
  items: readonly PreviewItem[]
  assets: readonly PreviewAsset[]
  /** Pictures for this size, and a font with these letters, that are still being made: ask again soon. */
  making: number
  /** A film is shown as it was uploaded, not as it is made for this sign. */
  filmAsIs: boolean
}

export interface PreviewAnswer {
  signs: readonly PreviewSign[]
  problems: readonly PreviewProblem[]
  /** Field of the document that must be filled in before any screen shows it. */
  missing: string | null
  /** `null` where it was not asked for. */
  show: PreviewShow | null
}

/** From the Studio to the page. */
export interface ShowMessage {
  type: 'pufa-preview-show'
  /** Comes back with what was drawn. */
  request: number
  screen: ScreenProfile
  zone: string
  item: Item
  seconds: number
  assets: readonly PreviewAsset[]
  /** Into its play. */
  elapsedMs: number
  /** At the begin of the play, by the clock that the item shows. */
  from: Instant
  playing: boolean
}

export interface MoveMessage {
  type: 'pufa-preview-move'
  elapsedMs: number
  playing: boolean
}

export interface LookMessage {
  type: 'pufa-preview-look'
  /** The grid of single lights is laid over the picture. */
  dots: boolean
  /** 1–100. */
  brightnessPercent: number
}

/** From the page to the Studio. */
export interface ReadyMessage {
  type: 'pufa-preview-ready'
}

export interface DrawnMessage {
  type: 'pufa-preview-drawn'
  request: number
  /** Em size in pixels in which most letters stand; `null` where there are none. */
  characterPx: number | null
  /** When pages turn, from 0 on, in ms; one alone where nothing turns. */
  turns: readonly number[]
}

export interface AtMessage {
  type: 'pufa-preview-at'
  request: number
  elapsedMs: number
  /** The play is over. */
  ended: boolean
}

export interface FailedMessage {
  type: 'pufa-preview-failed'
  request: number
}

export type ToPreview = ShowMessage | MoveMessage | LookMessage
export type FromPreview = ReadyMessage | DrawnMessage | AtMessage | FailedMessage

export const previewPath = '/player/preview/index.html'
