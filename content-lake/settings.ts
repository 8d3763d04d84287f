/** @file What the lake is told when it opens, and what holds where it is told nothing. Pure. */
export interface LakeSettings {
  /** Holds all that must be backed up: `lake.db` and `assets/originals`. */
  dataFolder: string
  projectId: string
  dataset: string
  /** The public origin when the operator has named it, such as `https://pufa.example.gov.cn`. */
  origin: string | null
  /** For the account `admin`. Null: one is made at the first start. Given later, it replaces the old one. */
  adminPassword: string | null
  queryTimeMsMax?: number
  /** Threads, each with its own copy of the documents. */
  queryWorkers?: number
  /** A query that takes so long stands in the log. */
  slowQueryMs?: number
  imageCacheBytesMax?: number
  uploadBytesMax?: number
  imageUploadBytesMax?: number
  /** What one account's uploads in parts may come to while they are unfinished. */
  unfinishedBytesMax?: number
  /** How long what nothing refers to is kept. */
  assetGraceDays?: number
  /** Origins of other programs whose pages may ask this lake, as a hosted project's may. */
  corsOrigins?: readonly string[]
  /** The database may not grow beyond this; absent: as far as the disk goes. */
  databaseBytesMax?: number
  /** Three people approve before anything is public; absent: an administrator publishes alone. */
  isReviewed?: boolean
  /** It holds a copy of what another lake has made public, beside no accounts and no files of its own. */
  isMirror?: boolean
  /** Contents of revisions replaced longer ago are dropped; null or absent: kept for ever. */
  historyDays?: number | null
}

const MEGABYTE = 1024 * 1024

export const withDefaults = (settings: LakeSettings) => ({
  queryTimeMsMax: 5000,
  queryWorkers: 2,
  slowQueryMs: 500,
  imageCacheBytesMax: 512 * MEGABYTE,
  uploadBytesMax: 1024 * MEGABYTE,
  imageUploadBytesMax: 100 * MEGABYTE,
  unfinishedBytesMax: 4096 * MEGABYTE,
  assetGraceDays: 30,
  corsOrigins: [],
  isReviewed: false,
  isMirror: false,
  ...settings,
  // Files of a mirror's documents are kept by the other lake, and its documents go when they go there.
  ...(settings.isMirror ? { assetGraceDays: 36_500 } : {}),
})
