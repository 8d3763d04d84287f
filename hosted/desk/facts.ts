/** @file What stands at the service around one content, read with the server's own token. */
import { reviewIdOf } from '../../contracts/documents/review.ts'
import { assetsOf } from '../../contracts/review/content.ts'
import type { Instant } from '../../contracts/part.ts'
import type { Copy, Subject } from '../../contracts/review/rule.ts'
import { isUrgentNotice, subjectOf } from '../../contracts/review/subject.ts'
import { contentHash, validSeals, type MarkedTrail } from '../seal.ts'
import { authorsOf } from '../service/authors.ts'
import type { Service, ServiceDocument } from '../service/service.ts'
import type { Trails } from '../store/trails.ts'

export interface Standing {
  /** The trail's document as anybody may have written it. */
  shown: ServiceDocument | null
  /** As this server wrote it. */
  trail: MarkedTrail | null
  subject: Subject
  copy: Copy | null
  document: ServiceDocument | null
}

export interface AskedStanding {
  id: string
  /** Named by whoever hands in; null: the one that is under review, else the draft. */
  copyId: string | null
  at: Instant
  key: Buffer
  trails: Trails
}

const draftOf = (id: string) => `drafts.${id}`
const belongsTo = (id: string, copyId: string): boolean =>
  copyId === id ||
  copyId === draftOf(id) ||
  (/^versions\.[^.]+\./.test(copyId) && copyId.split('.').slice(2).join('.') === id)

async function hashOf(service: Service, id: string, document: ServiceDocument): Promise<string> {
  const found = await service.documents(assetsOf(document))
  const assets = new Map(found.flatMap((one) => (one ? [[one._id, one] as const] : [])))
  return contentHash(id, document, (asset) => assets.get(asset))
}

/** Versions of this content in releases, whichever there are. */
const versionsOf = (service: Service, id: string): Promise<string[]> =>
  service.fetch<string[]>('*[_id in path($pattern)]._id', { pattern: `versions.*.${id}` })

/** @throws PufaError `hosted.unreachable`, `hosted.history-too-long` */
export async function standingOf(service: Service, asked: AskedStanding): Promise<Standing> {
  const { id, at, key, trails } = asked
  const [shown = null, published = null, draft = null] = await service.documents([
    reviewIdOf(id),
    id,
    draftOf(id),
  ])
  const trail = trails.newest(id, shown)
  const copyId = asked.copyId ?? trail?.copy ?? draftOf(id)
  const document = belongsTo(id, copyId)
    ? copyId === id
      ? published
      : copyId === draftOf(id)
        ? draft
        : ((await service.documents([copyId]))[0] ?? null)
    : null
  const content = document ?? draft ?? published
  const subject = content
    ? subjectOf(id, content._type, content)
    : {
        ...{ id, type: trail?.subjectType ?? '', title: trail?.title ?? '' },
        county: trail?.county?._ref ?? null,
      }
  const copy = document ? await copyOf() : null
  return { shown, trail, subject, copy, document }

  async function copyOf(): Promise<Copy | null> {
    if (!document) return null
    const versions = await versionsOf(service, id)
    const seals = validSeals(key, id, trail?.seals)
    const publicHash = published ? await hashOf(service, id, published) : null
    const steps = trail?.steps ?? []
    const authors = await authorsOf(service, {
      subject: id,
      copies: [...new Set([draftOf(id), copyId, ...versions])].filter((one) => one !== id),
      isPublicApproved: seals.some(({ hash }) => hash === publicHash),
      publishedAt: steps.findLast(({ kind }) => kind === 'publish')?.at ?? null,
    })
    return {
      ...{ id: document._id, rev: document._rev, authors },
      hash: await hashOf(service, id, document),
      isUrgent: isUrgentNotice(document._type, document['validUntil'], at),
    }
  }
}
