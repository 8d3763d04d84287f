/**
 * @file Passes a broadcast on to the screens from this origin.
 *
 * Gives only what the source's own playlists named, only within the broadcast's hours, only while nobody
 * has stopped it, and only what is HLS by its bytes. Bounded: what is kept, fetches under way, names of a
 * stream. However many players ask, the source sees one fetch for each piece.
 */
import type { LiveStream } from '../../contracts/documents/index.ts'
import { PufaError } from '../../contracts/errors/registry.ts'
import { failSignage } from '../../contracts/errors/signage.ts'
import type { Instant, Log } from '../../contracts/part.ts'
import { defaultZone } from '../../contracts/schedule/defaults.ts'
import { localInstant } from '../../contracts/schedule/zone.ts'
import { bytesMax, typeOf } from './content.ts'
import { flightsOf, type Sized } from './flight.ts'
import { parsePlaylist } from './playlist.ts'
import { rewritten, type Resource } from './rewrite.ts'
import { scopeOf, type Scope } from './scope.ts'
import type { Source } from './source.ts'

export interface RelayParts {
  now(): Instant
  log: Log
  /** The published document. */
  stream(id: string): LiveStream | null
  isStopped(id: string): boolean
  source: Source
  /** Plain HTTP may be asked as well. */
  insecure: boolean
  bounds?: { bytes: number; fetches: number }
}

export interface Relayed extends Sized {
  body: Buffer
  type: string
}

export interface Relay {
  /**
   * @param name `index.m3u8`, or a name that a relayed playlist gave
   * @throws PufaError `signage.live-…`
   */
  get(id: string, name: string): Promise<Relayed>
  /** Lets go of everything of a stream, also of fetches that are under way. */
  cut(id: string): void
  bytes(): number
}

export const indexName = 'index.m3u8'
const boundsDefault = { bytes: 96 * 1024 * 1024, fetches: 24 }
const namesMax = 2_000
/** Segments never change; a player that lags behind by more asks for others. */
const segmentLastsMs = 60_000
const masterLastsMs = 5_000
const streamsMax = 50
const complainEveryMs = 60_000

interface Open {
  source: string
  scope: Scope
  /** Names in the order in which playlists last gave them. */
  names: Map<string, Resource>
  stopping: AbortController
  /** When a fault of the source was last written down. */
  complainedAt: Instant
}

interface Passed extends Relayed {
  lastsMs: number
}

export function relayOf(parts: RelayParts): Relay {
  const { now, source } = parts
  const flights = flightsOf<Passed>(now, parts.bounds ?? boundsDefault)
  const open = new Map<string, Open>()

  function cut(id: string): void {
    open.get(id)?.stopping.abort()
    open.delete(id)
    flights.drop(`${id}/`)
  }

  /** @throws PufaError unless the stream may be seen now */
  function admitted(id: string): LiveStream {
    const document = parts.stream(id)
    if (!document) throw failSignage('signage.live-unknown', { stream: id })
    if (parts.isStopped(id)) throw failSignage('signage.live-stopped', { stream: id })
    const begins = localInstant(defaultZone, document.begins) ?? Infinity
    const ends = localInstant(defaultZone, document.ends) ?? -Infinity
    if (now() < begins || now() >= ends) throw failSignage('signage.live-closed', { stream: id })
    return document
  }

  function opened(document: LiveStream): Open {
    const { _id: id } = document
    const known = open.get(id)
    if (known?.source === document.source) return known
    cut(id)
    const scope = scopeOf(document.source, parts.insecure)
    if (!scope)
      throw failSignage('signage.live-source', { reason: '直播地址要以 https:// 开头，以 .m3u8 结尾' })
    const [oldest] = open.keys()
    if (open.size >= streamsMax && oldest !== undefined) cut(oldest)
    const fresh = {
      source: document.source,
      scope,
      names: new Map(),
      stopping: new AbortController(),
      complainedAt: -Infinity,
    }
    open.set(id, fresh)
    return fresh
  }

  function remember({ names }: Open, resources: ReadonlyMap<string, Resource>): void {
    for (const [name, resource] of resources) {
      names.delete(name)
      names.set(name, resource)
    }
    for (const name of names.keys()) {
      if (names.size <= namesMax) break
      names.delete(name)
    }
  }

  /** Once a minute: a source that is down is asked every second. */
  function complain(id: string, stream: Open, error: unknown): void {
    if (stream.stopping.signal.aborted || now() - stream.complainedAt < complainEveryMs) return
    stream.complainedAt = now()
    const reason = error instanceof PufaError ? error.details : String(error)
    parts.log.warn({ stream: id, reason }, 'a broadcast cannot be relayed')
  }

  async function fetched(stream: Open, resource: Resource): Promise<Passed> {
    const { kind } = resource
    const { body, url } = await source.fetch(resource, stream.scope, bytesMax[kind], stream.stopping.signal)
    const type = typeOf(kind, body)
    if (type === null) throw failSignage('signage.live-source', { reason: '直播源给出的不是直播内容' })
    if (kind !== 'playlist') return { body, type, bytes: body.length, lastsMs: segmentLastsMs }
    const playlist = parsePlaylist(body.toString('utf8'), url, stream.scope)
    const { text, resources } = rewritten(playlist)
    remember(stream, resources)
    const lastsMs = playlist.type === 'master' ? masterLastsMs : Math.min(2_000, playlist.targetSeconds * 250)
    const passed = Buffer.from(text)
    return { body: passed, type, bytes: passed.length, lastsMs }
  }

  function fly(id: string, stream: Open, name: string, resource: Resource): Promise<Passed> {
    return flights.get(
      `${id}/${name}`,
      ({ lastsMs }) => lastsMs,
      () =>
        fetched(stream, resource).catch((error: unknown) => {
          complain(id, stream, error)
          throw error
        }),
    )
  }

  async function passed(id: string, name: string): Promise<Passed> {
    const stream = opened(admitted(id))
    const index: Resource = { url: stream.source, range: null, kind: 'playlist' }
    // After a restart players still ask by names of before; the index brings back what it can.
    if (name !== indexName && !stream.names.has(name)) await fly(id, stream, indexName, index)
    const resource = name === indexName ? index : stream.names.get(name)
    if (!resource) throw failSignage('signage.live-unknown', { stream: id })
    return fly(id, stream, name, resource)
  }

  return {
    async get(id, name) {
      // It may have been stopped, or its hours may have ended, while the source was asked.
      return passed(id, name).finally(() => void admitted(id))
    },
    cut,
    bytes: flights.bytes,
  }
}
