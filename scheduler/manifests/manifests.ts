/**
 * @file The manifest of every screen, made again only where a change touches it.
 *
 * A manifest's revision moves on when its content changes, or when half of its lease is gone. Revision:
 * max(last + 1, Unix ms), so that a restored backup still moves forward.
 */
import { createHash } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import { canonicalJson } from '../../contracts/canonical.ts'
import type { ScreenDocument } from '../../contracts/documents/index.ts'
import { manifestFormat, type Manifest, type SignedManifest } from '../../contracts/manifest.ts'
import type { Instant } from '../../contracts/part.ts'
import { defaultZone, leaseDaysDefault, leaseDaysMax } from '../../contracts/schedule/index.ts'
import { dayText, isZone, wallClock } from '../../contracts/schedule/zone.ts'
import { typeMark, type SignageDocument } from '../compile/documents.ts'
import { compileScreen, type CompiledScreen, type Renditions } from '../compile/manifest.ts'
import { atomically } from '../store/database.ts'
import type { SigningKey } from './keys.ts'

const dayMs = 86_400_000

interface Held {
  manifest: Manifest
  signed: SignedManifest
  used: ReadonlySet<string>
  contentHash: string
}

type Content = CompiledScreen['content']
type Issue = Omit<Manifest, keyof Content>

/** Canonical JSON of each part of the content: made once, hashed and signed. */
type Texts = Readonly<Record<keyof Content, string>>

function textsOf({ assets, schedule, screen }: Content): Texts {
  return { assets: canonicalJson(assets), schedule: canonicalJson(schedule), screen: canonicalJson(screen) }
}

function hashOf({ assets, schedule, screen }: Texts, leaseMs: number): string {
  return createHash('sha256').update(`${leaseMs}\n${assets}\n${schedule}\n${screen}`).digest('hex')
}

/** The manifest's canonical JSON, whose members stand in the order of their names. */
function payloadOf({ assets, schedule, screen }: Texts, issue: Issue): string {
  const { format, issuedAt, leaseUntil, revision } = issue
  const facts = `"format":${format},"issuedAt":${issuedAt},"leaseUntil":${leaseUntil},"revision":${revision}`
  return `{"assets":${assets},${facts},"schedule":${schedule},"screen":${screen}}`
}

export interface Manifests {
  get(screen: string): Held | null
  all(): Manifest[]
  /** Makes what the changed documents touch. @returns the screens whose manifest is another one */
  refresh(changed: readonly { id: string; type: string }[] | 'all'): string[]
  /** After a restored backup a player may hold a later revision: ours then moves past it. */
  raise(screen: string, above: number): void
  size(): number
}

export interface ManifestParts {
  database: DatabaseSync
  key: SigningKey
  documents(): ReadonlyMap<string, SignageDocument>
  renditions: Renditions
  origin: string
  now(): Instant
}

interface RevisionRow {
  revision: number
  contentHash: string
  issuedAt: Instant
}

export function manifestsOf({ database, key, documents, renditions, origin, now }: ManifestParts): Manifests {
  const held = new Map<string, Held>()
  const find = database.prepare('SELECT revision, contentHash, issuedAt FROM revision WHERE screen = ?')
  const save = database.prepare(
    'INSERT OR REPLACE INTO revision (screen, revision, contentHash, issuedAt) VALUES (?, ?, ?, ?)',
  )

  /** @returns whether the manifest is another one */
  function make(screen: ScreenDocument): boolean {
    const at = now()
    const zone = screen.zone && isZone(screen.zone) ? screen.zone : defaultZone
    const today = dayText(wallClock(zone, at).day)
    const { content, used } = compileScreen(screen, { documents: documents(), renditions, origin, today })
    const texts = textsOf(content)
    const leaseMs = Math.min(leaseDaysMax, Math.max(1, screen.leaseDays ?? leaseDaysDefault)) * dayMs
    const contentHash = hashOf(texts, leaseMs)
    const last = find.get(screen._id) as RevisionRow | undefined
    const same = last?.contentHash === contentHash && at - last.issuedAt < leaseMs / 2 && at >= last.issuedAt
    const current = held.get(screen._id)
    if (same && current?.contentHash === contentHash) {
      held.set(screen._id, { ...current, used })
      return false
    }
    const revision = same ? last.revision : Math.max((last?.revision ?? 0) + 1, at)
    const issuedAt = same ? last.issuedAt : at
    if (!same) save.run(screen._id, revision, contentHash, issuedAt)
    const issue: Issue = { format: manifestFormat, revision, issuedAt, leaseUntil: issuedAt + leaseMs }
    const signed = key.sign(payloadOf(texts, issue))
    held.set(screen._id, { manifest: { ...issue, ...content }, signed, used, contentHash })
    return true
  }

  function refresh(changed: readonly { id: string; type: string }[] | 'all'): string[] {
    const all = changed === 'all'
    const ids = new Set(all ? [] : changed.flatMap(({ id, type }) => [id, typeMark(type)]))
    const another: string[] = []
    for (const id of held.keys())
      if (documents().get(id)?._type !== 'screen') {
        held.delete(id)
        another.push(id)
      }
    for (const document of documents().values()) {
      if (document._type !== 'screen') continue
      const used = held.get(document._id)?.used
      const touched = all || !used || [...ids].some((id) => used.has(id))
      if (touched && make(document)) another.push(document._id)
    }
    return another
  }

  return {
    get: (screen) => held.get(screen) ?? null,
    all: () => [...held.values()].map(({ manifest }) => manifest),
    size: () => held.size,
    raise(screen, above) {
      const current = held.get(screen)
      const last = find.get(screen) as RevisionRow | undefined
      if (!current || !last || above < current.manifest.revision || above > now() + dayMs) return
      const revision = Math.max(above + 1, now())
      save.run(screen, revision, last.contentHash, last.issuedAt)
      const manifest = { ...current.manifest, revision }
      held.set(screen, { ...current, manifest, signed: key.sign(canonicalJson(manifest)) })
    },
    // One transaction for all of them, since each would wait for the disk.
    refresh: (changed) => atomically(database, () => refresh(changed)),
  }
}
