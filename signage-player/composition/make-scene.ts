/**
 * @file From an item to its scene.
 *
 * Slogan and hotline are ready at once; of all else the chunk must be loaded first, and pictures and films
 * when their first frame is.
 */
import type { Item } from '../../contracts/schedule/index.ts'
import type { Frame } from '../renderers/drawing.ts'
import { drawPlainItem } from '../renderers/plain-items.ts'
import { stillScene, type Scene, type SceneWorld } from './scene.ts'

/** Ready at once where nothing has to be decoded. Rejects when an asset is missing or broken. */
export function makeScene(
  item: Item,
  frame: Frame,
  elapsedMs: number,
  world: SceneWorld,
): Scene | Promise<Scene> {
  if (item.kind === 'slogan' || item.kind === 'hotline')
    return stillScene(drawPlainItem(item, frame, world.tools), frame)
  return import('../renderers/kinds.ts').then(({ loadedScene }) => loadedScene(item, frame, elapsedMs, world))
}
