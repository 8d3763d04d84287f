/**
 * @file Keeps the mirror equal to what of the service may be public.
 *
 * States: connecting → reading → live, and back to connecting when the line breaks; what the mirror held last
 * is served all the while. It listens first and reads second, and reads whole after every reconnection and every
 * ten minutes. Each batch is judged anew as a whole and written in one commit, so no page meets a hole. A reading
 * without a single document is not believed while the mirror holds some.
 */
import type { MirrorDoor } from '../../contracts/mirror.ts'
import type { Clock, Log } from '../../contracts/part.ts'
import type { Noticed } from '../desk/desk.ts'
import type { Service, ServiceDocument } from '../service/service.ts'
import type { Floors } from '../store/floors.ts'
import { Held, type Verify } from './held.ts'
import { judge, type Judgement, type WithheldDocument } from './judge.ts'
import { heardTypes } from './kinds.ts'
import { readAll } from './read-all.ts'

export interface MirrorParts {
  service: Service
  door: MirrorDoor
  floors: Floors
  verify: Verify
  /** Whether a key period is in force. */
  isKeyPeriod(): boolean
  /** Told of what went out by a seal, and of what was taken down. */
  noticed(what: Noticed): void
  clock: Clock
  log: Log
}

export interface Mirror {
  /** Resolves when it was read whole for the first time, or could not be. */
  readonly first: Promise<void>
  /** Judges anew, by rules that have changed. */
  look(): void
  withheld(): readonly WithheldDocument[]
  /** Whether this very content is in the mirror, as the service has it; null: the service has none of it. */
  shows(id: string): { isShown: boolean; why: WithheldDocument['why'] | null } | null
  /** It holds what is to be served, if of an earlier day. */
  isFilled(): boolean
  isLive(): boolean
  close(): void
}

interface Heard {
  type: string
  documentId?: string
  result?: ServiceDocument
  transition?: string
  identity?: string
}

const filter = '*[_type in $types && !(_id in path("drafts.**")) && !(_id in path("versions.**"))]'
const retryMs = 2_000
/** Changes that come together are judged together; where that takes long, more of them are. */
const gatherMs = 20
const gatherMsMax = 500
const gatherShare = 5
const wholeMs = 10 * 60_000
const toldMax = 5
/** Written by readers, and not come to the service so far: they stay whatever the service holds. */
const readersType = 'errorReport'
const nothing: Judgement = { shown: new Set(), bySeal: new Map(), withheld: [] }

export function openMirror(parts: MirrorParts): Mirror {
  const { service, door, floors, log } = parts
  const { projectId, dataset } = service.access
  const held = new Held(parts.verify)
  let state: 'connecting' | 'reading' | 'live' | 'closed' = 'connecting'
  let buffered: Heard[] = []
  let readings = 0
  let isReading = false
  let isWhole = false
  let last = nothing
  let settledInMs = 0
  let firstIsOver = () => {}
  const first = new Promise<void>((over) => {
    firstIsOver = over
  })
  let told = ''
  const doers = new Map<string, string>()
  const timers: Record<'gather' | 'retry' | 'whole' | 'write', NodeJS.Timeout | undefined> = {
    ...{ gather: undefined, retry: undefined, whole: undefined, write: undefined },
  }
  let subscription: { unsubscribe(): void } | undefined

  const later = (name: keyof typeof timers, work: () => void, ms: number) => {
    clearTimeout(timers[name])
    if (state !== 'closed') timers[name] = setTimeout(work, ms).unref()
  }

  /** @throws what the disk throws; then nothing is noted */
  function settle(): void {
    if (!isWhole || state === 'closed') return
    const began = performance.now()
    const place = { projectId, dataset }
    const judged = judge({ held, floors, place, isKeyPeriod: parts.isKeyPeriod() })
    const gone = floors.standing().filter((id) => held.get(id) === undefined)
    const fresh = [...judged.bySeal].filter(([id, { at }]) => {
      const floor = floors.of(id)
      return !floor || floor.isGone || floor.at !== at
    })
    // Before anything of it is public, so that no power cut leaves an older seal valid.
    floors.note(judged.bySeal, gone)
    write(judged)
    last = judged
    tell(judged.withheld)
    for (const [id, { hash }] of fresh) notice(id, 'publish', hash)
    for (const id of gone) notice(id, 'unpublish', null)
    doers.clear()
    settledInMs = performance.now() - began
  }

  function notice(id: string, kind: Noticed['kind'], hash: string | null): void {
    parts.noticed({ subject: id, kind, hash, by: doers.get(id) ?? null })
  }

  function write({ shown }: Judgement): void {
    const present = door.revisions()
    const own = new Set(door.ownOfType(readersType))
    const standing = [...shown].flatMap((id) => {
      const document = held.get(id)
      return document && present.get(id) !== document._rev ? [document] : []
    })
    const removed = [...present.keys()].filter((id) => !shown.has(id) && !own.has(id))
    door.put(standing, removed)
  }

  function tell(withheld: readonly WithheldDocument[]): void {
    const named = withheld.slice(0, toldMax).map(({ id, type, title, why }) => ({ id, type, title, why }))
    const now = JSON.stringify([withheld.length, named])
    if (now === told) return
    told = now
    if (withheld.length > 0) log.warn({ count: withheld.length, first: named }, 'content is withheld')
    else log.info({}, 'no content is withheld')
  }

  function settleSoon(): void {
    const wait = Math.min(gatherMsMax, Math.max(gatherMs, settledInMs * gatherShare))
    timers.gather ??= setTimeout(() => {
      timers.gather = undefined
      trying(settle)
    }, wait).unref()
  }

  /** A full or locked disk must not end the program: the mirror stays as it was until it can be written. */
  function trying(work: () => void): void {
    try {
      work()
    } catch (error) {
      log.error({ error: String(error) }, 'the mirror could not be written; trying again')
      later('write', () => trying(settle), retryMs)
    }
  }

  function apply({ documentId: id, result, transition, identity }: Heard): void {
    if (id === undefined) return
    if (transition === 'disappear' || !result) held.remove(id)
    else held.put(result)
    if (identity !== undefined) doers.set(id, identity)
  }

  async function read(): Promise<void> {
    const mine = ++readings
    if (state === 'connecting') state = 'reading'
    buffered = []
    isReading = true
    const all = await readAll(service)
    // The line may have broken meanwhile; what was read before that lacks what the gap swallowed.
    if (mine !== readings || (state !== 'reading' && state !== 'live')) return
    if (all.length === 0 && door.revisions().size > 0)
      throw new Error('the service tells of no document at all, which is not believed')
    held.replace(all)
    for (const event of buffered) apply(event)
    buffered = []
    isReading = false
    isWhole = true
    state = 'live'
    trying(settle)
    firstIsOver()
    later('whole', () => void read().catch(failed), wholeMs)
  }

  function failed(error: unknown): void {
    firstIsOver()
    if (state === 'closed') return
    log.warn({ error: String(error) }, 'the hosted project does not answer the mirror; trying again')
    state = 'connecting'
    subscription?.unsubscribe()
    later('retry', connect, retryMs)
  }

  function heard(event: Heard): void {
    if (event.type === 'welcome') void read().catch(failed)
    else if (event.type === 'reconnect') {
      state = 'connecting'
      firstIsOver()
    } else if (state === 'reading') buffered.push(event)
    else if (state === 'live') {
      // What is being read may be older than this.
      if (isReading) buffered.push(event)
      apply(event)
      settleSoon()
    }
  }

  function connect(): void {
    subscription = service.client
      .listen(filter, { types: heardTypes }, {
        ...{ includeResult: true, visibility: 'query', events: ['welcome', 'mutation', 'reconnect'] },
      } as const)
      .subscribe({ next: (event) => heard(event as Heard), error: failed })
  }

  connect()
  return {
    first,
    look: settleSoon,
    withheld: () => last.withheld,
    shows(id) {
      if (!held.get(id)) return null
      const why = last.withheld.find((one) => one.id === id)?.why ?? null
      return { isShown: last.shown.has(id), why }
    },
    isFilled: () => isWhole || door.revisions().size > 0,
    isLive: () => state === 'live',
    close() {
      state = 'closed'
      for (const timer of Object.values(timers)) clearTimeout(timer)
      subscription?.unsubscribe()
    },
  }
}
