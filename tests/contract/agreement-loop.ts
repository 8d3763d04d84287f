/**
 * @file Asks three who must agree what plays: the rule itself, a player's director, and the endpoint over
 * HTTP. Random timetables and instants; counts where they differ.
 *
 * Used by the test beside it with few questions, and by `scripts/soak` with many.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { resolve } from '../../contracts/schedule/index.ts'
import type { Log } from '../../contracts/part.ts'
import { openScheduler } from '../../scheduler/main.ts'
import { openDirector, type Rule } from '../../signage-player/composition/director.ts'
import { stillScene } from '../../signage-player/composition/scene.ts'
import { screenOf } from '../signage-player/rig/programme.ts'
import { situations, type Situation } from './random-schedules.ts'
import { table } from './table.ts'

export interface AgreementReport {
  asked: number
  /** By what was on: an agreement about nothing but the fallback would prove little. */
  sources: Record<string, number>
  disagreements: string[]
}

interface Answer {
  item: string
  until: number
}

/** What is on, and when the next comes: as three texts that must be one. */
const said = ({ item, until }: Answer) => `${item} until ${new Date(until).toISOString()}`

async function listening(handler: RequestListener): Promise<{ server: Server; origin: string }> {
  const server = createServer(handler)
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

const silent = { debug() {}, info() {}, warn() {}, error() {} } as unknown as Log

/** The real endpoint, beside a lake that knows everybody as an operator. */
async function endpoint() {
  const lake = await listening((_request, response) => {
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify({ id: 'operator', roles: [{ name: 'operator' }] }))
  })
  const folder = mkdtempSync(path.join(tmpdir(), 'pufa-agreement-'))
  const scheduler = openScheduler(
    {
      folder,
      lake: {
        apiHost: lake.origin,
        assetHost: lake.origin,
        projectId: 'pufa',
        dataset: 'production',
        token: 'token',
        useProjectHostname: false,
      },
      origin: 'https://pufa.test',
      demoKey: null,
    },
    { clock: { now: () => 0 }, log: silent },
  )
  const api = await listening((request, response) => scheduler.handle(request, response))
  return {
    async ask({ schedule, screen, instant }: Situation): Promise<Answer> {
      const response = await fetch(`${api.origin}/api/signage/resolve`, {
        method: 'POST',
        headers: { authorization: 'Bearer token' },
        body: JSON.stringify({ schedule, screen, at: new Date(instant).toISOString() }),
      })
      if (!response.ok) throw new Error(await response.text())
      const { item, until } = (await response.json()) as { item: { id: string }; until: string }
      return { item: item.id, until: Date.parse(until) }
    },
    async close() {
      await scheduler.close()
      for (const { server } of [api, lake]) {
        server.close()
        server.closeAllConnections()
      }
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const drawing = { draw: () => undefined, changesIn: () => Infinity }

/** A player's director that is given the timetable at this instant, and looks again at the next change. */
function player({ schedule, screen, instant }: Situation): { now: Answer; next: Answer } {
  let at = instant
  let on: Answer | undefined
  const director = openDirector({
    now: () => at,
    steady: () => at,
    wait: () => () => undefined,
    ready: () => true,
    makeScene: () => stillScene(drawing, { width: 1, height: 1 }),
    show: () => undefined,
    switched: ({ item, until }) => void (on = { item: item.id, until }),
    finished: () => undefined,
    broken: () => undefined,
    looked: () => undefined,
  })
  const shown = (): Answer => {
    if (!on) throw new Error('a screen is never blank')
    return on
  }
  const rule: Rule = { schedule, screen: { ...screenOf(screen.id), ...screen }, revision: 1 }
  director.follow(rule)
  const now = shown()
  at = now.until
  director.recompute()
  const next = shown()
  director.stop()
  return { now, next }
}

function ruleItself({ schedule, screen, instant }: Situation): Answer & { source: string } {
  const { item, until, source } = resolve(schedule, screen, instant)
  return { item: item.id, until, source }
}

/** @param onThousand told now and then, for progress */
export async function agreementLoop(
  questions: number,
  seed: number,
  onThousand: (report: AgreementReport) => void = () => {},
): Promise<AgreementReport> {
  const report: AgreementReport = { asked: 0, sources: {}, disagreements: [] }
  const server = await endpoint()
  try {
    for (const situation of fc.sample(situations(table.calendar), { numRuns: questions, seed })) {
      const rule = ruleItself(situation)
      const onScreen = player(situation)
      const after = { ...situation, instant: rule.until }
      const pairs = [
        ['now', rule, onScreen.now, await server.ask(situation)],
        ['next', ruleItself(after), onScreen.next, await server.ask(after)],
      ] as const
      for (const [when, ...answers] of pairs) {
        const [byRule, byPlayer, byEndpoint] = answers.map(said)
        if (byRule !== byPlayer || byRule !== byEndpoint)
          report.disagreements.push(
            `question ${report.asked} ${when}: rule ${byRule}, player ${byPlayer}, endpoint ${byEndpoint}`,
          )
      }
      report.asked++
      report.sources[rule.source] = (report.sources[rule.source] ?? 0) + 1
      if (report.asked % 1_000 === 0) onThousand(report)
    }
  } finally {
    await server.close()
  }
  return report
}
