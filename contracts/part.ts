/**
 * @file The seam between `main.ts` and the parts: what a part takes and what it gives.
 *
 * A part is handed its settings, a clock and a logger, and answers requests for the paths it owns.
 * Parts never call each other's functions: they meet over HTTP and WebSocket on the one port.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'

/** Milliseconds since 1970-01-01T00:00Z. */
export type Instant = number

/** The real clock is made in `main.ts`; tests hand in one that they move. */
export interface Clock {
  now(): Instant
}

/** The part of pino's interface that parts use. Never pass personal data. */
export interface Log {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

/** Which listener a path is served on when `PUFA_INTERNAL_PORT` is set; both when it is not. */
export type Side = 'public' | 'internal'

export interface Part {
  readonly name: string
  /** The side this path is served on, or `null` when the part does not own it. Pure. */
  owns(pathname: string): Side | null
  /** Answers one request. Must end the response; never throws, never rejects. */
  handle(request: IncomingMessage, response: ServerResponse): void
  /** Takes over a socket for a path the part owns; absent when the part has no WebSocket. */
  upgrade?(request: IncomingMessage, socket: Duplex, head: Buffer): void
  /** Called once the port is open and the other parts answer. Rejects with a `PufaError` on failure. */
  start?(): Promise<void>
  /** False while the part cannot do its work yet; absent: always ready. `/healthz` asks all parts. */
  ready?(): boolean
  /** What is worth knowing and no fault, in plain Chinese; `/healthz` tells it and stays as it is. */
  notes?(): readonly string[]
  /** What keeps the part from its work, in plain Chinese; `/healthz` is 503 while there is any. */
  faults?(): readonly string[]
  /** Figures for `/metrics`: name in snake case with its unit, and labels if it has any → value. */
  metrics?(): Readonly<Record<string, number>>
  /** Stops timers and sockets and flushes what is not yet on disk. */
  close(): Promise<void>
}

/** Where the content lake answers, and as whom: the same shape for the embedded lake and a hosted one. */
export interface LakeAccess {
  /** For example `http://127.0.0.1:4321`, or `https://<project>.api.<host>` when hosted. */
  apiHost: string
  projectId: string
  dataset: string
  /** Where `/images/…` and `/files/…` are fetched: the same host, or a hosted project's CDN. */
  assetHost: string
  /** Bearer token of the program; never leaves the server. */
  token: string
  /** A hosted project answers on a host name of its own; the embedded lake does not. */
  useProjectHostname: boolean
  /** Bearer token for `assetHost` where another program answers there; left out: `token`. */
  assetToken?: string
}
