/** @file What a route of `/api/signage/` is, and what all of them are handed. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { failSignage } from '../../contracts/errors/signage.ts'
import type { WaitingPlayer } from '../../contracts/fleet.ts'
import type { Manifest } from '../../contracts/manifest.ts'
import type { Instant, LakeAccess } from '../../contracts/part.ts'
import type { RenditionStore } from '../assets/renditions.ts'
import type { SignageDocument } from '../compile/documents.ts'
import type { Desk } from '../fleet/desk.ts'
import type { Fleet } from '../fleet/status.ts'
import type { Live } from '../live/live.ts'
import type { Manifests } from '../manifests/manifests.ts'
import type { OrderDesk } from '../orders/desk.ts'
import type { PreviewFonts } from '../preview/font.ts'
import type { PairingStore } from '../store/pairings.ts'
import type { Report } from '../../contracts/reports.ts'
import type { Question } from '../reports/report.ts'
import type { PlayStore } from '../store/plays.ts'

export interface RouteParts extends Omit<Desk, 'look' | 'waiting' | 'close'> {
  now(): Instant
  lake: LakeAccess
  /** Public address of the site. */
  origin: string
  manifests: Manifests
  fleet: Fleet
  pairings: PairingStore
  plays: PlayStore
  report(question: Question): Promise<Report>
  renditions: RenditionStore
  /** `null`: no fonts go with the manifests. */
  fonts: PreviewFonts | null
  orders: OrderDesk
  /** The published documents, as the watch has them. */
  documents(): ReadonlyMap<string, SignageDocument>
  live: Live
  /** Approves the code for a screen. @throws PufaError */
  approve(code: string, screen: string, by: string): { screen: string }
  unpair(screen: string, reason: string): boolean
  /** Players that show digits and belong to no screen yet. */
  waitingPlayers(): WaitingPlayer[]
  /** Signs with another key from here on, and leads the players to it. @returns its id */
  rotateKey(): string
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

export interface Call {
  request: IncomingMessage
  response: ServerResponse
  query: URLSearchParams
  /** The part of the path that the pattern captures. */
  id: string
}

export interface Route {
  method: 'GET' | 'POST'
  pattern: RegExp
  run(call: Call, parts: RouteParts): Promise<void> | void
}

/** @throws PufaError `signage.unknown-screen` */
export function manifestFor(screen: string | null, { manifests }: RouteParts): Manifest {
  const manifest = screen === null ? null : manifests.manifest(screen)
  if (!manifest) throw failSignage('signage.unknown-screen', { screen })
  return manifest
}

/**
 * @returns a field of a JSON body
 * @throws PufaError `signage.bad-request` when it is no text of 1 to 200 characters
 */
export function field(body: unknown, name: string): string {
  const value = (body as Record<string, unknown> | null)?.[name]
  if (typeof value !== 'string' || value.length === 0 || value.length > 200)
    throw failSignage('signage.bad-request', { reason: `缺少 ${name}` })
  return value
}
