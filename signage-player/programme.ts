/**
 * @file What is on: directs content or an announcement to the stage, and tells what was shown.
 *
 * Dark by hours or by an order the stage shows black and nothing plays; out of touch with the server
 * nothing is shown that may have been withdrawn in a hurry. Nothing here reads a clock or touches the page
 * by itself; all of it is handed in.
 */
import type { Manifest, ScreenProfile } from '../contracts/manifest.ts'
import type { NowPlaying } from '../contracts/messages.ts'
import { defaultZone } from '../contracts/schedule/defaults.ts'
import type { Item, Schedule } from '../contracts/schedule/index.ts'
import { needsOf, wanted, type CanPlay } from './assets/needs.ts'
import type { Assets } from './assets/shelf.ts'
import { openDirector } from './composition/director.ts'
import { stillScene, type Scene } from './composition/scene.ts'
import { fallbackOnly, withoutShortLived } from './lease.ts'
import type { State } from './machine.ts'
import { openProof, titleMax, type ProofWorld } from './proof.ts'
import type { Drawing, Frame } from './renderers/drawing.ts'
import type { CorrectedClock } from './time/clock.ts'
import type { Wait } from './time/wait.ts'

export interface Seen {
  nowPlaying: NowPlaying | null
  source: string
  /** By the machine's own clock; 0 before the first. */
  lastSwitchAt: number
}

/** What the programme needs of the world; the player has it too. */
export interface ProgrammeWorld {
  clock: CorrectedClock
  wall(): number
  steady(): number
  wait: Wait
  assets: Assets
  canPlay: CanPlay
  makeScene(item: Item, frame: Frame, elapsedMs: number): Scene | Promise<Scene>
  /** Announcements are drawn by a chunk that a screen which plays never loads. */
  drawAnnouncement(state: State, frame: Frame): Promise<Drawing>
  show(scene: Scene, elapsedMs: number): void
  /** Size in LED pixels while no profile is known. */
  ownSize(): { width: number; height: number }
  /** Puts the picture where the LED processor takes it. */
  place(profile: ScreenProfile | null): void
  /** Dark by the hours of the profile that was placed last, or by an order. */
  asleep(): boolean
  report(where: string, error: unknown): void
}

export interface ProgrammeEvents extends Pick<ProofWorld, 'write'> {
  /** Whether the server was heard lately. */
  inTouch(): boolean
  /** At least once a second while content plays. */
  looked(): void
  changed(): void
}

interface Playing {
  manifest: Manifest
  rule: 'timetable' | 'fallback'
}

const announcementSeconds = 3_600

export function openProgramme(world: ProgrammeWorld, events: ProgrammeEvents) {
  const { clock, steady, wait, assets, canPlay, makeScene, show, report } = world
  const idle: Seen = { nowPlaying: null, source: '', lastSwitchAt: 0 }
  let seen = idle
  /** Bumped with every change between content and announcements. */
  let turn = 0
  let playing: Playing | null = null
  let asleep = false
  let inTouch = true

  const see = (next: Seen): void => {
    seen = next
    events.changed()
  }
  const now = () => clock.reading().now
  const proof = openProof({ reading: clock.reading, steady, write: events.write })
  const director = openDirector({
    now,
    steady,
    wait,
    makeScene,
    show,
    ready(item) {
      if ((item.kind === 'clock' || item.kind === 'countdown') && !clock.reading().trusted) return false
      return needsOf(item, canPlay)?.every(assets.has) ?? false
    },
    switched({ item, source }, on) {
      proof.began(on)
      const nowPlaying = {
        item: item.id,
        title: item.title.slice(0, titleMax),
        kind: item.kind,
        since: now(),
      }
      see({ nowPlaying, source, lastSwitchAt: world.wall() })
    },
    finished: proof.finished,
    broken(item, why) {
      report(item.kind === 'video' ? 'film-stuck' : 'item-broken', `${item.id}: ${String(why)}`)
      for (const name of needsOf(item, canPlay) ?? []) assets.doubt(name)
    },
    looked() {
      events.looked()
      if (events.inTouch() !== inTouch) follow()
    },
  })
  const still = (drawing: Drawing, frame: Frame): void => {
    director.stop()
    proof.began(null)
    show(stillScene(drawing, frame), 0)
    see(idle)
  }
  const follow = (): void => {
    if (!playing) return
    const { schedule, screen, revision } = playing.manifest
    asleep = world.asleep()
    if (asleep) {
      const { width, height } = screen
      const black: Drawing = {
        draw(pen) {
          pen.fillStyle = '#000'
          pen.fillRect(0, 0, width, height)
        },
        changesIn: () => Infinity,
      }
      return still(black, { width, height, seconds: announcementSeconds, zone: defaultZone })
    }
    inTouch = events.inTouch()
    const ruled = playing.rule === 'timetable' ? schedule : { ...schedule, events: [] }
    director.follow({ schedule: inTouch ? ruled : withoutShortLived(ruled, screen), screen, revision })
  }
  const lookAtLight = (): void => {
    if (world.asleep() !== asleep) follow()
  }
  return {
    /** @param rule with `fallback` the manifest's events are left aside */
    play(manifest: Manifest, rule: Playing['rule']): void {
      turn++
      const { ticker: _strip, ...bare } = manifest.screen
      // The strip is part of the timetable: it may not outlive it.
      const screen = rule === 'timetable' ? manifest.screen : bare
      const { schedule } = manifest
      playing = { manifest: { ...manifest, screen }, rule }
      const needs = (of: Schedule) => wanted(of, screen, manifest.assets, now(), canPlay)
      const bytesMax = screen.cacheBytesMax
      assets.need({ assets: needs(schedule), essential: needs(fallbackOnly(schedule, screen)), bytesMax })
      world.place(screen)
      follow()
    },
    async announce(state: State): Promise<void> {
      const mine = ++turn
      const frame = { ...world.ownSize(), seconds: announcementSeconds, zone: defaultZone }
      const drawing = await world.drawAnnouncement(state, frame)
      if (mine !== turn) return
      playing = null
      asleep = false
      world.place(null)
      still(drawing, frame)
    },
    /** The time was mended, or the page is seen again. */
    recompute(): void {
      proof.settle()
      lookAtLight()
      if (events.inTouch() !== inTouch) follow()
      director.recompute()
    },
    lightChanged: lookAtLight,
    touch: proof.settle,
    assetsChanged: director.assetsChanged,
    failed: director.failed,
    remake: director.remake,
    overdueMs: director.overdueMs,
    revived: director.revived,
    seen: () => seen,
  }
}
