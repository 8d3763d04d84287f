/**
 * @file What one turn on a screen shows, complete enough to be drawn without a network.
 *
 * An asset is named by the sha256 of its bytes; the manifest says where to fetch it.
 */
import type { LocalDate, LocalDateTime } from '../documents/base.ts'
import type { SloganLayout, VideoGenre } from '../documents/index.ts'

/** Rows of a QR code, `1` for dark; made on the server so that the player carries no encoder. */
export interface QrCode {
  url: string
  rows: readonly string[]
}

interface ItemBase {
  /** Document id, or the id of the playlist entry for items that are no documents. */
  id: string
  title: string
  /** Half-open; counts to the second, mid-play included. */
  validFrom?: LocalDateTime
  validUntil?: LocalDateTime
  /** It has the whole picture: neither strip nor mark stands beside it. */
  alone?: true
}

export interface SloganItem extends ItemBase {
  kind: 'slogan'
  /** Parted by meaning; the player breaks further only where a line does not fit. */
  lines: readonly string[]
  layout: SloganLayout
  tone: 'plain' | 'solemn'
  signature: string
}

export interface NoticeItem extends ItemBase {
  kind: 'notice'
  text: string
  issuer: string
  validUntil: LocalDateTime
}

export interface ImageItem extends ItemBase {
  kind: 'image'
  asset: string
  caption?: string
}

export interface VideoCaption {
  /** Seconds from the start of the film. */
  from: number
  to: number
  text: string
}

export interface VideoItem extends ItemBase {
  kind: 'video'
  /** In order of preference; the player takes the first type it can decode. */
  sources: readonly { asset: string; type: string }[]
  /**
   * Stands for the film where it cannot be shown: the same id, so it has the film's turns and limits, and a
   * title and kind of its own, so that no record says that the film was seen.
   */
  still?: ImageItem
  genre: VideoGenre
  captions: readonly VideoCaption[]
}

export interface LawyerTalkItem extends ItemBase {
  kind: 'lawyerTalk'
  speaker: string
  paragraphs: readonly string[]
}

export interface QuestionItem extends ItemBase {
  kind: 'question'
  question: string
  answer: string
  source: string
  qr?: QrCode
}

export interface HotlineItem extends ItemBase {
  kind: 'hotline'
  number: string
  text: string
  hours: string
  qr?: QrCode
}

export interface ClockItem extends ItemBase {
  kind: 'clock'
  signature: string
}

/** Pictures of one village or one round of painting, one after the other, each with its words. */
export interface GalleryItem extends ItemBase {
  kind: 'gallery'
  /** `id` of the document that each is of, so that one can be withdrawn alone. */
  pictures: readonly { id: string; asset: string; caption: string }[]
  change: 'fade' | 'wipe'
}

/** How many days are left until a day, by the screen's own calendar; it ends with that day. */
export interface CountdownItem extends ItemBase {
  kind: 'countdown'
  /** The first day of what is awaited, which `title` names. */
  day: LocalDate
  note: string
  validUntil: LocalDateTime
}

/** A small table of figures. */
export interface BoardItem extends ItemBase {
  kind: 'board'
  rows: readonly { label: string; value: string; unit: string }[]
  asOf: LocalDate
  source: string
}

/** Shows a technician whether every pixel of the sign is where it should be. */
export interface TestPatternItem extends ItemBase {
  kind: 'testPattern'
}

/**
 * A broadcast, relayed through this origin. The same kind also announces it before its time and says
 * afterwards that it is over: what is drawn follows from the clock.
 */
export interface LiveItem extends ItemBase {
  kind: 'live'
  /** Path of the relayed playlist on this origin. */
  stream: string
  /** The broadcast, half-open, in the screen's zone. */
  begins: LocalDateTime
  ends: LocalDateTime
  validUntil: LocalDateTime
  muted: boolean
  /** What stands at the foot of the picture, for instance where to read along. */
  note?: string
  /** What the card says when the broadcast is over. */
  closing: string
}

export type Item =
  | SloganItem
  | NoticeItem
  | ImageItem
  | VideoItem
  | LawyerTalkItem
  | QuestionItem
  | HotlineItem
  | ClockItem
  | GalleryItem
  | CountdownItem
  | BoardItem
  | TestPatternItem
  | LiveItem
export type ItemKind = Item['kind']

/** Whether the item shows one of these documents, alone or among others. */
export function isOf(item: Item, ids: ReadonlySet<string>): boolean {
  return ids.has(item.id) || (item.kind === 'gallery' && item.pictures.some(({ id }) => ids.has(id)))
}

/** Built into every player: shown when even the fallback playlist has nothing that may play. */
export const safeItem: HotlineItem = {
  kind: 'hotline',
  id: 'safe-item',
  title: '法律服务热线',
  number: '12348',
  text: '法律问题 免费咨询',
  hours: '',
}
