/**
 * @file One picture for all scenes of one broadcast: a scene that follows another of the same broadcast
 * takes the picture over while it moves, so that nobody sees the change.
 *
 * Scenes follow each other in a broadcast whenever the set of open events changes, and at midnight.
 */
import { openPicture, type LivePicture, type PictureWorld, type Sound } from './picture.ts'

export interface SharedPicture extends Omit<LivePicture, 'release'> {
  /** @param dead nobody may take it over any more */
  release(dead: boolean): void
}

export interface Pictures {
  /** @param height of the screen in LED pixels */
  take(stream: string, sound: Sound, height: number): SharedPicture
}

interface Held {
  picture: LivePicture
  holders: number
}

export function openPictures(world: PictureWorld, open: typeof openPicture = openPicture): Pictures {
  const held = new Map<string, Held>()
  return {
    take(stream, sound, height) {
      const mine = held.get(stream) ?? { picture: open(stream, sound, height, world), holders: 0 }
      held.set(stream, mine)
      mine.holders++
      let released = false
      return {
        ...mine.picture,
        release(dead) {
          if (released) return
          released = true
          mine.holders--
          if ((dead || mine.holders === 0) && held.get(stream) === mine) held.delete(stream)
          if (mine.holders === 0) mine.picture.release()
        },
      }
    },
  }
}
