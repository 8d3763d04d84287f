/**
 * @file A broadcast as a scene. A chunk of its own, with all that is needed for HLS: a screen that shows no
 * broadcast never loads it.
 *
 * The scene is ready at once and is never without a picture: a card until the first frame, the frames while
 * they come, a card when they stop; then it gives up its place, and asks in the background whether the
 * broadcast goes on. Before its time it does not touch the network.
 */
import type { Instant } from '../../contracts/part.ts'
import type { LiveItem } from '../../contracts/schedule/items.ts'
import type { localInstant, wallClock } from '../../contracts/schedule/zone.ts'
import type { Scene } from '../composition/scene.ts'
import type { Drawing, Frame, RendererTools } from '../renderers/drawing.ts'
import type { drawVideoItem } from '../renderers/picture.ts'
import type { drawPlainItem } from '../renderers/plain-items.ts'
import type { Wait } from '../time/wait.ts'
import { drawCard, type CardState } from './cards.ts'
import { openPictures, type SharedPicture } from './shared.ts'
import { openWatchdog, probe } from './watch.ts'

/** Handed in, as all that the page has already: this chunk must hold nothing twice. */
export interface PageFunctions {
  drawPlainItem: typeof drawPlainItem
  drawVideoItem: typeof drawVideoItem
  localInstant: typeof localInstant
  wallClock: typeof wallClock
}

export interface LiveWorld extends PageFunctions {
  tools: RendererTools
  element(): HTMLVideoElement
  fetchText(path: string): Promise<string>
  /** 0 = muted. */
  volumePercent(): number
  now(): Instant
  steady(): number
  wait: Wait
  report(where: string, error: unknown): void
  /** The broadcast of this item moves again. */
  revived(item: string): void
}

/** How long a card stays that says why there is no picture. */
const cardStaysMs = 5_000
/** The title, and then what the document says of captions. */
const titleSeconds = 8
const forEver = 1e9
const fetchLookMs = 100

/** @returns what makes a scene of a broadcast */
export function openLive(world: LiveWorld): (item: LiveItem, frame: Frame) => Scene {
  const pictures = openPictures(world)
  const probes = new Map<string, () => void>()
  const endProbe = (id: string): void => {
    probes.get(id)?.()
    probes.delete(id)
  }
  const beginProbe = ({ id, stream }: LiveItem, ends: Instant): void => {
    endProbe(id)
    const end = probe(stream, {
      fetchText: world.fetchText,
      wait: world.wait,
      wanted: () => world.now() < ends,
      alive() {
        probes.delete(id)
        world.revived(id)
      },
    })
    probes.set(id, end)
  }

  return (item, frame) => {
    const begins = world.localInstant(frame.zone, item.begins) ?? Infinity
    const ends = world.localInstant(frame.zone, item.ends) ?? -Infinity
    let picture: SharedPicture | null = null
    let drawing: Drawing | null = null
    let laidOutFor = ''
    let elapsedSeconds = 0
    let still: () => boolean = () => false
    let given: { state: CardState; until: number } | null = null

    const captions = [
      { from: 0, to: titleSeconds, text: item.title },
      ...(item.note ? [{ from: titleSeconds, to: forEver, text: item.note }] : []),
    ]
    const film = {
      kind: 'video',
      id: item.id,
      title: item.title,
      sources: [],
      genre: 'promotion',
      captions,
    } as const
    const card = drawCard(
      item,
      { ...frame, begins },
      (now) => given?.state ?? (now < begins ? 'coming' : now >= ends ? 'over' : 'fetching'),
      (text, size) => world.drawPlainItem(text, size, world.tools),
      world.wallClock,
    )
    const letGo = (dead: boolean): void => {
      picture?.release(dead)
      picture = null
    }
    const open = (): void => {
      if (picture || given || world.now() < begins || world.now() >= ends) return
      const sound = { muted: item.muted, volumePercent: world.volumePercent() }
      picture = pictures.take(item.stream, sound, frame.height)
      laidOutFor = ''
      still = openWatchdog(world.steady, picture.shown)
    }
    const giveUp = (state: CardState, staysMs: number): void => {
      given = { state, until: world.steady() + staysMs }
      letGo(true)
      beginProbe(item, ends)
    }
    /** Laid out again whenever the network allows another quality, which has another size. */
    const moves = (): Drawing | null => {
      if (!picture?.ready()) return null
      const { element } = picture
      const { videoWidth: width, videoHeight: height } = element
      if (laidOutFor !== `${width}x${height}`) {
        laidOutFor = `${width}x${height}`
        const shown = { source: element, width, height, time: () => elapsedSeconds }
        drawing = world.drawVideoItem(film, shown, frame, world.tools)
      }
      return drawing
    }
    open()
    return {
      frame,
      drawing: {
        draw(pen, moment) {
          elapsedSeconds = moment.elapsedMs / 1_000
          const on = moves() ?? card
          on.draw(pen, moment)
        },
        changesIn: (moment) => (moves() ? 0 : picture ? fetchLookMs : card.changesIn(moment)),
      },
      start() {
        open()
        // What was prepared ahead of its time has not been watched yet.
        if (picture) still = openWatchdog(world.steady, picture.shown)
        endProbe(item.id)
      },
      stuck() {
        open()
        if (picture?.stopped()) giveUp('over', 0)
        else if (picture?.ended()) giveUp('over', cardStaysMs)
        else if (picture && still()) giveUp('lost', cardStaysMs)
        return given !== null && world.steady() >= given.until
      },
      release: () => letGo(false),
    }
  }
}
