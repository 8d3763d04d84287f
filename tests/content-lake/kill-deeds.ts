/**
 * @file What the clients of the kill loop do to the lake, and what must be there once it is done.
 *
 * Each client owns its documents, so it knows what they must be; one document, the counter, is everybody's.
 * A deed is one request and one transaction, so it is wholly there or not at all.
 */
import { createHash, randomBytes } from 'node:crypto'

/** What a client's documents hold, by id: their number; null where there must be none. */
export type Model = Map<string, number | null>

export interface Deed {
  transactionId: string
  path: string
  body: string | Buffer
  /** What is different once it is done. */
  after: Model
  /** How often it counts up the counter. */
  counts: number
  /** SHA-1 of the file that it uploads. */
  upload: string | null
}

export const COUNTER = 'counter'
const PLACES = 12
const DATA = '/v2025-02-19/data'

const pick = (count: number) => Math.floor(Math.random() * count)

/** @param n told apart from every other number of this client */
export function nextDeed(client: string, n: number, model: Model): Deed {
  const transactionId = `${client}-t${n}`
  const has = (id: string) => typeof model.get(id) === 'number'
  const document = (id: string) => ({ _id: id, _type: 'written', n, text: '字'.repeat(pick(700)) })
  const deed = (path: string, request: object, after: [string, number | null][], counts = 0): Deed => ({
    transactionId,
    path,
    body: JSON.stringify({ transactionId, ...request }),
    after: new Map(after),
    counts,
    upload: null,
  })
  const mutate = (mutations: object[], after: [string, number | null][], counts = 0) =>
    deed(`${DATA}/mutate/production`, { mutations }, after, counts)
  const act = (actions: object[], after: [string, number | null][]) =>
    deed(
      `${DATA}/actions/production`,
      {
        actions: actions.map((action) => ({
          ...action,
          actionType: `sanity.action.document.${(action as { kind: string }).kind}`,
        })),
      },
      after,
    )

  const place = `${client}-${pick(PLACES)}`
  const [one, other] = [`${place}-a`, `${place}-b`]
  const [published, draft] = [`${place}-p`, `drafts.${place}-p`]
  const pair: [string, number][] = [
    [one, n],
    [other, n],
  ]
  switch (pick(8)) {
    case 0:
      return mutate([{ patch: { id: COUNTER, inc: { n: 1 } } }], [], 1)
    case 1: {
      const bytes = randomBytes(200 + pick(20_000))
      const pdf = Buffer.concat([Buffer.from('%PDF-1.4\n'), bytes])
      const sha1 = createHash('sha1').update(pdf).digest('hex')
      const path = '/v2025-02-19/assets/files/production?filename=sheet.pdf'
      const after: Model = new Map([[`file-${sha1}-pdf`, 0]])
      return { transactionId, path, body: pdf, after, counts: 0, upload: sha1 }
    }
    case 2: {
      const upload = [...model].find(([id, value]) => id.startsWith('file-') && value !== null)
      if (upload) return mutate([{ delete: { id: upload[0] } }], [[upload[0], null]])
      return mutate([{ createOrReplace: document(one) }, { createOrReplace: document(other) }], pair)
    }
    case 3:
      if (has(one))
        return mutate(
          [{ delete: { id: one } }, { delete: { id: other } }],
          [
            [one, null],
            [other, null],
          ],
        )
      return mutate([{ create: document(one) }, { create: document(other) }], pair)
    case 4:
      if (has(draft))
        return pick(3) === 0
          ? act([{ kind: 'discard', draftId: draft, publishedId: published }], [[draft, null]])
          : act(
              [{ kind: 'publish', draftId: draft, publishedId: published }],
              [
                [published, model.get(draft) ?? null],
                [draft, null],
              ],
            )
      if (has(published))
        return act(
          [{ kind: 'edit', draftId: draft, publishedId: published, patch: { set: { n } } }],
          [[draft, n]],
        )
      return act([{ kind: 'create', attributes: document(draft) }], [[draft, n]])
    case 5:
      if (has(published) && !has(draft))
        return act(
          [{ kind: 'unpublish', draftId: draft, publishedId: published }],
          [
            [draft, model.get(published) ?? null],
            [published, null],
          ],
        )
      return mutate([{ createOrReplace: document(one) }, { createOrReplace: document(other) }], pair)
    case 6: {
      const releaseId = `${client}r${n}`
      const version = (id: string) => ({
        actionType: 'sanity.action.document.version.create',
        publishedId: id,
        document: { ...document(id), _id: `versions.${releaseId}.${id}` },
      })
      const whole = [
        { actionType: 'sanity.action.release.create', releaseId, metadata: { releaseType: 'asap' } },
        ...[one, other].map(version),
        { actionType: 'sanity.action.release.publish', releaseId },
        { actionType: 'sanity.action.release.delete', releaseId },
      ]
      return deed(`${DATA}/actions/production`, { actions: whole }, pair)
    }
    default:
      if (has(one))
        return mutate([{ patch: { id: one, set: { n } } }, { patch: { id: other, set: { n } } }], pair)
      return mutate([{ createOrReplace: document(one) }, { createOrReplace: document(other) }], pair)
  }
}
