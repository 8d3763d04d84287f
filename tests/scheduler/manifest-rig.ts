/** @file Two counties' manifests over a database and a clock of the test's own, without a lake. */
import type { DatabaseSync } from 'node:sqlite'
import type { ManifestAsset } from '../../contracts/manifest.ts'
import type { SignageDocument } from '../../scheduler/compile/documents.ts'
import { manifestsOf, type Manifests } from '../../scheduler/manifests/manifests.ts'
import { handClock, ownDatabase, type HandClock } from './clock.ts'
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
  change(document: SignageDocument): string[]
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

export function manifestRig(): ManifestRig {
  const documents = mapOf(twoCounties())
  const clock = handClock()
  const database = ownDatabase()
  const ready = new Map<string, ManifestAsset>()
  let signed = 0
  const restart = () =>
    manifestsOf({
      database,
      key: {
        publicKey: '',
        keyId: 'k',
        sign: (payload) => ({ payload, signature: String(++signed), keyId: 'k' }),
      },
      documents: () => documents,
      renditions: { find: ({ assetId }) => ready.get(assetId) ?? null },
      origin: 'https://pufa.test',
      now: clock.now,
    })
  const manifests = restart()
  manifests.refresh('all')
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
      return manifests.refresh([{ id: document._id, type: document._type }])
    },
  }
}

export const manifestOf = (manifests: Manifests, id = 'screen-1') => {
  const held = manifests.get(id)
  if (!held) throw new Error(`no manifest of ${id}`)
  return held.manifest
}
