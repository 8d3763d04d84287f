/**
 * @file What the page does once its first picture is on: speaks with the server, watches itself, obeys.
 *
 * A chunk of its own, so that a screen plays before it is loaded. Wires, and decides nothing.
 */
import { defaultZone } from '../../contracts/schedule/defaults.ts'
import { wallClock } from '../../contracts/schedule/zone.ts'
import type { ScreenProfile, SignedManifest } from '../../contracts/manifest.ts'
import type { Health, Problem, ServerMessage } from '../../contracts/messages.ts'
import type { Stage } from '../composition/stage.ts'
import { openContact, type Contact, type Desk } from '../link/contact.ts'
import { isSigned, keyIdOf, type Parts, type Verdict } from '../link/signature.ts'
import type { Pairing } from '../machine.ts'
import type { Player } from '../player.ts'
import { openProblems } from '../problems.ts'
import type { Assets } from '../assets/shelf.ts'
import type { Drawing, Frame } from '../renderers/drawing.ts'
import type { PlainItem } from '../renderers/plain-items.ts'
import type { Store } from '../store/store.ts'
import type { CorrectedClock, RawClocks } from '../time/clock.ts'
import type { Wait } from '../time/wait.ts'
import { openWatch, type Watch } from '../watch.ts'
import type { Light } from './light.ts'
import { keepOffline } from './offline.ts'
import { hasChinese, luminanceOf } from './shots.ts'
import { dial } from './transport.ts'
import { sha256 } from './world.ts'

export interface DutyWorld {
  slot: string
  version: string
  secure: boolean
  canvas: HTMLCanvasElement
  raw: RawClocks
  clock: CorrectedClock
  wait: Wait
  random(): number
  store: Store
  assets: Assets
  stage: Stage
  player: Player
  /** The profile by which it plays. */
  screen(): ScreenProfile | null
  light(): Light | null
  openLight(): Promise<Light>
  examine(envelope: SignedManifest, pairing: Pairing, held: number, kept: Parts): Promise<Verdict>
  prepare(profile: ScreenProfile): Promise<void>
  pairByKey: (() => Promise<Pairing>) | null
  ownSize(): { width: number; height: number }
  drawText(item: PlainItem, frame: Frame): Drawing
  report(where: string, error: unknown): void
}

export interface Duty {
  openContact(desk: Desk): Promise<Contact>
  note(where: string, note: string): void
  switched(): void
}

const crypt = { subtle: crypto.subtle, sha256 }
/** Commands at once; a server that sends more is not well. */
const underWayMax = 4
const noteMax = 200
const fontsAfterMs = 10_000
const megabyte = 1024 * 1024

function heapMb(): number | null {
  const { memory } = performance as { memory?: { usedJSHeapSize: number } }
  return memory ? Math.round(memory.usedJSHeapSize / megabyte) : null
}

function keptProblems(name: string): Problem[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(name) ?? '[]')
    sessionStorage.removeItem(name)
    return Array.isArray(kept) ? (kept as Problem[]) : []
  } catch {
    // Only what this page wrote before it loaded itself anew; without it nothing is lost but a count.
    return []
  }
}

export function openDuty(world: DutyWorld): Duty {
  const { slot, canvas, raw, clock, wait, store, assets, stage, player, report } = world
  const problemsName = `pufa-${slot}-problems`
  const problems = openProblems(keptProblems(problemsName))
  const probe = document.createElement('canvas')
  const visible = (): boolean => document.visibilityState !== 'hidden'
  const asleep = (): boolean => world.light()?.look().lit === false

  const reload = (): void => {
    sessionStorage.setItem(problemsName, JSON.stringify(problems.all()))
    location.reload()
  }
  const watch: Watch = openWatch({
    wait,
    wall: raw.wall,
    steady: raw.steady,
    pace: () => window.__pufaClock?.pace ?? 1,
    visible,
    overdueMs: () => Math.max(stage.overdueMs(), player.overdueMs()),
    clockTrusted: () => clock.reading().trusted,
    heapMb,
    state: () => player.status().state,
    title(text) {
      document.title = text
    },
    refresh() {
      player.wake()
      stage.refresh()
    },
    remake: player.remake,
    reload,
    problem: (kind, note) => report(kind, note),
  })
  const health = (): Health => ({
    luminance: asleep() ? null : luminanceOf(canvas, probe),
    asleep: asleep(),
    cacheBytes: assets.bytes(),
    cacheBytesMax: world.screen()?.cacheBytesMax ?? 0,
    clockTrusted: clock.reading().trusted,
    heapMb: heapMb(),
    upSeconds: Math.round(raw.steady() / 1_000),
    problems: problems.tell(),
  })
  let contact: Contact | null = null
  let underWay = 0
  const answer = (id: string, ok: boolean, note: string): void => {
    contact?.send({ type: 'did', id, ok, note: note.slice(0, noteMax) })
  }
  const obey = async ({ id, command }: Extract<ServerMessage, { type: 'command' }>): Promise<void> => {
    const { obeyWith } = await import('./obey.ts')
    const done = await obeyWith(command, { ...world, reload })
    if (done.picture) contact?.send({ type: 'picture', id, ...done.picture })
    answer(id, done.ok, done.note)
  }
  const follow = (message: Extract<ServerMessage, { type: 'command' }>): void => {
    if (underWay >= underWayMax) return answer(message.id, false, '播放器正在执行别的指令，请稍后再试')
    underWay++
    obey(message)
      .catch((error: unknown) => {
        report('command', error)
        answer(message.id, false, error instanceof Error ? error.message : String(error))
      })
      .finally(() => underWay--)
  }
  addEventListener('error', ({ message }) => report('script', message))
  addEventListener('unhandledrejection', ({ reason }) => report('script', reason))
  wait(fontsAfterMs, () => {
    if (!hasChinese()) report('font-missing', '这台机器没有中文字体')
  })
  if (world.secure) {
    const hour = (): number =>
      Math.floor(wallClock(world.screen()?.zone ?? defaultZone, clock.reading().now).ms / 3_600_000)
    const playing = (): boolean => player.status().nowPlaying !== null
    keepOffline({ wait, hour, playing, report })
    navigator.storage?.persist?.().catch((error: unknown) => report('storage', error))
  }
  return {
    async openContact(desk) {
      contact = await openContact(desk, {
        dial,
        wait,
        random: world.random,
        version: world.version,
        ownSize: world.ownSize,
        store,
        clock,
        wall: raw.wall,
        assets,
        examine: world.examine,
        isSigned: (text, signature, pairing) => isSigned(text, signature, pairing, crypt),
        keyIdOf: (publicKey) => keyIdOf(publicKey, crypt),
        prepare: ({ screen }) => world.prepare(screen),
        pairByKey: world.pairByKey,
        health,
        healthHeard: (heard) => (heard ? problems.heard() : problems.lost()),
        follow,
        report,
      })
      return contact
    },
    note: problems.note,
    switched: watch.switched,
  }
}
