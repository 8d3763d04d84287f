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

  if (hosted) {
    const trouble = await probeHosted(hosted)
    if (trouble !== null) say(trouble)
  } else {
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
  const accessOf = (name: string, role: 'administrator' | 'receiver' | 'viewer'): LakeAccess =>
    hosted
      ? hostedAccess(hosted)
      : {
          apiHost: loopback,
          assetHost: loopback,
          ...embedded,
          token: lake?.issueServiceToken(name, role) ?? '',
          useProjectHostname: false,
        }
  const commandLine = accessOf('command-line', 'administrator')
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
  const samples = demo
    ? await loadDemoOnce(commandLine, dataFolder, samplePeople(isReviewed), (line) => say(`  ${line}`))
    : []
  started = true
  announce(settings, { firstSignIn, samples, demoKey }, say)
}

try {
  await run(parseSettings(process.env))
} catch (error) {
  process.stderr.write(`${faultLine(error)}\n`)
  // The password exists from here on, whether or not the rest came up.
  for (const line of signInLines(lake?.firstSignIn ?? null)) say(line)
  process.exit(1)
}
