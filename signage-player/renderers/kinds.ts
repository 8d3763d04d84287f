/**
 * @file The kinds of items that are loaded when a screen shows one: a registry of chunks.
 *
 * Sheets, pictures and films share this chunk; each rarer kind has its own. The shell precaches them all,
 * so they are at hand without a network.
 */
import type { Item } from '../../contracts/schedule/index.ts'
import { stillScene, type Scene, type SceneWorld } from '../composition/scene.ts'
import { drawClock } from './clock.ts'
import type { Frame } from './drawing.ts'
import { drawImageItem, drawVideoItem } from './picture.ts'
import type { PlainItem } from './plain-items.ts'
import { drawSheet } from './sheet.ts'
import { sheetOf } from './sheets.ts'

export type LoadedItem = Exclude<Item, PlainItem>

/** Rejects when an asset is missing or broken. */
export async function loadedScene(
  item: LoadedItem,
  frame: Frame,
  elapsedMs: number,
  world: SceneWorld,
): Promise<Scene> {
  const { tools } = world
  switch (item.kind) {
    case 'image': {
      const picture = await world.decodePicture(item.asset)
      return {
        ...stillScene(drawImageItem(item, picture, frame, tools), frame),
        release: picture.release,
      }
    }
    case 'video': {
      const film = await world.openFilm(item, elapsedMs)
      const { play: start, waits, stuck, release } = film
      return { drawing: drawVideoItem(item, film, frame, tools), frame, start, waits, stuck, release }
    }
    case 'live':
      return world.openLive(item, frame)
    case 'clock':
      return stillScene(drawClock(item, frame, tools), frame)
    case 'gallery':
      return (await import('./gallery.ts')).openGallery(item, frame, elapsedMs, world)
    case 'board':
      return stillScene((await import('./board.ts')).drawBoard(item, frame, tools), frame)
    case 'countdown':
      return stillScene((await import('./countdown.ts')).drawCountdown(item, frame, tools), frame)
    case 'testPattern':
      return stillScene((await import('./test-pattern.ts')).drawTestPattern(frame, tools), frame)
    default:
      return stillScene(drawSheet(sheetOf(item), frame, tools), frame)
  }
}
