/**
 * @file Several pictures in one item, each with its words, one giving way to the next.
 *
 * Two pictures are held at most: the one that is on and the next, which is decoded while the other stands;
 * what has been covered is freed. A picture that cannot be decoded is passed over. Which is on follows
 * from the moment alone, so screens of one group agree.
 */
import type { GalleryItem } from '../../contracts/schedule/items.ts'
import type { Scene, SceneWorld } from '../composition/scene.ts'
import { arrange, type Arrangement } from './captioned.ts'
import type { Frame, Pen, Picture } from './drawing.ts'
import { black } from './palette.ts'
import { fill } from './pen.ts'
import { wordsOf, type Words } from './picture.ts'

const changeMs = 600
/** Where picture and words take turns, the picture has this share of the time. */
const pictureShare = 0.6
/** Until a picture that is late has come. */
const lookAgainMs = 100

interface Held {
  picture: Picture & { release(): void }
  at: Arrangement
  words: Words | null
}

export async function openGallery(
  item: GalleryItem,
  frame: Frame,
  elapsedMs: number,
  world: SceneWorld,
): Promise<Scene> {
  const { pictures, change } = item
  const { width, height } = frame
  const count = pictures.length
  const eachMs = (frame.seconds * 1_000) / count
  const held = new Map<number, Held | null>()
  let released = false
  /** What is drawn while the picture that is due is not there. */
  let last: Held | null = null

  const indexAt = (ms: number): number => Math.min(count - 1, Math.max(0, Math.floor(ms / eachMs)))
  const load = async (index: number): Promise<Held> => {
    const { asset, caption } = pictures[index] ?? { asset: '', caption: '' }
    const picture = await world.decodePicture(asset)
    const at = arrange(picture, frame, caption !== '')
    return { picture, at, words: caption === '' ? null : wordsOf(caption, at, frame, world.tools) }
  }
  const prefetch = (index: number): void => {
    if (index >= count || held.has(index)) return
    held.set(index, null)
    load(index).then(
      (one) => {
        if (released || !held.has(index)) one.picture.release()
        else held.set(index, one)
      },
      // The one before stays on in its place.
      () => undefined,
    )
  }
  /** The clock may have gone back, so what lies far ahead is freed too. */
  const freeAround = (index: number): void => {
    for (const [of, one] of held)
      if ((of < index || of > index + 1) && one !== last) {
        one?.picture.release()
        held.delete(of)
      }
  }
  const drawWords = ({ at, words }: Held, pen: Pen, ms: number): void => {
    if (!words) return
    const from = at.words ? 0 : pictureShare
    const share = (ms / eachMs - from) / (1 - from)
    if (share >= 0) words.draw(pen, Math.min(words.pages - 1, Math.floor(share * words.pages)))
  }
  /** @param reach how far from the left edge the picture is uncovered */
  const drawPicture = (pen: Pen, { picture, at }: Held, reach: number): void => {
    const place = at.picture
    fill(pen, black, 0, 0, reach, height)
    const shown = Math.min(place.width, reach - place.x)
    if (shown <= 0) return
    const cut = (shown / place.width) * picture.width
    pen.drawImage(picture.source, 0, 0, cut, picture.height, place.x, place.y, shown, place.height)
  }
  const draw = (pen: Pen, ms: number): void => {
    const index = indexAt(ms)
    const into = ms - index * eachMs
    const due = held.get(index)
    const before = last
    prefetch(index)
    if (!due || !before || before === due || into >= changeMs) {
      const one = due ?? before
      if (!one) return fill(pen, black, 0, 0, width, height)
      last = one
      freeAround(index)
      if (one === due) prefetch(index + 1)
      drawPicture(pen, one, width)
      return drawWords(one, pen, one === due ? into : eachMs - 1)
    }
    const share = into / changeMs
    drawPicture(pen, before, width)
    if (change === 'fade') pen.globalAlpha = share
    drawPicture(pen, due, change === 'fade' ? width : Math.round(width * share))
    pen.globalAlpha = 1
    // Two captions over one another cannot be read: they change at once, half-way.
    drawWords(share < 0.5 ? before : due, pen, share < 0.5 ? eachMs - 1 : into)
  }
  const changesIn = (ms: number): number => {
    const index = indexAt(ms)
    const into = ms - index * eachMs
    const one = held.get(index)
    if (!one) return lookAgainMs
    if (last !== one) return 0
    const toNext = index + 1 < count ? eachMs - into : Infinity
    if (!one.words) return toNext
    const from = one.at.words ? 0 : pictureShare * eachMs
    const page = (eachMs - from) / one.words.pages
    const turn = into < from ? from - into : page - ((into - from) % page)
    return Math.max(1, Math.min(toNext, turn))
  }
  const first = indexAt(elapsedMs)
  const opened = await load(first)
  held.set(first, opened)
  last = opened
  return {
    drawing: {
      draw: (pen, moment) => draw(pen, moment.elapsedMs),
      changesIn: (moment) => changesIn(moment.elapsedMs),
    },
    frame,
    start: () => undefined,
    stuck: () => false,
    release() {
      released = true
      for (const one of held.values()) one?.picture.release()
      held.clear()
    },
  }
}
