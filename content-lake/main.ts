/**
 * @file The content lake: Sanity's HTTP API over SQLite, in this process.
 *
 * Wires the folders below and does nothing else. Documents live in memory and are written through; every
 * change goes through `store/commit.ts`, and reaches query workers and listeners in the order of commits.
 * What is answered, and what is deliberately not: docs/lake-api.md.
 */
import type { MirrorDoor } from '../contracts/mirror.ts'
import type { Clock, Log, Part } from '../contracts/part.ts'
import { createAccounts } from './accounts/accounts.ts'
import { roleTitle, type Role } from './accounts/caller.ts'
import type { Wish } from './accounts/people.ts'
import { checkRights } from './access/rights.ts'
import { openAssets } from './assets/assets.ts'
import type { Disk } from './assets/incoming.ts'
import { accountRoutes } from './http/account-routes.ts'
import { accountsDeskRoutes } from './http/accounts-desk-routes.ts'
import { documentRoutes } from './http/document-routes.ts'
import { json } from './http/exchange.ts'
import { createGateway } from './http/gateway.ts'
import { historyRoutes } from './http/history-routes.ts'
import { listenRoutes } from './http/listen-routes.ts'
import { ownsPath } from './http/owns.ts'
import { PresenceRoom } from './http/presence-socket.ts'
import { projectRoutes } from './http/project-routes.ts'
import { createRouter } from './http/router.ts'
import { signInRoutes } from './http/sign-in-routes.ts'
import { Streams } from './http/streams.ts'
import { UnknownEndpoints } from './http/unknown-endpoints.ts'
import { createUpgrader } from './http/upgrade.ts'
import { Commits } from './observe/commits.ts'
import { createFaults } from './observe/faults.ts'
import { lakeFigures } from './observe/figures.ts'
import { watchQueries } from './observe/queries.ts'
import { storageFigures } from './observe/storage.ts'
import { createFindIds } from './query/find-ids.ts'
import { openQueryPool } from './query/pool.ts'
import { watchDueReleases } from './releases/due.ts'
import { withDefaults, type LakeSettings } from './settings.ts'
import { createCommitter } from './store/commit.ts'
import { DATABASE_FILE, MIRROR_FILE, openDatabase } from './store/database.ts'
import { mirrorDoor } from './mirror/door.ts'
import { authorsIn } from './review/authors.ts'
import { reviewDesk, reviewerOf } from './review/desk.ts'
import { publishApproved } from './review/publish-approved.ts'
import { wordGuard } from './review/words.ts'
import { isPublishedId } from './store/document.ts'
import { Documents } from './store/documents.ts'
import { Feed } from './store/feed.ts'
import { History } from './store/history.ts'
import { checkReferences } from './store/integrity.ts'
import { KeyValues } from './store/key-values.ts'
import { Ledger } from './store/ledger.ts'
import { lockFolder } from './store/lock.ts'
import { randomSecret } from './store/random.ts'
import { createStore } from './store/store.ts'
import type { Sweep } from './upkeep/asset-sweep.ts'
import { keepHistory } from './upkeep/retention.ts'

export type { Wish as AccountWish } from './accounts/people.ts'
export type { LakeSettings } from './settings.ts'

export interface Lake extends Part {
  /** Set only on the very first start, when no password was given; to be shown to the operator once. */
  readonly firstSignIn: { user: string; password: string } | null
  /** Makes accounts with passwords of chance, to be shown once; those that exist are left alone. */
  makeAccounts(wishes: readonly Wish[]): Promise<{ user: string; password: string; title: string }[]>
  /** A bearer token for a program of this process. One made before under the same name stops working. */
  issueServiceToken(name: string, role: Role, county?: string | null): string
  /** Lets this process act as a person, by name, until it ends. @throws PufaError `lake.account-missing` */
  lendAccount(name: string): { secret: string; end(): void }
  /** `METHOD path` → how often an endpoint that does not exist was called. */
  unknownEndpoints(): ReadonlyMap<string, number>
  /** Closes streams and sockets of those who have signed out; runs by itself every 15 seconds. */
  checkSignIns(): void
  /** Takes unused pictures and files away, or says which; runs by itself some times a day. */
  sweepAssets: Sweep
  /** For whoever fills a lake that was opened as a mirror. */
  readonly mirror: MirrorDoor
  /** Publishes the scheduled releases whose time has come; runs by itself every second. */
  publishDueReleases(): void
  /** Counts and sizes for `/metrics`; names carry their units. */
  metrics(): Record<string, number>
  faults(): string[]
}

const DUE_MS = 1000

/** @throws PufaError `start.data-unwritable`, `start.data-in-use`, `lake.database-damaged` */
export async function openLake(
  settings: LakeSettings,
  parts: { clock: Clock; log: Log; disk?: Disk },
): Promise<Lake> {
  const { clock, log } = parts
  const { dataFolder, projectId, dataset, origin: configuredOrigin } = settings
  const limits = withDefaults(settings)

  const file = limits.isMirror ? MIRROR_FILE : DATABASE_FILE
  const lock = lockFolder(dataFolder)
  const database = closingOnError(lock.release, () =>
    openDatabase(dataFolder, settings.databaseBytesMax ?? null, file),
  )

  const ledger = new Ledger(database)
  const documents = new Documents()
  await documents.loadInPieces(ledger.documents())
  const history = new History(database)
  const feed = new Feed(history, log)
  const queries = watchQueries(
    openQueryPool(
      { folder: dataFolder, file, workers: limits.queryWorkers, timeMsMax: limits.queryTimeMsMax, documents },
      log,
    ),
    { slowMs: limits.slowQueryMs, clock, log },
  )
  const { pool } = queries
  const accounts = createAccounts(database, clock)
  const { isReviewed } = limits
  const reviews = isReviewed
    ? {
        settle: reviewDesk({
          documents,
          authorsOf: authorsIn(database),
          blockedWords: wordGuard(documents),
          whoIs: (id) => reviewerOf(accounts.people.find(id)),
        }),
      }
    : {}
  const commits = new Commits()
  const committer = commits.watch(
    createCommitter({
      documents,
      ledger,
      clock,
      checks: [(all, changes, party) => checkRights(all, changes, party, isReviewed), checkReferences],
      ...reviews,
      onCommit: (commit) => {
        pool.follow(commit)
        feed.publish(commit)
      },
    }),
  )
  const findIds = createFindIds(pool, clock, { projectId, dataset })
  const store = commits.queue(
    createStore({
      ...{ documents, history, feed, committer, findIds, clock },
      // Without review a trail is a document like others, and lets nothing out.
      ...(isReviewed ? { written: publishApproved({ documents, committer, log }) } : {}),
    }),
  )

  const due = watchDueReleases({ documents, history, committer, clock, log })
  due.look()
  const dueTimer = setInterval(() => due.look(), DUE_MS).unref()

  // Nobody signs in at a mirror.
  const firstSignIn = limits.isMirror ? null : await accounts.ensureAdministrator(settings.adminPassword)
  const streams = new Streams(accounts)
  const faults = createFaults(database, pool, clock)
  const presence = new PresenceRoom()
  const unknown = new UnknownEndpoints()
  const keyValues = new KeyValues(database)
  const assets = openAssets({ limits, database, store, committer, clock, log, disk: parts.disk })
  const { corsOrigins } = limits
  const { historyDays } = settings
  const stopUpkeep = historyDays ? keepHistory({ database, clock, log }, historyDays) : async () => {}

  const api = createRouter([
    ...projectRoutes({
      ...{ projectId, dataset, configuredOrigin, corsOrigins, accounts, keyValues, documents, isReviewed },
    }),
    ...documentRoutes({ store, pool, clock, projectId, dataset }),
    ...listenRoutes({ store, streams }, dataset),
    ...historyRoutes(store, dataset),
    ...assets.api,
    ['GET', 'pufa/unknown-endpoints', 'administrator', () => json(Object.fromEntries(unknown.counts()))],
  ])
  const accountParts = { accounts, configuredOrigin, clock, counties: () => countiesIn(documents) }
  const pages = createRouter([
    ...signInRoutes(accounts, configuredOrigin),
    ...accountRoutes(accountParts),
    ...accountsDeskRoutes(accountParts),
    ...assets.pages,
  ])
  const upgrader = createUpgrader({
    store,
    streams,
    accounts,
    presence,
    unknown,
    dataset,
    configuredOrigin,
    corsOrigins,
    clock,
    log,
  })

  const checkSignIns = () => {
    streams.beat()
    upgrader.beat()
  }
  accounts.whenEnded(checkSignIns)

  return {
    name: 'content-lake',
    owns: ownsPath,
    handle: createGateway({ api, pages, accounts, unknown, configuredOrigin, corsOrigins, log }),
    upgrade: upgrader.upgrade,
    async close() {
      clearInterval(dueTimer)
      upgrader.close()
      streams.closeAll()
      await assets.close()
      await pool.close()
      await stopUpkeep()
      database.close()
      lock.release()
    },
    firstSignIn,
    async makeAccounts(wishes) {
      const made = []
      for (const wish of wishes) {
        const password = randomSecret(15)
        if (await accounts.people.add(wish, password))
          made.push({ user: wish.name, password, title: roleTitle(wish.role) })
      }
      return made
    },
    sweepAssets: assets.sweep,
    mirror: mirrorDoor({ documents, history, committer, feed }),
    issueServiceToken: accounts.issueToken,
    lendAccount: accounts.lend,
    unknownEndpoints: () => unknown.counts(),
    publishDueReleases: () => due.look(),
    checkSignIns,
    faults,
    metrics: () => {
      const releases = due.counts()
      return {
        ...lakeFigures({ documents, committer, feed, streams, pool }),
        ...queries.figures(),
        ...commits.figures(),
        ...storageFigures(dataFolder, file, documents),
        lake_sockets: upgrader.count(),
        lake_presence: presence.count,
        lake_image_cache_bytes: assets.cacheBytes(),
        lake_releases_scheduled: releases.scheduled,
        lake_releases_waiting: releases.waiting,
        lake_unknown_endpoints: unknown.counts().size,
      }
    },
  }
}

/** In the order in which lists name them. */
function countiesIn(documents: Documents) {
  return documents
    .idsOfType('county')
    .flatMap((id) => (isPublishedId(id) ? (documents.get(id) ?? []) : []))
    .sort((a, b) => Number(a['order'] ?? 0) - Number(b['order'] ?? 0))
    .map(({ _id: id, title }) => ({ id, title: typeof title === 'string' ? title : id }))
}

function closingOnError<T>(release: () => void, open: () => T): T {
  try {
    return open()
  } catch (error) {
    release()
    throw error
  }
}
