/** @file The signed-in account as the rule of review sees it. Pure. */
import type { Work } from '../../contracts/documents/kinds.ts'
import type { ReviewStage } from '../../contracts/documents/review.ts'
import type { Actor } from '../../contracts/review/rule.ts'

export interface Reviewer extends Actor {
  /** As the lake names it: `administrator`, `editor`, `reviewer` … */
  role: string
  /** What the account works on, where its role does not say so. */
  works?: readonly Work[]
}

/** What the lake tells of an account beside Sanity's own members. */
interface Account {
  id: string
  name: string
  role?: string
  roles?: readonly { name: string }[]
  county?: string | null
  stages?: readonly ReviewStage[]
}

/** What the desk of a hosted lake tells of whoever asks; a hosted project's own roles know no stages. */
export interface AtDesk extends Actor {
  role: string
}

/** Whoever may write at the service writes contents, timetables and registers alike. */
const deskWorks: Readonly<Record<string, readonly Work[]>> = { editor: ['content', 'schedule', 'registry'] }

export function reviewerAtDesk({
  id,
  name,
  role,
  county,
  stages,
  isPerson,
  isAdministrator,
}: AtDesk): Reviewer {
  const works = deskWorks[role]
  return { id, name, role, county, stages, isPerson, isAdministrator, ...(works ? { works } : {}) }
}

/** @param user the Studio keeps it as `/users/me` told it, with county and stages */
export function reviewerOf(user: Account | null): Reviewer | null {
  if (!user) return null
  const role = user.roles?.[0]?.name ?? user.role ?? ''
  return {
    ...{ id: user.id, name: user.name, role, isPerson: true, isAdministrator: role === 'administrator' },
    county: user.county ?? null,
    stages: user.stages ?? [],
  }
}
