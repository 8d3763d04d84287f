/** @file Two counties' manifests over a database and a clock of the test's own, without a lake. */
import type { DatabaseSync } from 'node:sqlite'
import type { Manifest, ManifestAsset } from '../../contracts/manifest.ts'
import type { SignageDocument } from '../../scheduler/compile/documents.ts'
import type { Changed } from '../../scheduler/content/watch.ts'
import { manifestsOf, type Manifests } from '../../scheduler/manifests/manifests.ts'
import { handClock, ownDatabase, type HandClock } from './clock.ts'
import { plainKey } from './plain-key.ts'
import { county, event, mapOf, playlist, ref, screen, settings, slogan } from './samples.ts'

export interface ManifestRig {
  documents: Map<string, SignageDocument>
  clock: HandClock
  database: DatabaseSync
  ready: Map<string, ManifestAsset>
  manifests: Manifests
  /** How many manifests were signed. */
  signed(): number
  /** Opens the same database again, as a restart does. */
  restart(): Manifests
  /** Puts a document in place and says so. @returns the screens whose manifest is another one */
  change(document: SignageDocument): Promise<string[]>
  /** @returns the screens whose manifest is another one */
  refresh(changed: Changed): Promise<string[]>
}

/** Two counties, each with a screen, a playlist and an event of its own. */
const twoCounties = (): SignageDocument[] => [
  settings({ fallback: ref('playlist-evergreen') }),
  slogan('slogan-evergreen', '有事找法'),
  playlist('playlist-evergreen', 'slogan-evergreen'),
  ...['1', '2'].flatMap((code) => [
    county(code),
    screen(`screen-${code}`, { county: ref(`county-${code}`), leaseDays: 10 }),
    slogan(`slogan-${code}`, `标语${code}`),
    playlist(`playlist-${code}`, `slogan-${code}`),
    event(`event-${code}`, { playlist: ref(`playlist-${code}`), targets: [{ county: `county-${code}` }] }),
  ]),
]

export async function refreshed(manifests: Manifests, changed: Changed): Promise<string[]> {
  const another: string[] = []
  await manifests.refresh(changed, (screens) => another.push(...screens))
  return another
}

export async function manifestRig(): Promise<ManifestRig> {
  const documents = mapOf(twoCounties())
  const clock = handClock()
  const database = ownDatabase()
  const ready = new Map<string, ManifestAsset>()
  let signed = 0
  const restart = () =>
    manifestsOf({
      database,
      key: plainKey(() => String(++signed)),
      documents: () => documents,
      renditions: { find: ({ assetId }) => ready.get(assetId) ?? null },
      origin: 'https://pufa.test',
      now: clock.now,
    })
  const manifests = restart()
  await refreshed(manifests, 'all')
  return {
    documents,
    clock,
    database,
    ready,
    manifests,
    signed: () => signed,
    restart,
    change(document) {
      documents.set(document._id, document)
      return refreshed(manifests, [{ id: document._id, type: document._type }])
    },
    refresh: (changed) => refreshed(manifests, changed),
  }
}

export function manifestOf(manifests: Manifests, id = 'screen-1'): Manifest {
  const manifest = manifests.manifest(id)
  if (!manifest) throw new Error(`no manifest of ${id}`)
  return manifest
}
