/**
 * @file What a renderer gives: a drawing that can be put on a canvas for any moment of its play.
 *
 * A drawing is laid out once and reads no clock: the moment is handed in, so a screenshot, a preview and
 * the LED agree. It always covers the whole picture, first pixel to last.
 */
import type { Instant } from '../../contracts/part.ts'
import type { TextTools } from '../text/lines.ts'

export interface Frame {
  /** Picture size in LED pixels. */
  width: number
  height: number
  /** How long the item stays. */
  seconds: number
  /** IANA name, for the clock. */
  zone: string
  /** No message is set smaller, since it could not be read from where people stand. */
  minCharacterPx?: number
  /** It is the whole picture: nothing is laid over it. */
  alone?: true
  /** Whose picture it is, for a technician. */
  screen?: { id: string; title: string }
}

export interface Moment {
  /** Since the play began. */
  elapsedMs: number
  /** By the corrected clock. */
  instant: Instant
}

export type Pen = Pick<
  CanvasRenderingContext2D,
  'fillStyle' | 'fillRect' | 'fillText' | 'font' | 'textBaseline' | 'textAlign' | 'drawImage' | 'globalAlpha'
>

export interface Drawing {
  draw(pen: Pen, moment: Moment): void
  /** Milliseconds until the picture changes: 0 = with every frame, `Infinity` = never. */
  changesIn(moment: Moment): number
}

/** A decoded picture, or a video element at its current frame. */
export interface Picture {
  source: CanvasImageSource
  width: number
  height: number
}

export interface FilmPicture extends Picture {
  /** Seconds into the film. */
  time(): number
}

/** What every renderer is handed beside its item. */
export type RendererTools = TextTools
