/**
 * @file What lives in `PUFA_DATA`, and which of it a backup leaves out.
 *
 * Pure. What is not named here is foreign: it is backed up all the same, since a file too many harms nobody.
 */
interface Entry {
  /** Path inside the folder, `/` between names; what lies below belongs to it. */
  path: string
  /** `made`: the program makes it again by itself, or it means nothing elsewhere. */
  what: 'database' | 'kept' | 'made'
}

const entries: readonly Entry[] = [
  { path: 'lake.db', what: 'database' },
  // Where content is hosted: what of it may be public, and what the desk of review knows.
  { path: 'mirror.db', what: 'database' },
  { path: 'hosted/review.db', what: 'database' },
  { path: 'review.key', what: 'kept' },
  { path: 'assets/originals', what: 'kept' },
  { path: 'assets/incoming', what: 'made' },
  { path: 'signage/signage.db', what: 'database' },
  { path: 'signage/manifest-key.pem', what: 'kept' },
  { path: 'signage/manifest-key.next.pem', what: 'kept' },
  { path: 'signage/manifest-keys.json', what: 'kept' },
  // Films made for screens cost hours of a processor: a restored bureau shows them at once.
  { path: 'signage/assets', what: 'kept' },
  { path: 'site/site.db', what: 'database' },
  { path: 'demo-loaded', what: 'kept' },
  { path: 'demo-loading', what: 'kept' },
  { path: 'cache', what: 'made' },
  { path: 'logs', what: 'made' },
  // The lock and the address of the running program.
  { path: 'lock.db', what: 'made' },
  { path: 'command-line.json', what: 'made' },
]

/** Stands in a folder while a backup is being put back, and bars the start until it is whole. */
export { RESTORE_MARK as restoreMark } from '../../content-lake/store/lock.ts'

const belongs = (file: string, entry: Entry): boolean =>
  file === entry.path || file.startsWith(`${entry.path}/`)

/** SQLite's own files beside a database: a copy of the database holds what is in them. */
const besideDatabase = /\.db-(wal|shm|journal)$/

/** True for what a backup leaves out. */
export const isLeftOut = (file: string): boolean =>
  besideDatabase.test(file) ||
  file.endsWith('.part') ||
  entries.some((entry) => entry.what === 'made' && belongs(file, entry))

/** True for what none of the parts has put there. */
export const isForeign = (file: string): boolean =>
  !entries.some((entry) => belongs(file.replace(besideDatabase, '.db'), entry))

export const databases: readonly string[] = entries
  .filter(({ what }) => what === 'database')
  .map(({ path }) => path)
