/**
 * @file Publishes scheduled releases when their time has come.
 *
 * A release whose time passed while the program was off is published at the next look. Its state changes in
 * the same transaction that publishes it, so neither a crash nor a clock set back publishes it twice.
 * A release that cannot be published as it is (a reference points nowhere) goes back to active with an
 * `error`, as in Sanity, so that its versions can be mended; a passing fault (a full disk) leaves it
 * scheduled, and it is tried again after ever more looks.
 */
import { SYSTEM } from '../access/party.ts'
import { PufaError } from '../../contracts/errors/registry.ts'
import type { Clock, Log } from '../../contracts/part.ts'
import { ActionPlan, type Draft } from '../store/action-plan.ts'
import type { Committer } from '../store/commit.ts'
import type { LakeDocument } from '../store/document.ts'
import type { Documents } from '../store/documents.ts'
import type { History } from '../store/history.ts'
import { publishRelease } from './publish.ts'
import { RELEASE_TYPE, releaseNameOf, stateOf } from './release.ts'

export interface DueReleases {
  /** One look. Never throws. */
  look(): void
  /** How many are scheduled, and how many of them wait after a fault. */
  counts(): { scheduled: number; waiting: number }
}

/** Looks between two tries, at most: a minute when one looks every second. */
const LOOKS_MAX = 60
const STEPS_MAX = 1000

export function watchDueReleases(parts: {
  documents: Documents
  history: History
  committer: Committer
  clock: Clock
  log: Log
}): DueReleases {
  const { documents, history, committer, clock, log } = parts
  /** Counted in looks, since the clock may be set back. */
  const waits = new Map<string, { tries: number; looks: number }>()

  function scheduled(): LakeDocument[] {
    return documents.idsOfType(RELEASE_TYPE).flatMap((id) => {
      const release = documents.get(id)
      return release && stateOf(release) === 'scheduled' ? [release] : []
    })
  }

  function commit(release: LakeDocument, change: (plan: ActionPlan) => void): void {
    const plan = new ActionPlan(documents)
    change(plan)
    committer.commit({
      mutations: plan.mutations,
      transactionId: null,
      // Allowed when it was scheduled, and told under the name of whoever scheduled it.
      party: { ...SYSTEM, id: schedulerOf(history, release._id) },
      requestSha256: '',
      dryRun: false,
      makesArrayKeys: false,
    })
  }

  function publish(release: LakeDocument): void {
    const name = releaseNameOf(release._id)
    try {
      commit(release, (plan) => publishRelease(plan, release, 0, clock.now()))
      waits.delete(release._id)
      log.info({ release: name }, 'a scheduled release was published')
    } catch (error) {
      if (error instanceof PufaError && error.status < 500 && error.status !== 429) refuse(release, error)
      else postpone(release, error)
    }
  }

  function refuse(release: LakeDocument, reason: PufaError): void {
    const { publishAt: _, _rev: __, _updatedAt: ___, ...rest } = release
    const { referenceId, id } = reason.details
    const which = [id, referenceId].filter((one) => typeof one === 'string').join(' → ')
    const message = `没有按时发布：${reason.message}${which ? `（${which}）` : ''}。${reason.remedy}`
    try {
      commit(release, (plan) =>
        plan.write('createOrReplace', { ...rest, state: 'active', error: { message } } as Draft),
      )
      waits.delete(release._id)
      log.warn(
        { release: releaseNameOf(release._id), code: reason.code },
        'a scheduled release cannot be published',
      )
    } catch (error) {
      postpone(release, error)
    }
  }

  function postpone(release: LakeDocument, error: unknown): void {
    const tries = (waits.get(release._id)?.tries ?? 0) + 1
    const looks = Math.min(2 ** tries, LOOKS_MAX)
    waits.set(release._id, { tries, looks })
    log.error(
      { release: releaseNameOf(release._id), tries, reason: String(error) },
      'a scheduled release was not published and will be tried again',
    )
  }

  return {
    look() {
      const now = clock.now()
      const open = scheduled()
      for (const id of waits.keys()) if (!open.some(({ _id }) => _id === id)) waits.delete(id)
      for (const release of open) {
        const at = Date.parse(String(release['publishAt']))
        if (!(at <= now)) continue
        const wait = waits.get(release._id)
        if (wait && wait.looks > 1) wait.looks--
        else publish(release)
      }
    },
    counts: () => ({ scheduled: scheduled().length, waiting: waits.size }),
  }
}

/** Whoever scheduled it publishes it: nobody's rights are wider because the hour has come. */
function schedulerOf(history: History, id: string): string {
  const past = history.changes({
    documentIds: [id],
    fromTransaction: null,
    toTransaction: null,
    fromTime: null,
    toTime: null,
    newestFirst: true,
    limit: STEPS_MAX,
  })
  const step = past.find(
    ({ before, after }) => stateOf(after) === 'scheduled' && stateOf(before) !== 'scheduled',
  )
  return step?.author ?? 'release-clock'
}
