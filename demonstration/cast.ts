/** @file The sample people who write and approve the demonstration, each by an access of his own. */
import type { SanityClient } from '@sanity/client'
import type { LakeAccess } from '../contracts/part.ts'
import { openLake } from '../server/lake-client.ts'
import { samplePlayers } from './accounts.ts'

/** Lets this process act as a person, by name, until it ends. */
export type Lend = (name: string) => { secret: string; end(): void }

export interface Cast {
  content: SanityClient
  schedule: SanityClient
  /** In the order of the stages. */
  reviewers: readonly SanityClient[]
  end(): void
}

export function castOf(access: LakeAccess, lend: Lend): Cast {
  const lent: { end(): void }[] = []
  const as = (name: string): SanityClient => {
    const one = lend(name)
    lent.push(one)
    return openLake({ ...access, token: one.secret })
  }
  return {
    content: as(samplePlayers.content),
    schedule: as(samplePlayers.schedule),
    reviewers: samplePlayers.reviewers.map(as),
    end: () => lent.forEach((one) => one.end()),
  }
}
