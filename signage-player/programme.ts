/**
 * @file What is on: directs content or an announcement to the stage, and tells what was shown.
 *
 * Nothing here reads a clock or touches the page by itself; all of it is handed in.
 */
import type { Manifest, ScreenProfile } from '../contracts/manifest.ts'
import type { NowPlaying } from '../contracts/messages.ts'
import { defaultZone } from '../contracts/schedule/defaults.ts'
import type { Item } from '../contracts/schedule/index.ts'
import type { AssetKeeper } from './assets/keeper.ts'
import { needsOf, wanted, type CanPlay } from './assets/needs.ts'
import { openDirector } from './composition/director.ts'
import { stillScene, type Scene } from './composition/scene.ts'
import type { State } from './machine.ts'
import { openProof, titleMax } from './proof.ts'
import type { Drawing, Frame } from './renderers/drawing.ts'
import type { FinishedPlay } from './store/store.ts'
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
  assets: AssetKeeper
  canPlay: CanPlay
  makeScene(item: Item, frame: Frame, elapsedMs: number): Scene | Promise<Scene>
  /** Announcements are drawn by a chunk that a screen which plays never loads. */
  drawAnnouncement(state: State, frame: Frame): Promise<Drawing>
  show(scene: Scene, elapsedMs: number): void
  /** Size in LED pixels while no profile is known. */
  ownSize(): { width: number; height: number }
  /** Puts the picture where the LED processor takes it. */
  place(profile: ScreenProfile | null): void
  report(where: string, error: unknown): void
}

export interface ProgrammeEvents {
  write(play: FinishedPlay): void
  /** At least once a second while content plays. */
  looked(): void
  changed(): void
}

const announcementSeconds = 3_600

export function openProgramme(world: ProgrammeWorld, events: ProgrammeEvents) {
  const { clock, steady, wait, assets, canPlay, makeScene, show, report } = world
  const idle: Seen = { nowPlaying: null, source: '', lastSwitchAt: 0 }
  let seen = idle
  /** Bumped with every change between content and announcements. */
  let turn = 0

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
      if (item.kind === 'clock' && !clock.reading().trusted) return false
      return needsOf(item, canPlay)?.every(assets.has) ?? false
    },
    switched({ item, source }) {
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
      report(item.id, why)
      for (const name of needsOf(item, canPlay) ?? []) assets.doubt(name)
    },
    looked: events.looked,
  })
  return {
    /** @param rule with `fallback` the manifest's events are left aside */
    play(manifest: Manifest, rule: 'timetable' | 'fallback'): void {
      turn++
      const { revision } = manifest
      const { ticker: _strip, ...bare } = manifest.screen
      // The strip is part of the timetable: it may not outlive it.
      const screen = rule === 'timetable' ? manifest.screen : bare
      const schedule = rule === 'timetable' ? manifest.schedule : { ...manifest.schedule, events: [] }
      assets.need(wanted(manifest.schedule, screen, manifest.assets, now(), canPlay))
      world.place(screen)
      director.follow({ schedule, screen, revision })
    },
    async announce(state: State): Promise<void> {
      const mine = ++turn
      const frame = { ...world.ownSize(), seconds: announcementSeconds, zone: defaultZone }
      const drawing = await world.drawAnnouncement(state, frame)
      if (mine !== turn) return
      director.stop()
      world.place(null)
      show(stillScene(drawing, frame), 0)
      see(idle)
    },
    /** The time was mended, or the page is seen again. */
    recompute(): void {
      proof.settle()
      director.recompute()
    },
    assetsChanged: director.assetsChanged,
    failed: director.failed,
    seen: () => seen,
  }
}
