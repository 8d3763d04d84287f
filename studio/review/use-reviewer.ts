/** @file Who is at the Studio, with what the account may approve. */
import { useMemo } from 'react'
import { useCurrentUser } from 'sanity'
import { reviewerOf, type Reviewer } from './reviewer.ts'

/** Null while nobody is signed in. Stages given to an account later are seen after loading the page again. */
export function useReviewer(): Reviewer | null {
  const user = useCurrentUser()
  return useMemo(() => reviewerOf(user), [user])
}
