/**
 * @file The scheduler: published documents in, signed manifests out to the players, proof of play back.
 *
 * Wires the modules below; owns `/screens/socket` and `/api/signage/…`.
 */
import { randomInt } from 'node:crypto'
import { join } from 'node:path'
import type { Clock, LakeAccess, Log, Part } from '../contracts/part.ts'
import { noFfmpeg, systemFfmpeg, type FilmTools } from './assets/ffmpeg.ts'
import { fontThread } from './assets/font-thread.ts'
import { fontStore } from './assets/fonts.ts'
import { renditionStore } from './assets/renditions.ts'
import { wantedOf } from './assets/wanted.ts'
import { watchLake, type Changed, type Watch } from './content/watch.ts'
import { approvalOf } from './fleet/approval.ts'
import { pairingCodes } from './fleet/pairing.ts'
import type { AlertSettings } from './alerts/channels.ts'
import { deskOf } from './fleet/desk.ts'
import { fleetOf, type Fleet } from './fleet/status.ts'
import { answering, sideOf } from './http/serve.ts'
import type { RouteParts } from './http/route.ts'
import { startJobs } from './jobs/jobs.ts'
import { openLive } from './live/live.ts'
import { openSigningKey } from './manifests/keys.ts'
import { manifestsOf } from './manifests/manifests.ts'
import { complianceStore } from './orders/compliance.ts'
import { orderDesk } from './orders/desk.ts'
import { orderLog } from './orders/log.ts'
import { visibleDocuments } from './orders/visible.ts'
import { previewScreen } from './preview/font.ts'
import { hubOf } from './push/hub.ts'
import type { Session } from './push/session.ts'
import { namesOf } from './reports/names.ts'
import { reportOf } from './reports/report.ts'
import { openDatabase } from './store/database.ts'
import { pairingStore } from './store/pairings.ts'
import { playStore } from './store/plays.ts'
import { dropOldPlays } from './store/retention.ts'

const refreshRetryMs = 5_000
export const playsKeptDaysDefault = 1_100
/** Screens that come to the timetable one after the other share one font. */
const fontGatherMs = 1_500
export interface SchedulerSettings {
  /** The scheduler's own folder inside `PUFA_DATA`. */
  folder: string
  lake: LakeAccess
  /** Public address of the site, for codes on screens. */
  origin: string
  /** Whoever knows it may pair the demonstration's screens; `null` where none run. */
  demoKey: string | null
  /** Where alerts are told; left out: nowhere but in the list of alerts. */
  alerts?: AlertSettings
  /** How long raw records of plays are kept. */
  playsKeptDays?: number
  /** Whether fonts go with the manifests; left out: they do. */
  fonts?: boolean
  /** What films are made with; left out: the program that `ffmpeg` names. */
  filmTools?: FilmTools
  /** `off`: films go as they are; left out: the system's own. */
  ffmpeg?: string
  /** Sources of broadcasts may lie in the bureau's own network; left out: public ones only. */
  livePrivate?: boolean
}

export function openScheduler(settings: SchedulerSettings, { clock, log }: { clock: Clock; log: Log }): Part {
  const now = () => clock.now()
  const database = openDatabase(settings.folder)
  const key = openSigningKey(settings.folder)
  const pairings = pairingStore(database, now)
  const fleet = fleetOf(database, now)
  const codes = pairingCodes<Session>(now, randomInt)
  const orderings = orderLog(database, now)
  const nothing: Watch['documents'] = new Map()
  let watch: Watch | undefined
  let retry: NodeJS.Timeout | undefined
  /** Whether every screen's manifest has been made since the start. */
  let isMade = false
  const names = namesOf(database, (screen) => manifests.get(screen)?.head.screen.zone)
  const plays = playStore(database, now, names.about)
  const folder = join(settings.folder, 'assets')
  const renditions = renditionStore({
    database,
    folder,
    lake: settings.lake,
    log,
    tools: settings.filmTools ?? (settings.ffmpeg === 'off' ? noFfmpeg : systemFfmpeg(settings.ffmpeg)),
    ready: ({ assetId, as }) =>
      refresh([{ id: assetId, type: as === 'picture' ? 'sanity.imageAsset' : 'sanity.fileAsset' }]),
  })
  const fonts =
    settings.fonts === false
      ? null
      : fontStore({
          database,
          folder,
          thread: fontThread(),
          log,
          gatherMs: fontGatherMs,
          ready: (screens) => {
            const real = screens.filter((id) => id !== previewScreen)
            if (real.length > 0) refresh(real.map((id) => ({ id, type: 'screen' })))
          },
        })
  const live = openLive({
    database,
    documents: () => watch?.documents ?? nothing,
    now,
    log,
    privateAllowed: settings.livePrivate ?? false,
    isWithdrawn: (id) => orderings.withdrawn().has(id),
    changed: (id) => void made([{ id, type: 'liveStream' }], true),
  })
  const manifests = manifestsOf({
    database,
    key,
    documents: () => visibleDocuments(watch?.documents ?? nothing, orderings.withdrawn()),
    takeovers: orderings.takeovers,
    renditions,
    ...(fonts ? { fonts } : {}),
    liveStopped: live.isStopped,
    origin: settings.origin,
    now,
  })
  const orders = orderDesk({
    now,
    database,
    log: orderings,
    compliance: complianceStore(database, now, log),
    manifests,
    fleet,
    pairings,
    documents: () => watch?.documents ?? nothing,
    refresh: (changed) => made(changed, true),
  })
  /** What players say of themselves also acknowledges orders. */
  const heard: Fleet = {
    ...fleet,
    seen(screen, what) {
      fleet.seen(screen, what)
      if (what.appliedRevision !== undefined) orders.applied(screen, what.appliedRevision)
    },
    beat(screen, heartbeat) {
      fleet.beat(screen, heartbeat)
      orders.applied(screen, heartbeat.revision)
    },
  }
  const hub = hubOf({
    ...{ now, log, codes, pairings, manifests, fleet: heard, plays, key },
    answered: (screen, message) => desk.commands.answered(screen, message),
    joined: (screen) => desk.commands.joined(screen),
  })
  const desk = deskOf({
    ...{ now, log, database, pairings, manifests, fleet, plays },
    settings: settings.alerts ?? { webhook: null, mail: null },
    documents: () => watch?.documents ?? nothing,
    ready: () => watch?.live() ?? false,
    send: (screen, id, command) => hub.command(screen, id, command),
  })

  /** Reports need what is called how; a disk that refuses is tried again with the next change. */
  function learn(changed: Changed): void {
    const documents = watch?.documents ?? nothing
    try {
      names.learn(
        changed === 'all' ? documents.values() : changed.flatMap(({ id }) => documents.get(id) ?? []),
      )
    } catch (error) {
      log.error({ error: String(error) }, 'names for reports could not be written down')
    }
  }

  /** A full or locked disk must not end the program: players go on by what they have. */
  async function made(changed: Changed, ahead: boolean): Promise<void> {
    const push = (screens: readonly string[]): void => {
      for (const screen of screens) hub.push(screen)
    }
    learn(changed)
    try {
      await manifests.refresh(changed, push, ahead)
      isMade ||= changed === 'all'
      const newScreens = changed === 'all' || changed.some(({ type }) => type === 'screen')
      if (!ahead && newScreens && database.isOpen) orders.settle()
    } catch (error) {
      log.error({ error: String(error) }, 'manifests could not be made; trying again')
      clearTimeout(retry)
      retry = setTimeout(refresh, refreshRetryMs, 'all')
      retry.unref()
    }
  }

  function refresh(changed: Changed): void {
    void made(changed, false)
  }

  const approval = approvalOf({ manifests, codes, pairings, hub, key, demoKey: settings.demoKey })
  const parts: RouteParts = {
    now,
    lake: settings.lake,
    origin: settings.origin,
    manifests,
    fleet,
    pairings,
    plays,
    ...desk,
    report: (question) => reportOf(database, names.title, question),
    renditions,
    fonts,
    orders,
    documents: () => watch?.documents ?? nothing,
    live,
    ...approval,
    rotateKey() {
      const before = key.keyId
      key.rotate()
      hub.trust(before)
      refresh('all')
      log.warn({ before, keyId: key.keyId }, 'manifests are signed with another key')
      return key.keyId
    },
  }

  /** Without the lake nothing would seem to be wanted. */
  function sweep(): void {
    if (!watch?.live()) return
    const screens = new Set([...manifests.profiles().map(({ id }) => id), ...pairings.screens()])
    const sent = [...screens].flatMap((screen) => manifests.toSend(screen) ?? [])
    const removed = renditions.sweep(wantedOf(sent, watch.documents), now())
    if (removed === 0) return
    log.info({ removed }, 'renditions that nobody needs were removed')
    refresh('all')
  }

  /** What is old is dropped by night. */
  function keepHouse(): void {
    const before = now() - (settings.playsKeptDays ?? playsKeptDaysDefault) * 86_400_000
    desk.incidents.dropBefore(before)
    dropOldPlays(database, before).catch((error: unknown) =>
      log.error({ error: String(error) }, 'old plays could not be dropped'),
    )
    sweep()
  }

  const jobs = startJobs({
    log,
    refreshAll: () => refresh('all'),
    endOrders: () => orders.expire(),
    keepHouse,
  })

  return {
    name: 'scheduler',
    owns: sideOf,
    handle: answering(parts, log),
    upgrade: (request, socket, head) => hub.upgrade(request, socket, head),
    async start() {
      watch = watchLake(settings.lake, log, refresh)
    },
    ready: () => isMade && (watch?.live() ?? false),
    metrics() {
      const { connections, playing, pushes, refused } = hub.counts()
      return {
        pufa_players_connected: connections,
        pufa_players_playing: playing,
        pufa_manifests_held: manifests.size(),
        pufa_manifest_pushes_total: pushes,
        pufa_manifests_refused_total: refused,
        pufa_plays_stored_total: plays.count(),
        pufa_alerts_lasting: desk.incidents.lasting().length,
        pufa_alert_messages_waiting: desk.waiting(),
      }
    },
    async close() {
      watch?.close()
      clearTimeout(retry)
      await jobs.close()
      renditions.close()
      desk.close()
      fonts?.close()
      live.close()
      hub.close()
      orders.close()
      database.close()
    },
  }
}
