/**
 * @file Who holds a token: the service says so, asked with that very token.
 *
 * An answer is kept for a minute at most, by the hash of the token; no token is ever kept or logged. So many
 * questions at a time and no more, so that nobody makes us a means to wear the service down.
 */
import { createHash } from 'node:crypto'
import { failHosted } from '../../contracts/errors/hosted.ts'
import type { Clock, Instant, LakeAccess } from '../../contracts/part.ts'

export interface Identity {
  id: string
  name: string
  /** Names of the roles at the service. */
  roles: readonly string[]
  isPerson: boolean
  isAdministrator: boolean
  /** As the service told it. */
  told: Readonly<Record<string, unknown>>
}

export interface Identities {
  /** @returns null where the service does not know the token @throws PufaError `hosted.unreachable`, `hosted.too-busy` */
  of(token: string): Promise<Identity | null>
}

const keptMs = 60_000
const keptMax = 500
const askedMax = 20
const withinMs = 10_000
const tokenMax = 4_096

/** How the service calls a token that belongs to no person. */
const robotProvider = 'sanity-token'

export function identityOf(told: unknown): Identity | null {
  if (typeof told !== 'object' || told === null) return null
  const { id, name, role, roles, provider } = told as Readonly<Record<string, unknown>>
  if (typeof id !== 'string' || id === '') return null
  const named = Array.isArray(roles)
    ? roles.map((one: unknown) => String((one as { name?: unknown } | null)?.name ?? ''))
    : []
  const all = [...new Set([...named, ...(typeof role === 'string' ? [role] : [])])].filter(
    (one) => one !== '',
  )
  return {
    ...{ id, name: typeof name === 'string' && name.trim() !== '' ? name : id, roles: all },
    isPerson: provider !== robotProvider && !id.startsWith('robot-'),
    isAdministrator: all.includes('administrator'),
    told: told as Readonly<Record<string, unknown>>,
  }
}

export function identitiesOf(access: Pick<LakeAccess, 'apiHost'>, clock: Clock): Identities {
  const kept = new Map<string, { until: Instant; identity: Identity }>()
  let asking = 0

  async function ask(token: string): Promise<Identity | null> {
    if (asking >= askedMax) throw failHosted('hosted.too-busy')
    asking++
    try {
      const response = await fetch(`${access.apiHost}/v1/users/me`, {
        headers: { authorization: `Bearer ${token}` },
        signal: AbortSignal.timeout(withinMs),
      })
      if (response.status === 401 || response.status === 403) return null
      if (!response.ok) throw new Error(`users/me answered ${response.status}`)
      return identityOf(await response.json())
    } catch (error) {
      throw failHosted('hosted.unreachable', {}, error)
    } finally {
      asking--
    }
  }

  return {
    async of(token) {
      if (token.length > tokenMax || !/^[\x21-\x7e]+$/.test(token)) return null
      const name = createHash('sha256').update(token).digest('hex')
      const known = kept.get(name)
      if (known && clock.now() < known.until) return known.identity
      kept.delete(name)
      const identity = await ask(token)
      if (!identity) return null
      const oldest = kept.keys().next()
      if (kept.size >= keptMax && !oldest.done) kept.delete(oldest.value)
      kept.set(name, { until: clock.now() + keptMs, identity })
      return identity
    },
  }
}
