/**
 * @file Review against a hosted project: the desk that judges, the mirror that the public sees.
 *
 * A hosted project enforces nothing: whoever may edit there may write anything, trails and rules among it. So
 * nothing that stands there is believed but what bears this server's own seal, and site and screens read from
 * the mirror alone. Why: docs/decisions/0028-hosted-review.md
 */
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { MirrorDoor } from '../contracts/mirror.ts'
import type { Clock, LakeAccess, Log, Part } from '../contracts/part.ts'
import { inKeyPeriod, policyOf } from '../contracts/review/policy.ts'
import { adopt, unapproved, type AdoptParts, type Adoption } from './adopt.ts'
import { openDesk } from './desk/desk.ts'
import { answering, prefix } from './http/routes.ts'
import { openReviewKey } from './key.ts'
import { mirrorPart } from './mirror/part.ts'
import { openMirror, type Mirror } from './mirror/mirror.ts'
import { carryReports, type Reports } from './mirror/reports.ts'
import { validSeals } from './seal.ts'
import { identitiesOf } from './service/identity.ts'
import { openService } from './service/service.ts'
import { openDatabase } from './store/database.ts'
import { floorsIn } from './store/floors.ts'
import { policiesIn } from './store/policies.ts'
import { trailsIn } from './store/trails.ts'

export interface HostedReviewSettings {
  /** `PUFA_DATA`. */
  dataFolder: string
  /** The hosted project. */
  service: LakeAccess
  /** Of the programs of this process: to them alone the mirror answers. More may be added later. */
  tokens: ReadonlySet<string>
}

export interface HostedReview {
  /** Answers `/api/review/…`. */
  desk: Part
  /** In the lake's place. */
  mirror: Part
  /** Seals what is published under these ids as it stands. @returns how many */
  adopt(ids: readonly string[], adoption: Omit<Adoption, 'at'>): Promise<number>
}

/** @param lake opened as a mirror @throws PufaError `hosted.key-damaged`, `hosted.failed` */
export function openHostedReview(
  settings: HostedReviewSettings,
  { lake, clock, log }: { lake: Part & { mirror: MirrorDoor }; clock: Clock; log: Log },
): HostedReview {
  const { dataFolder, tokens } = settings
  const { key, isNew } = openReviewKey(dataFolder)
  const database = openDatabase(join(dataFolder, 'hosted'))
  const [trails, floors, policies] = [trailsIn(database, key), floorsIn(database), policiesIn(database)]
  const service = openService(settings.service)
  const identities = identitiesOf(settings.service, clock)
  const desk = openDesk({ service, key, trails, floors, policies, clock, log })
  const isKeyLost = isNew && (floors.standing().length > 0 || policies.accepted() !== null)
  if (isKeyLost) log.error({}, 'the key of review is gone and another was made: nothing counts as approved')
  let mirror: Mirror | null = null
  let reports: Reports | null = null
  const adoptParts: AdoptParts = { service, key, trails, floors }

  const look = {
    withheld: () => mirror?.withheld() ?? [],
    shows: (id: string) => mirror?.shows(id) ?? null,
    look: () => mirror?.look(),
  }

  /** Until the mirror has heard of the seals, or it takes too long. */
  async function heard(ids: ReadonlySet<string>): Promise<void> {
    for (let waited = 0; waited < heardMsMax; waited += heardEveryMs) {
      if (!look.withheld().some(({ id }) => ids.has(id))) return
      await pause(heardEveryMs)
    }
  }

  return {
    desk: {
      name: 'hosted-review',
      owns: (pathname) => (pathname.startsWith(prefix) ? 'internal' : null),
      handle: answering({ identities, service, desk, mirror: look, policies, clock, log }),
      async start() {
        mirror = openMirror({
          ...{ service, door: lake.mirror, floors, clock, log },
          verify: (subject, seals) => validSeals(key, subject, seals),
          isKeyPeriod: () => inKeyPeriod(policyOf(policies.accepted()?.policy ?? null), clock.now()),
          noticed: (what) =>
            void desk
              .noticed(what)
              .catch((error: unknown) =>
                log.warn({ id: what.subject, reason: String(error) }, 'a trail could not be closed'),
              ),
        })
        reports = carryReports({ service, door: lake.mirror, log })
        // What is public is to be there when the pages are; a service that is slow holds up nobody.
        await Promise.race([mirror.first, new Promise((late) => setTimeout(late, firstMsMax).unref())])
      },
      ready: () => mirror?.isFilled() ?? false,
      notes: () => [...(isKeyLost ? [keyLost] : []), ...notesOf(mirror)],
      metrics: () => ({
        hosted_review_withheld: look.withheld().length,
        hosted_review_live: mirror?.isLive() ? 1 : 0,
        hosted_review_reports_waiting: reports?.waiting() ?? 0,
      }),
      async close() {
        mirror?.close()
        reports?.close()
        if (database.isOpen) database.close()
      },
    },
    mirror: mirrorPart({ lake, tokens, identities, log }),
    async adopt(ids, adoption) {
      const wanted = new Set(ids)
      const found = (await unapproved(adoptParts)).filter(({ document }) => wanted.has(document._id))
      const done = await adopt(adoptParts, found, { ...adoption, at: clock.now() })
      await heard(wanted)
      return done
    },
  }
}

const firstMsMax = 10_000
const heardMsMax = 5_000
const heardEveryMs = 50
const keyLost =
  '审核密钥 review.key 不见了，已另做一把；以前审过的都不再算数，请从备份取回，或运行 npm run review:adopt'

function notesOf(mirror: Mirror | null): string[] {
  if (!mirror) return []
  const count = mirror.withheld().length
  return [
    ...(count > 0 ? [`有 ${count} 份内容没有经过审核，网站和屏幕不显示`] : []),
    ...(mirror.isLive() ? [] : ['托管的内容库没有应答，网站和屏幕用的是上一次取到的内容']),
  ]
}
