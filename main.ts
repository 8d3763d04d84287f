/**
 * @file Wires the parts into one process and one port, and does nothing else.
 *
 * The port opens first, since the parts meet over it; `/healthz` turns 200 when all of them serve.
 */
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { openLake, type Lake } from './content-lake/main.ts'
import { PufaError } from './contracts/errors/registry.ts'
import type { Clock, LakeAccess } from './contracts/part.ts'
import { defaultZone } from './contracts/schedule/index.ts'
import { loadDemoOnce } from './demonstration/first-load.ts'
import { openScheduler } from './scheduler/main.ts'
import { announce } from './server/announce.ts'
import { leaveAccess } from './server/command-line.ts'
import { dispatchOf } from './server/dispatch.ts'
import { healthPart } from './server/health.ts'
import { openPort, type OpenPort } from './server/listen.ts'
import { openLog } from './server/log.ts'
import { parseSettings, type Settings } from './server/settings.ts'
import { playerPart } from './signage-player/server.ts'
import { openSite } from './site/main.ts'
import { studioPart } from './studio/main.ts'

const clock: Clock = { now: () => Date.now() }
const embedded = { projectId: 'pufa', dataset: 'production' }
const dist = join(import.meta.dirname, 'dist')

function hostedAccess(hosted: NonNullable<Settings['hosted']>): LakeAccess {
  return { ...hosted, assetHost: hosted.useProjectHostname ? 'https://cdn.sanity.io' : hosted.apiHost }
}

async function run(): Promise<void> {
  const settings = parseSettings(process.env)
  const { log, close: closeLog } = openLog(settings.dataFolder)
  const dispatch = dispatchOf(log)
  const { parts } = dispatch
  const ports: OpenPort[] = []
  const open = async (port: number, host: string, rest: { tls: Settings['tls']; door: 'all' | 'public' }) => {
    const opened = await openPort({ port, host, ...rest }, dispatch)
    ports.push(opened)
    return opened
  }
  const { port, host, tls, internalPort } = settings
  await open(port, host, { tls, door: internalPort === null ? 'all' : 'public' })
  if (internalPort !== null) await open(internalPort, host, { tls, door: 'all' })
  // The parts meet over plain HTTP on this machine, whatever the public ports speak.
  const loopback = await open(0, '127.0.0.1', { tls: null, door: 'all' })

  let lake: Lake | null = null
  let stopping = false
  let takeAccessAway = () => {}
  async function stop(): Promise<void> {
    if (stopping) return
    stopping = true
    takeAccessAway()
    for (const part of [...parts]) await part.close()
    for (const opened of ports) await opened.close()
    closeLog()
    process.exit(process.exitCode ?? 0)
  }
  process.on('SIGINT', () => void stop())
  process.on('SIGTERM', () => void stop())

  const loopbackHost = `http://127.0.0.1:${loopback.port}`
  if (!settings.hosted) {
    const { dataFolder, origin, adminPassword } = settings
    lake = await openLake({ dataFolder, origin, adminPassword, ...embedded }, { clock, log })
    parts.push(lake)
  }
  const accessOf = (name: string, role: 'administrator' | 'viewer'): LakeAccess =>
    settings.hosted
      ? hostedAccess(settings.hosted)
      : {
          apiHost: loopbackHost,
          assetHost: loopbackHost,
          ...embedded,
          token: lake?.issueServiceToken(name, role) ?? '',
          useProjectHostname: false,
        }

  const loaderAccess = accessOf('command-line', 'administrator')
  takeAccessAway = leaveAccess(settings.dataFolder, loaderAccess)
  const demoKey = settings.demo ? randomBytes(9).toString('base64url') : null
  const publicOrigin = settings.origin ?? `${tls ? 'https' : 'http'}://localhost:${port}`
  const connectHost = settings.hosted?.apiHost ?? null
  let started = false
  parts.push(
    healthPart({
      parts,
      lake: accessOf('health', 'viewer'),
      metricsToken: settings.metricsToken,
      started: () => started,
    }),
    openScheduler(
      {
        folder: join(settings.dataFolder, 'signage'),
        lake: accessOf('scheduler', 'administrator'),
        origin: publicOrigin,
        demoKey,
      },
      { clock, log },
    ),
    studioPart(
      {
        folder: join(dist, 'studio'),
        env: {
          projectId: settings.hosted?.projectId ?? embedded.projectId,
          dataset: settings.hosted?.dataset ?? embedded.dataset,
          apiHost: connectHost,
        },
        connectHosts: connectHost ? [connectHost] : [],
        signInPath: settings.hosted ? null : '/login',
      },
      { log },
    ),
    playerPart({ folder: join(dist, 'player') }, { log }),
    await openSite(
      {
        serverEntry: join(dist, 'site/server/entry.mjs'),
        clientFolder: join(dist, 'site/client'),
        lake: accessOf('site', 'viewer'),
        origin: settings.origin,
        zone: defaultZone,
      },
      { clock, log },
    ),
  )
  for (const part of parts) await part.start?.()
  if (settings.demo)
    await loadDemoOnce(loaderAccess, settings.dataFolder, (line) => process.stdout.write(`  ${line}\n`))
  started = true
  announce(settings, { firstSignIn: lake?.firstSignIn ?? null, demoKey }, (line) =>
    process.stdout.write(`${line}\n`),
  )
}

run().catch((error: unknown) => {
  const known = error instanceof PufaError
  const detail = known ? (error.details['remedy'] ?? error.remedy) : ''
  const where = known
    ? Object.entries(error.details).filter(([key]) => key !== 'remedy' && key !== 'variable')
    : []
  const facts = where.length ? `（${where.map(([, value]) => String(value)).join('，')}）` : ''
  process.stderr.write(
    known
      ? `${error.message}${facts}：${String(detail)}\n`
      : `${String(error instanceof Error ? error.stack : error)}\n`,
  )
  process.exit(1)
})
