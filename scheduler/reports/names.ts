/**
 * @file What documents were called and where they belonged, remembered beyond their deletion.
 *
 * Screens, events, campaigns and counties are learnt as the lake tells of them, since a player that was cut
 * off may report a play weeks after its event was deleted.
 */
import type { DatabaseSync } from 'node:sqlite'
import type { PlayRecord } from '../../contracts/messages.ts'
import { defaultZone } from '../../contracts/schedule/index.ts'
import type { SignageDocument } from '../compile/documents.ts'
import { atomically } from '../store/database.ts'
import type { PlayContext } from '../store/plays.ts'

interface Known {
  title: string
  /** Id of the county; of screens alone. */
  county: string
  /** Id of the campaign; of events alone. */
  campaign: string
}

export interface Names {
  /** Takes in what these documents are called; others than screens, events, campaigns and counties are passed over. */
  learn(documents: Iterable<SignageDocument>): void
  about(screen: string, play: Pick<PlayRecord, 'event'>): PlayContext
  /** The last title of a document or item, its id where none is known. */
  title(id: string): string
}

function knownOf(document: SignageDocument): Known | null {
  switch (document._type) {
    case 'screen':
      return { title: document.title, county: document.county._ref, campaign: '' }
    case 'scheduleEvent':
      return { title: document.title, county: '', campaign: document.campaign?._ref ?? '' }
    case 'signageCampaign':
    case 'county':
      return { title: document.title, county: '', campaign: '' }
    default:
      return null
  }
}

/** @param zoneOf zone of a screen, `undefined` for that of the bureau */
export function namesOf(database: DatabaseSync, zoneOf: (screen: string) => string | undefined): Names {
  const save = database.prepare(
    'INSERT OR REPLACE INTO knownName (id, title, county, campaign) VALUES (?, ?, ?, ?)',
  )
  const find = database.prepare('SELECT title, county, campaign FROM knownName WHERE id = ?')
  const held = new Map<string, Known>()

  function get(id: string): Known | undefined {
    return held.get(id) ?? (find.get(id) as Known | undefined)
  }

  return {
    learn(documents) {
      const changed: [string, Known][] = []
      for (const document of documents) {
        const known = knownOf(document)
        if (!known) continue
        const before = get(document._id)
        const same =
          before?.title === known.title &&
          before.county === known.county &&
          before.campaign === known.campaign
        if (!same) changed.push([document._id, known])
        else held.set(document._id, before)
      }
      if (changed.length === 0) return
      atomically(database, () => {
        for (const [id, { title, county, campaign }] of changed) save.run(id, title, county, campaign)
      })
      for (const [id, known] of changed) held.set(id, known)
    },
    about: (screen, { event }) => ({
      county: get(screen)?.county ?? '',
      campaign: (event && get(event)?.campaign) ?? '',
      zone: zoneOf(screen) ?? defaultZone,
    }),
    title: (id) => get(id)?.title ?? id,
  }
}
