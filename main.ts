/**
 * @file Wires the parts into one process and one port, and does nothing else.
 *
 * The ports open first, since the parts meet over them; `/healthz` turns 200 when all of them serve.
 */
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { openLake, type Lake } from './content-lake/main.ts'
import type { Clock, LakeAccess, Part } from './contracts/part.ts'
import { defaultZone } from './contracts/schedule/index.ts'
import { sampleAccounts } from './demonstration/accounts.ts'
import { loadDemoOnce } from './demonstration/first-load.ts'
import { openHostedReview, type HostedReview } from './hosted/main.ts'
import { openScheduler } from './scheduler/main.ts'
import { announce, signInLines } from './server/announce.ts'
import { leaveAccess } from './server/command-line.ts'
import { dispatchOf } from './server/dispatch.ts'
import { faultLine } from './server/fault.ts'
import { healthPart } from './server/health.ts'
import { probeHosted } from './server/hosted.ts'
import { endOnSignal } from './server/lifetime.ts'
import { openPorts, type OpenPort } from './server/listen.ts'
import { openLog } from './server/log.ts'
import { hostedAccess, hostedOrigins, parseSettings, publicOrigin, type Settings } from './server/settings.ts'
import { playerPart } from './signage-player/server.ts'
import { openSite } from './site/main.ts'
import { studioPart } from './studio/main.ts'

const clock: Clock = { now: () => Date.now() }
const embedded = { projectId: 'pufa', dataset: 'production' }
const dist = join(import.meta.dirname, 'dist')
/** What a mirror remembers of replaced revisions is of no use to anybody. */
const mirrorHistoryDays = 31
const say = (line: string) => process.stdout.write(`${line}\n`)

let lake = null as Lake | null

/** Content that wants approval wants people; without, they are made only where the administrator's password is. */
function samplePeople(isReviewed: boolean) {
  const open = lake
  if (!open || (!isReviewed && !open.firstSignIn)) return null
  return { make: () => open.makeAccounts(sampleAccounts), lend: isReviewed ? open.lendAccount : null }
}

async function run(settings: Settings): Promise<void> {
  const { dataFolder, origin, adminPassword, historyDays, hosted, demo, metricsToken, isReviewed } = settings
  const { log, close: closeLog } = openLog(dataFolder)
  const dispatch = dispatchOf(log)
  const parts: Part[] = dispatch.parts
  const ports: OpenPort[] = []
  const undo: (() => void)[] = [closeLog]
  endOnSignal({ parts, ports, undo })
  const loopback = await openPorts(settings, dispatch, ports)

  let review: HostedReview | null = null
  const service = hosted && hostedAccess(hosted)
  const place = hosted ? { projectId: hosted.projectId, dataset: hosted.dataset } : embedded
  const tokens = new Set<string>()
  if (hosted && service) {
    const trouble = await probeHosted(hosted)
    if (trouble !== null) say(trouble)
  }
  if (service && isReviewed) {
    const days = { historyDays: historyDays ?? mirrorHistoryDays }
    const mirror = { dataFolder, origin, adminPassword: null, ...days, ...place, isMirror: true }
    lake = await openLake(mirror, { clock, log })
    review = openHostedReview({ dataFolder, service, tokens }, { lake, clock, log })
    parts.push(review.mirror, review.desk)
  } else if (!service) {
    const { assetGraceDays, corsOrigins } = settings
    lake = await openLake(
      {
        ...{ dataFolder, origin, adminPassword, corsOrigins, historyDays, isReviewed, ...embedded },
        ...(assetGraceDays === null ? {} : { assetGraceDays }),
      },
      { clock, log },
    )
    parts.push(lake)
  }
  /** Where the parts read: the lake, or the mirror of what a hosted one has approved. */
  const accessOf = (name: string, role: 'administrator' | 'receiver' | 'viewer'): LakeAccess => {
    if (service && !isReviewed) return service
    const token = lake?.issueServiceToken(name, role) ?? ''
    tokens.add(token)
    return {
      ...{ apiHost: loopback, assetHost: service?.assetHost ?? loopback, ...place, token },
      ...(service ? { assetToken: service.token } : {}),
      useProjectHostname: false,
    }
  }
  const commandLine = service ?? accessOf('command-line', 'administrator')
  undo.unshift(leaveAccess(dataFolder, commandLine))

  const demoKey = demo ? randomBytes(9).toString('base64url') : null
  let started = false
  parts.push(
    healthPart({ parts, lake: accessOf('health', 'viewer'), metricsToken, started: () => started }),
    openScheduler(
      {
        folder: join(dataFolder, 'signage'),
        lake: accessOf('scheduler', 'administrator'),
        origin: publicOrigin(settings),
        demoKey,
        alerts: settings.alerts,
        ...(settings.playsKeptDays === null ? {} : { playsKeptDays: settings.playsKeptDays }),
        livePrivate: settings.livePrivate,
        ffmpeg: settings.ffmpeg,
      },
      { clock, log },
    ),
    studioPart(
      {
        folder: join(dist, 'studio'),
        env: {
          projectId: hosted?.projectId ?? embedded.projectId,
          dataset: hosted?.dataset ?? embedded.dataset,
          apiHost: hosted?.apiHost ?? null,
          isReviewed,
        },
        connectHosts: hosted ? hostedOrigins(hosted) : [],
        signInPath: hosted ? null : '/login',
      },
      { log },
    ),
    playerPart({ folder: join(dist, 'player') }, { log }),
    await openSite(
      {
        serverEntry: join(dist, 'site/server/entry.mjs'),
        clientFolder: join(dist, 'site/client'),
        folder: join(dataFolder, 'site'),
        lake: accessOf('site', 'receiver'),
        hosted: hosted !== null,
        origin,
        localAddress: publicOrigin(settings),
        zone: defaultZone,
      },
      { clock, log },
    ),
  )
  for (const part of parts) await part.start?.()
  const firstSignIn = lake?.firstSignIn ?? null
  const load = {
    people: service ? null : samplePeople(isReviewed),
    progress: (line: string) => say(`  ${line}`),
    adopt: (ids: readonly string[]) => review?.adopt(ids, { reason: '演示内容', operator: 'pufa' }),
  }
  const samples = demo
    ? await loadDemoOnce(commandLine, dataFolder, load).catch((error: unknown) => {
        // A hosted project that does not answer keeps nobody from what is shown already.
        if (!service) throw error
        log.warn({ error: String(error) }, 'the demonstration was not loaded into the hosted project')
        say('托管的内容库没有应答，演示内容这次没有载入；下次启动会接着载入')
        return []
      })
    : []
  started = true
  const notes = parts.flatMap((part) => part.notes?.() ?? [])
  announce(settings, { firstSignIn, samples, demoKey, notes }, say)
}

try {
  await run(parseSettings(process.env))
} catch (error) {
  process.stderr.write(`${faultLine(error)}\n`)
  // The password exists from here on, whether or not the rest came up.
  for (const line of signInLines(lake?.firstSignIn ?? null)) say(line)
  process.exit(1)
}
