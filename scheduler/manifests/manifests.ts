/**
 * @file The manifest of every screen, made again only where a change touches it.
 *
 * A manifest's revision moves on when its content changes, or when half of its lease is gone. Revision:
 * max(last + 1, Unix ms), so that a restored backup still moves forward. A revision is on disk before it
 * leaves the machine. Many screens are made in batches, each written as one transaction and signed at once,
 * so the first screens do not wait for the last, and other work gets its turn between two batches.
 */
import type { DatabaseSync } from 'node:sqlite'
import { canonicalJson } from '../../contracts/canonical.ts'
import type { ScreenDocument } from '../../contracts/documents/index.ts'
import {
  assemble,
  manifestFormat,
  type Manifest,
  type ManifestHead,
  type ManifestPart,
  type ScreenProfile,
} from '../../contracts/manifest.ts'
import type { Instant } from '../../contracts/part.ts'
import { defaultZone, leaseDaysDefault, leaseDaysMax } from '../../contracts/schedule/index.ts'
import { dayText, isZone, wallClock } from '../../contracts/schedule/zone.ts'
import { meet, typeMark, type SignageDocument } from '../compile/documents.ts'
import type { Fonts } from '../compile/font.ts'
import { allEvents, compileScreen, type CompileInput, type Renditions } from '../compile/manifest.ts'
import { partCache, sha256Hex, type Part } from '../compile/parts.ts'
import type { Changed } from '../content/watch.ts'
import type { TakeoverInForce } from '../../contracts/orders.ts'
import { atomically } from '../store/database.ts'
import { fit } from './fit.ts'
import { heldBackOf, type Overweight } from './held-back.ts'
import type { Signature, SigningKey } from './keys.ts'

const dayMs = 86_400_000
/** Screens that are made and written together: few at first, for an early start; each batch waits for the disk. */
const firstBatch = 64
const batchMax = 256

export interface Held {
  head: ManifestHead
  parts: readonly Part[]
  signature: Signature
  /** Ids of the documents that were read beside those of the parts. */
  used: ReadonlySet<string>
  contentHash: string
}

/** Written down, not yet signed. */
interface Unsigned extends Omit<Held, 'signature'> {
  payload: string
}

export interface Manifests {
  get(screen: string): Held | null
  /** What its player is to play by: of a screen that was deleted, the fallback alone. */
  toSend(screen: string): Held | null
  /** As the player puts it together. */
  manifest(screen: string): Manifest | null
  profiles(): ScreenProfile[]
  /** Screens for which everything together is too large, and what they were not given. */
  overweight(): Overweight[]
  /**
   * Makes what the changed documents touch.
   * @param made called with the screens of each batch whose manifest is another one, or gone
   * @param ahead does not wait for what is being made already: orders are not to queue behind a renewal
   */
  refresh(changed: Changed, made: (screens: readonly string[]) => void, ahead?: boolean): Promise<void>
  /** After a restored backup a player may hold a later revision: ours then moves past it. */
  raise(screen: string, above: number): void
  size(): number
}

export interface ManifestParts {
  database: DatabaseSync
  key: SigningKey
  documents(): ReadonlyMap<string, SignageDocument>
  /** Orders that take screens over; left out: none. */
  takeovers?(): readonly TakeoverInForce[]
  renditions: Renditions
  /** Left out: no fonts go with the manifests. */
  fonts?: Fonts
  /** Whether the broadcast of this document was stopped; left out: none is. */
  liveStopped?(id: string): boolean
  origin: string
  now(): Instant
}

interface RevisionRow {
  revision: number
  contentHash: string
  issuedAt: Instant
}

function isCalendarOrFallback({ calendar, playlists = [] }: ManifestPart, head: ManifestHead): boolean {
  const fallbacks = [head.fallback, head.screen.fallback]
  return calendar !== undefined || playlists.some(({ id }) => fallbacks.includes(id))
}

/** Many screens share a part, which is looked at once. @param ids `null`: everything is touched */
function touching(ids: ReadonlySet<string> | null): (held: Held | undefined) => boolean {
  const looked = new Map<Part, boolean>()
  const isTouched = (part: Part, changed: ReadonlySet<string>): boolean => {
    const known = looked.get(part) ?? meet(part.used, changed)
    looked.set(part, known)
    return known
  }
  return (held) => !ids || !held || meet(held.used, ids) || held.parts.some((part) => isTouched(part, ids))
}

/** What all screens of a batch are made from. */
type SharedInput = Omit<CompileInput, 'today'>

const turnOfTheLoop = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

export function manifestsOf({
  takeovers = () => [],
  liveStopped = () => false,
  ...given
}: ManifestParts): Manifests {
  const { database, key, documents, renditions, origin, now } = given
  const fonts = given.fonts ? { fonts: given.fonts } : {}
  const held = new Map<string, Held>()
  /** Screens whose documents are gone: their players may not go on with what nobody can withdraw. */
  const bereft = new Map<string, Held>()
  const parts = partCache()
  const heldBack = heldBackOf(database)
  const find = database.prepare('SELECT revision, contentHash, issuedAt FROM revision WHERE screen = ?')
  const save = database.prepare(
    `INSERT INTO revision (screen, revision, contentHash, issuedAt) VALUES (?, ?, ?, ?)
     ON CONFLICT (screen) DO UPDATE
     SET revision = excluded.revision, contentHash = excluded.contentHash, issuedAt = excluded.issuedAt`,
  )
  /** Refreshes follow one another, but those ahead; each screen is made from what counts at that moment. */
  let last: Promise<void> = Promise.resolve()

  /** As things stand at this moment; an order may change them between two batches. */
  function sharedInput(): SharedInput {
    const live = { takeovers: takeovers(), liveStopped }
    const input = { documents: documents(), ...live, renditions, ...fonts, parts, origin }
    return { ...input, events: allEvents(input) }
  }

  /** @returns `null` when the manifest is as it was */
  function make(screen: ScreenDocument, shared: SharedInput): Unsigned | null {
    const at = now()
    const zone = screen.zone && isZone(screen.zone) ? screen.zone : defaultZone
    const today = dayText(wallClock(zone, at).day)
    const fits = fit(compileScreen(screen, { ...shared, today }), held.get(screen._id)?.parts, heldBack)
    if (!fits) return null
    const { compiled, content, texts } = fits
    const leaseMs = Math.min(leaseDaysMax, Math.max(1, screen.leaseDays ?? leaseDaysDefault)) * dayMs
    // Signed by another key it is another manifest: players keep the one that they can check.
    const contentHash = sha256Hex(`${key.keyId}\n${leaseMs}\n${texts.content}`)
    const row = find.get(screen._id) as RevisionRow | undefined
    const same = row?.contentHash === contentHash && at - row.issuedAt < leaseMs / 2 && at >= row.issuedAt
    const current = held.get(screen._id)
    if (same && current?.contentHash === contentHash) {
      held.set(screen._id, { ...current, parts: compiled.parts, used: compiled.used })
      return null
    }
    const revision = same ? row.revision : Math.max((row?.revision ?? 0) + 1, at)
    const issuedAt = same ? row.issuedAt : at
    if (!same) save.run(screen._id, revision, contentHash, issuedAt)
    const head: ManifestHead = {
      ...content,
      format: manifestFormat,
      revision,
      issuedAt,
      leaseUntil: issuedAt + leaseMs,
    }
    const payload = texts.head(head)
    return { head, payload, parts: compiled.parts, used: compiled.used, contentHash }
  }

  /** @returns the screens whose manifest is another one by that */
  function makeBatch(ids: readonly string[]): string[] {
    const shared = sharedInput()
    const screens = ids.flatMap((id) => {
      const document = shared.documents.get(id)
      return document?._type === 'screen' ? [document] : []
    })
    // One transaction for a batch, since each would wait for the disk.
    const made = atomically(database, () => screens.flatMap((screen) => make(screen, shared) ?? []))
    const signatures = key.signAll(made.map(({ payload }) => payload))
    return made.flatMap(({ payload: _payload, ...unsigned }, at) => {
      const { id } = unsigned.head.screen
      const signature = signatures[at]
      if (!signature) return []
      bereft.delete(id)
      held.set(id, { ...unsigned, signature })
      return [id]
    })
  }

  /** What is left of a screen's manifest when its document is gone: nothing but the fallback. */
  function bereave(id: string, { head, parts: before }: Held): void {
    const left = before.filter(({ content }) => !content.events && isCalendarOrFallback(content, head))
    const at = now()
    const hashes = left.map(({ hash }) => hash)
    const revision = Math.max(head.revision + 1, at)
    const bare: ManifestHead = { ...head, parts: hashes, revision, issuedAt: at }
    save.run(id, revision, '', at)
    heldBack.clear(id)
    bereft.set(id, {
      ...{ head: bare, parts: left, signature: key.sign(canonicalJson(bare)) },
      ...{ used: new Set(), contentHash: '' },
    })
  }

  function dropGone(): string[] {
    const read = documents()
    const gone = [...held].filter(([id]) => read.get(id)?._type !== 'screen')
    if (gone.length > 0) atomically(database, () => gone.forEach(([id, manifest]) => bereave(id, manifest)))
    for (const [id] of gone) held.delete(id)
    return gone.map(([id]) => id)
  }

  async function run(changed: Changed, made: (screens: readonly string[]) => void): Promise<void> {
    const ids = changed === 'all' ? null : new Set(changed.flatMap(({ id, type }) => [id, typeMark(type)]))
    if (ids) parts.changed(ids)
    else parts.forgetAll()
    const gone = dropGone()
    if (gone.length > 0) made(gone)
    const isTouched = touching(ids)
    const touched = [...documents().values()]
      .filter(({ _id, _type }) => _type === 'screen' && isTouched(held.get(_id)))
      .map(({ _id }) => _id)
    for (
      let at = 0, size = firstBatch;
      at < touched.length;
      at += size, size = Math.min(batchMax, size * 2)
    ) {
      if (at > 0) await turnOfTheLoop()
      if (!database.isOpen) return
      const another = makeBatch(touched.slice(at, at + size))
      if (another.length > 0) made(another)
    }
  }

  return {
    get: (screen) => held.get(screen) ?? null,
    toSend: (screen) => held.get(screen) ?? bereft.get(screen) ?? null,
    manifest(screen) {
      const found = held.get(screen)
      return found
        ? assemble(
            found.head,
            found.parts.map(({ content }) => content),
          )
        : null
    },
    profiles: () => [...held.values()].map(({ head }) => head.screen),
    overweight: () => heldBack.all(),
    size: () => held.size,
    raise(screen, above) {
      const current = held.get(screen)
      const row = find.get(screen) as RevisionRow | undefined
      if (!current || !row || above < current.head.revision || above > now() + dayMs) return
      const revision = Math.max(above + 1, now())
      save.run(screen, revision, row.contentHash, row.issuedAt)
      const head = { ...current.head, revision }
      held.set(screen, { ...current, head, signature: key.sign(canonicalJson(head)) })
    },
    refresh(changed, made, ahead = false) {
      if (ahead) return run(changed, made)
      const mine = last.then(() => run(changed, made))
      last = mine.catch(() => undefined)
      return mine
    },
  }
}
