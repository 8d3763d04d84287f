/** @file What a press does: the step, the publication, and handing in after a check. */
import { validateDocument, type CurrentUser, type SanityClient, type Workspace } from 'sanity'
import { takeStep, type Step } from './steps.ts'
import { PlainReason } from './reasons.ts'

export interface Subjected {
  subject: string
  copy: string | null
}

export const isDraftOf = ({ subject, copy }: Subjected): boolean => copy === `drafts.${subject}`

/** Puts out what has been approved. @throws the lake's refusal */
export async function putOut(client: SanityClient, { subject }: Subjected): Promise<void> {
  await client.action(
    { actionType: 'sanity.action.document.publish', draftId: `drafts.${subject}`, publishedId: subject },
    { tag: 'review.publish' },
  )
}

export interface Checker {
  client: SanityClient
  workspace: Workspace
  currentUser: Omit<CurrentUser, 'role'> | null
}

type Content = { _id: string; _type: string; _rev: string; _createdAt: string; _updatedAt: string }

/** The first thing that the form would complain of; null: nothing. */
async function firstFault(document: Content, { workspace, currentUser }: Checker): Promise<string | null> {
  const markers = await validateDocument({ document, workspace, currentUser, environment: 'studio' })
  const errors = markers.filter(({ level }) => level === 'error')
  if (errors.length === 0) return null
  const type = workspace.schema.get(document._type)
  const fields = type && 'fields' in type ? type.fields : []
  const [first] = errors
  const field = fields.find(({ name }) => name === first?.path[0])?.type.title
  return `还没填好：${field ? `“${field}”` : ''}${first?.message ?? ''}${errors.length > 1 ? `，等 ${errors.length} 处` : ''}`
}

/**
 * Hands in a copy as it stands, once it passes the form's own rules.
 * @throws the first fault in Chinese, or the lake's refusal
 */
export async function handIn(
  checker: Checker,
  { subject, copy }: { subject: string; copy: string },
  rest: Pick<Step, 'words' | 'publishes'>,
): Promise<void> {
  const { client } = checker
  const asked = { perspective: 'raw', tag: 'review.copy' } as const
  const document = await client.fetch<Content | null>('*[_id == $copy][0]', { copy }, asked)
  if (!document) throw new PlainReason('草稿已经不在了，可能已发布或删除')
  const fault = await firstFault(document, checker)
  if (fault !== null) throw new PlainReason(fault)
  await takeStep(client, subject, { kind: 'submit', copy, rev: document._rev, ...rest })
}
