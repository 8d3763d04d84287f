/** @file What compiling asks of those who make pictures and films fit a screen. */
import type { ManifestAsset } from '../../contracts/manifest.ts'
import type { WebVtt } from '../../contracts/webvtt.ts'

/** An asset as screens of one size need it. */
export interface RenditionRequest {
  assetId: string
  path: string
  mimeType: string
  /** Of the screen; the rendition is no larger. */
  size: { width: number; height: number }
  /** `poster`: one frame of the film. */
  as: 'picture' | 'film' | 'poster'
  /** Films: the screen lets them be heard. */
  sound: boolean
}

/** What is known of a film whose bytes have been looked at. */
export interface KnownFilm {
  seconds: number
  sound: boolean
  /** By its bytes, whatever it was uploaded as. */
  container: 'mp4' | 'webm'
}

/** A file of captions in the lake. */
export type CaptionFile = Pick<RenditionRequest, 'assetId' | 'path'>

export interface Renditions {
  /** The finished rendition, or `null`: it is then made and the screen compiled again, or was refused. */
  find(request: RenditionRequest): ManifestAsset | null
  /** `null` until the film has been looked at; left out: no film ever is. */
  film?(assetId: string): KnownFilm | null
  /** `null` until the file has been read; left out: none ever is. */
  captions?(file: CaptionFile): WebVtt | null
}
