/**
 * @file The endpoints of `/api/signage/`, one entry each. Described in docs/signage-api.md.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { failSignage } from '../../contracts/errors/signage.ts'
import type { ManifestAsset } from '../../contracts/manifest.ts'
import type { Instant, LakeAccess } from '../../contracts/part.ts'
import { resolve, timeline, type Resolution } from '../../contracts/schedule/index.ts'
import type { Fleet } from '../fleet/status.ts'
import type { Manifests } from '../manifests/manifests.ts'
import type { RenditionStore } from '../assets/renditions.ts'
import type { PairingStore } from '../store/pairings.ts'
import type { PlayStore } from '../store/plays.ts'
import { readJson, sendJson } from './answer.ts'
import { sendAsset } from './asset.ts'
import { operatorOf } from './operator.ts'

const timelineMsMax = 8 * 86_400_000
const playsMax = 500

export interface RouteParts {
  now(): Instant
  lake: LakeAccess
  /** Public address of the site. */
  origin: string
  manifests: Manifests
  fleet: Fleet
  pairings: PairingStore
  plays: PlayStore
  renditions: RenditionStore
  /** Approves the code for a screen. @throws PufaError */
  approve(code: string, screen: string, by: string): { screen: string }
  unpair(screen: string, reason: string): boolean
  /** `null` where no demonstration runs. */
  demo: { key: string; screens(): DemoScreen[]; pair(screen: string): DemoPairing } | null
}

export interface DemoScreen {
  id: string
  title: string
  county: string
  width: number
  height: number
}

export interface DemoPairing {
  screen: string
  token: string
  publicKey: string
  keyId: string
}

interface Call {
  request: IncomingMessage
  response: ServerResponse
  query: URLSearchParams
  /** The part of the path that the pattern captures. */
  id: string
}

interface Route {
  method: 'GET' | 'POST'
  pattern: RegExp
  run(call: Call, parts: RouteParts): Promise<void> | void
}

function manifestFor(screen: string | null, { manifests }: RouteParts) {
  const held = screen === null ? null : manifests.get(screen)
  if (!held) throw failSignage('signage.unknown-screen', { screen })
  return held.manifest
}

const instantPattern = /^\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:\d{2})$/

/**
 * A time without an offset would mean another instant on another machine, and is refused.
 * @throws PufaError `signage.bad-request` for a text that is no instant
 */
function instantParameter(name: string, given: string | null, otherwise: Instant): Instant {
  if (given === null) return otherwise
  // An unescaped plus in an address is read as a space.
  const text = given.replace(/ (?=\d{2}:\d{2}$)/, '+')
  const instant = instantPattern.test(text) ? Date.parse(text) : NaN
  if (!(instant >= Date.UTC(1970) && instant < Date.UTC(2200)))
    throw failSignage('signage.bad-request', {
      reason: `${name} 要写成带时差的 ISO 时间，例如 2026-12-04T08:00:00+08:00`,
    })
  return instant
}

function publicForm({ item, event, playlist, why, from, until, source }: Resolution) {
  return {
    item: { id: item.id, kind: item.kind, title: item.title },
    event: event && { id: event.id, title: event.title },
    playlist: playlist && { id: playlist.id, title: playlist.title },
    source,
    why,
    from: new Date(from).toISOString(),
    until: new Date(until).toISOString(),
  }
}

function field(body: unknown, name: string): string {
  const value = (body as Record<string, unknown> | null)?.[name]
  if (typeof value !== 'string' || value.length === 0 || value.length > 200)
    throw failSignage('signage.bad-request', { reason: `缺少 ${name}` })
  return value
}

function demoOf(parts: RouteParts, key: string | null) {
  if (!parts.demo || key !== parts.demo.key) throw failSignage('signage.not-allowed')
  return parts.demo
}

export const routes: readonly Route[] = [
  {
    method: 'GET',
    pattern: /^resolve$/,
    run({ response, query }, parts) {
      const { schedule, screen } = manifestFor(query.get('screen'), parts)
      sendJson(
        response,
        publicForm(resolve(schedule, screen, instantParameter('at', query.get('at'), parts.now()))),
      )
    },
  },
  {
    method: 'GET',
    pattern: /^timeline$/,
    run({ response, query }, parts) {
      const { schedule, screen } = manifestFor(query.get('screen'), parts)
      const from = instantParameter('from', query.get('from'), parts.now())
      const to = instantParameter('to', query.get('to'), from + 3_600_000)
      if (to <= from || to - from > timelineMsMax)
        throw failSignage('signage.bad-request', { reason: 'to 要晚于 from，且相差不超过 8 天' })
      sendJson(response, timeline(schedule, screen, from, to).map(publicForm))
    },
  },
  {
    method: 'GET',
    pattern: /^assets\/([0-9a-f]{64})$/,
    run({ request, response, id }, { renditions }) {
      const file = renditions.open(id)
      if (!file) throw failSignage('signage.unknown-endpoint', { asset: id })
      sendAsset(request, response, file, id satisfies ManifestAsset['sha256'])
    },
  },
  {
    method: 'GET',
    pattern: /^screens$/,
    async run({ request, response }, parts) {
      await operatorOf(request, parts.lake, parts.origin)
      sendJson(response, { screens: parts.fleet.all() })
    },
  },
  {
    method: 'GET',
    pattern: /^screens\/([\w-]+)$/,
    async run({ request, response, id }, parts) {
      await operatorOf(request, parts.lake, parts.origin)
      const pairing = parts.pairings.ofScreen(id)
      const held = parts.manifests.get(id)
      if (!pairing && !held) throw failSignage('signage.unknown-screen', { screen: id })
      sendJson(response, {
        screen: id,
        online: false,
        lastSeenAt: null,
        nowPlaying: null,
        ...parts.fleet.get(id),
        // That no player stands for it is an answer, not a fault.
        pairedAt: pairing?.pairedAt ?? null,
        revision: held?.manifest.revision ?? 0,
      })
    },
  },
  {
    method: 'GET',
    pattern: /^screens\/([\w-]+)\/plays$/,
    async run({ request, response, id }, parts) {
      await operatorOf(request, parts.lake, parts.origin)
      sendJson(response, { plays: parts.plays.ofScreen(id, playsMax) })
    },
  },
  {
    method: 'POST',
    pattern: /^screens\/([\w-]+)\/unpair$/,
    async run({ request, response, id }, parts) {
      await operatorOf(request, parts.lake, parts.origin)
      if (!parts.unpair(id, '管理员解除了配对')) throw failSignage('signage.not-paired', { screen: id })
      sendJson(response, { screen: id })
    },
  },
  {
    method: 'POST',
    pattern: /^pairings\/approve$/,
    async run({ request, response }, parts) {
      const operator = await operatorOf(request, parts.lake, parts.origin)
      const body = await readJson(request)
      sendJson(
        response,
        parts.approve(field(body, 'code').replace(/\s/g, ''), field(body, 'screen'), operator.id),
      )
    },
  },
  {
    method: 'GET',
    pattern: /^demo-screens$/,
    run({ response, query }, parts) {
      sendJson(response, demoOf(parts, query.get('key')).screens())
    },
  },
  {
    method: 'POST',
    pattern: /^demo-pairing$/,
    async run({ request, response }, parts) {
      const body = await readJson(request)
      sendJson(response, demoOf(parts, field(body, 'key')).pair(field(body, 'screen')))
    },
  },
]
