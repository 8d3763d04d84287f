/**
 * @file The bureau's desk of review as the Studio asks it, where content is hosted: on this origin, with the
 * token of whoever is signed in at the service. A refusal is thrown as the client throws the lake's.
 */
import type { SanityClient } from 'sanity'
import type { AtDesk } from '../reviewer.ts'
import type { Step } from '../steps.ts'

const waitMs = 30_000

/** As an error of the client looks: the code stands where the code of the lake's refusals stands. */
export class DeskRefusal extends Error {
  readonly statusCode: number
  readonly response: { body: { code: string | null } }

  constructor(statusCode: number, code: string | null, message: string) {
    super(message)
    this.name = 'DeskRefusal'
    this.statusCode = statusCode
    this.response = { body: { code } }
  }
}

/** @param path below `/api/review/` @throws DeskRefusal, or whatever the network throws */
export async function askDesk<Answer>(client: SanityClient, path: string, body?: unknown): Promise<Answer> {
  const { token = '' } = client.config()
  const response = await fetch(`/api/review/${path}`, {
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    signal: AbortSignal.timeout(waitMs),
  })
  const isJson = response.headers.get('content-type')?.includes('json') ?? false
  const answer = (isJson ? await response.json() : null) as
    (Answer & { error?: { code?: string; message?: string } }) | null
  if (response.ok && answer !== null) return answer
  const { code = null, message = '没有办成' } = answer?.error ?? {}
  throw new DeskRefusal(response.status, code, message)
}

export async function stepAtDesk(client: SanityClient, subject: string, step: Step): Promise<void> {
  await askDesk(client, 'steps', { subject, step })
}

const known = new Map<string, Promise<AtDesk>>()

/** Who is signed in, asked once a token. */
export function meAtDesk(client: SanityClient): Promise<AtDesk> {
  const { token = '' } = client.config()
  const asked = known.get(token) ?? askDesk<AtDesk>(client, 'me')
  known.set(token, asked)
  asked.catch(() => known.delete(token))
  return asked
}

/** What of the rules is in force. */
export interface PolicyStanding {
  isCurrent: boolean
  /** Of the published rules at the service; null: there are none. */
  rev: string | null
  accepted: { at: string; byName: string } | null
}

export type WithheldWhy = 'unapproved' | 'retired' | 'key-period' | 'reference' | 'file'

/** `isShown` null: nothing of it is published. */
export interface PublicStanding {
  isShown: boolean | null
  why?: WithheldWhy | null
}
