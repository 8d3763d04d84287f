/**
 * @file The accounts that a rule may name, by the names of the people. The lake tells them to
 * administrators only; to everybody else it tells of their own account.
 */
import { useEffect, useState } from 'react'
import { useClient, useProjectId, type SanityClient } from 'sanity'
import { hasDesk, studioSettings } from '../../lake/settings.ts'
import { reviewApiVersion } from '../steps.ts'

export interface Account {
  id: string
  name: string
  role: string
  roleTitle: string
}

interface Member {
  id: string
  role: string
  roles: readonly { title: string }[]
  isRobot?: boolean
}

interface Person {
  id: string
  displayName: string
}

/** Programs and readers have no part in review. */
const workingRoles: readonly string[] = ['administrator', 'operator', 'editor', 'reviewer']

/** How many the lake names in one answer. */
const namedAtOnce = 100

async function namesOf(client: SanityClient, ids: readonly string[]): Promise<Map<string, string>> {
  const names = new Map<string, string>()
  for (let from = 0; from < ids.length; from += namedAtOnce) {
    const some = ids.slice(from, from + namedAtOnce)
    const told = await client.request<Person | (Person | null)[]>({ uri: `/users/${some.join(',')}` })
    for (const person of Array.isArray(told) ? told : [told])
      if (person) names.set(person.id, person.displayName)
  }
  return names
}

/** @returns in the order of their names */
export async function readAccounts(client: SanityClient, projectId: string): Promise<Account[]> {
  const { members } = await client.request<{ members: Member[] }>({ uri: `/projects/${projectId}` })
  // A hosted project's roles do not say who works here; the rules themselves do.
  const isHosted = hasDesk(studioSettings())
  const working = members.filter(({ role, isRobot }) => (isHosted ? !isRobot : workingRoles.includes(role)))
  const names = await namesOf(
    client,
    working.map(({ id }) => id),
  )
  return working
    .map(({ id, role, roles }) => ({ id, role, roleTitle: roles[0]?.title ?? '', name: names.get(id) ?? '' }))
    .filter(({ name }) => name !== '')
    .sort((one, other) => one.name.localeCompare(other.name, 'zh-Hans'))
}

/** @returns null until the lake has answered; empty where it does not */
export function useAccounts(): readonly Account[] | null {
  const client = useClient({ apiVersion: reviewApiVersion })
  const projectId = useProjectId()
  const [accounts, setAccounts] = useState<readonly Account[] | null>(null)
  useEffect(() => {
    let left = false
    readAccounts(client, projectId).then(
      (found) => !left && setAccounts(found),
      () => !left && setAccounts([]),
    )
    return () => {
      left = true
    }
  }, [client, projectId])
  return accounts
}
