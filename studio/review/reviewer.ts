/** @file The signed-in account as the rule of review sees it. Pure. */
import type { ReviewStage } from '../../contracts/documents/review.ts'
import type { Actor } from '../../contracts/review/rule.ts'

export interface Reviewer extends Actor {
  /** As the lake names it: `administrator`, `editor`, `reviewer` … */
  role: string
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
