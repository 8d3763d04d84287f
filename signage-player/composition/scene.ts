/**
 * @file A scene: one item made ready to be shown, with everything decoded that it needs.
 *
 * Text is ready at once; pictures and films when their first frame is. A scene that was made must be
 * released, shown or not.
 */
import type { Item, VideoItem } from '../../contracts/schedule/index.ts'
import type { Drawing, FilmPicture, Frame, Picture, RendererTools } from '../renderers/drawing.ts'
import { drawImageItem, drawVideoItem } from '../renderers/picture.ts'
import { drawTextItem } from '../renderers/text-items.ts'

export interface Scene {
  drawing: Drawing
  /** The size in LED pixels that it was laid out for. */
  frame: { width: number; height: number }
  /** Nothing is laid over it: neither strip nor mark. */
  alone?: boolean
  /** Begins to move; `elapsedMs` into its play. */
  start(elapsedMs: number): void
  /** True when it cannot go on. */
  stuck(): boolean
  release(): void
}

export interface Film extends FilmPicture {
  play(elapsedMs: number): void
  stuck(): boolean
  release(): void
}

export interface SceneWorld {
  tools: RendererTools
  decodePicture(sha256: string): Promise<Picture & { release(): void }>
  /** Opens the film's playable source and decodes the frame at `elapsedMs`. */
  openFilm(item: VideoItem, elapsedMs: number): Promise<Film>
}

const nothing = (): void => undefined
const never = (): boolean => false

export function stillScene(drawing: Drawing, frame: Scene['frame']): Scene {
  return { drawing, frame, start: nothing, stuck: never, release: nothing }
}

/** Ready at once where nothing has to be decoded. Rejects when an asset is missing or broken. */
export function makeScene(
  item: Item,
  frame: Frame,
  elapsedMs: number,
  world: SceneWorld,
): Scene | Promise<Scene> {
  switch (item.kind) {
    case 'image':
      return world.decodePicture(item.asset).then((picture) => ({
        ...stillScene(drawImageItem(item, picture, frame, world.tools), frame),
        release: picture.release,
      }))
    case 'video':
      return world.openFilm(item, elapsedMs).then((film) => ({
        drawing: drawVideoItem(item, film, frame, world.tools),
        frame,
        start: film.play,
        stuck: film.stuck,
        release: film.release,
      }))
    default:
      return stillScene(drawTextItem(item, frame, world.tools), frame)
  }
}
