/**
 * @file An answer to a reader: kept as a draft, or sent, that is, published.
 *
 * Sending writes the answer into the published report and lets the draft go in one transaction, held to the
 * revision that was looked at: who answered first is not overwritten. `_id` carries a dot, so the public
 * reads nothing of it but who holds the receipt.
 */
import type { SanityClient } from '@sanity/client'
import type { ReportState } from '../../../../contracts/documents/index.ts'
import type { ReportRow } from '../model/reports.ts'
import { hasBlank } from '../model/answers.ts'
import { answeredWhenSettled } from '../../../schema/rules/report.ts'
import { noPrivateNumber } from '../../../schema/rules/people.ts'

export interface Answer {
  state: ReportState
  answer: string
  answeredOn: string
}

const charactersMax = 1_000

/** @returns what keeps it from being sent, in sentences */
export function answerProblems({ state, answer, answeredOn }: Answer, receivedOn: string): string[] {
  const problems: string[] = []
  if (state === 'received') problems.push('请选择处理结果')
  const written = answeredWhenSettled({ state: 'answered', answer })
  if (written !== true) problems.push(String(written))
  if (hasBlank(answer)) problems.push('答复里还有〔 〕没有填，请填好')
  const isPrivate = noPrivateNumber(answer)
  if (isPrivate !== true) problems.push(String(isPrivate))
  if ([...answer].length > charactersMax) problems.push(`答复请不要超过 ${charactersMax} 个字`)
  if (answeredOn === '') problems.push('请选择答复日期')
  else if (answeredOn < receivedOn) problems.push('答复日期不能早于收到的日期')
  return problems
}

export async function keepAnswer(client: SanityClient, { id }: ReportRow, fields: Answer): Promise<void> {
  const draftId = `drafts.${id}`
  const found = await client.fetch<Record<string, unknown>[]>(
    '*[_id in $ids]',
    { ids: [id, draftId] },
    { perspective: 'raw', tag: 'editorial' },
  )
  const shown = found.find(({ _id }) => _id === draftId) ?? found.find(({ _id }) => _id === id)
  if (!shown) throw new Error('The report is gone')
  const { _rev, _createdAt, _updatedAt, ...rest } = shown
  await client.createOrReplace(
    { ...rest, ...fields, _id: draftId, _type: 'errorReport' },
    { tag: 'editorial' },
  )
}

export async function sendAnswer(client: SanityClient, row: ReportRow, fields: Answer): Promise<void> {
  const { id, revision, begun } = row
  const transaction = client
    .transaction()
    .patch(id, (patch) => (revision ? patch.ifRevisionId(revision) : patch).set({ ...fields }))
  if (begun) transaction.delete(`drafts.${id}`)
  await transaction.commit({ tag: 'editorial' })
}
