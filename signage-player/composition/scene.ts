/**
 * @file A scene: one item made ready to be shown, with everything decoded that it needs.
 *
 * A scene that was made must be released, shown or not.
 */
import type { LiveItem, VideoItem } from '../../contracts/schedule/index.ts'
import type { Drawing, FilmPicture, Frame, Picture, RendererTools } from '../renderers/drawing.ts'

export interface Scene {
  drawing: Drawing
  /** The size in LED pixels that it was laid out for. */
  frame: { width: number; height: number }
  /** Nothing is laid over it: neither strip nor mark. */
  alone?: boolean
  /** Begins to move; `elapsedMs` into its play. */
  start(elapsedMs: number): void
  /** True while it has no frame to draw, as a film that is being sought: the last one stays. */
  waits?(): boolean
  /** True when it cannot go on. */
  stuck(): boolean
  release(): void
}

export interface Film extends FilmPicture {
  play(elapsedMs: number): void
  waits(): boolean
  stuck(): boolean
  release(): void
}

export interface SceneWorld {
  tools: RendererTools
  decodePicture(sha256: string): Promise<Picture & { release(): void }>
  /** Opens the film's playable source and decodes the frame at `elapsedMs`. */
  openFilm(item: VideoItem, elapsedMs: number): Promise<Film>
  /** Broadcasts are a chunk of their own. */
  openLive(item: LiveItem, frame: Frame): Promise<Scene>
}

const nothing = (): void => undefined
const never = (): boolean => false

export function stillScene(drawing: Drawing, frame: Scene['frame']): Scene {
  return { drawing, frame, start: nothing, stuck: never, release: nothing }
}
