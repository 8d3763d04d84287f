/** @file What the screens say: published slogans that are valid now, the latest change first. */
import type { LocalDateTime, Slogan, Timestamp } from '../../contracts/documents/index.ts'
import type { Instant } from '../../contracts/part.ts'
import { localInstant } from '../../contracts/schedule/zone.ts'
import { localDateTime } from '../time/local-time.ts'
import type { LakeReader } from './lake.ts'
import { traces } from './trace.ts'
import { link, present, type Link } from './views.ts'

export interface SloganLine extends Pick<Slogan, 'text' | 'tone'> {
  id: string
  updatedAt: Timestamp
  topics: readonly Link[]
  county: string | null
}

export interface SloganContent {
  current(now: Instant, zone: string): Promise<readonly SloganLine[]>
}

type Raw = Omit<SloganLine, 'topics'> & {
  topics: (Link | null)[] | null
  validFrom: LocalDateTime | null
  validUntil: LocalDateTime | null
}

const query = `*[_type == "slogan"] | order(_updatedAt desc, _id asc){
  "id": _id, text, tone, "updatedAt": _updatedAt, validFrom, validUntil,
  "topics": topics[]->{${link}}, "county": county->title
}`

export function createSlogans(lake: LakeReader): SloganContent {
  return {
    async current(now, zone) {
      const all = await lake.readShared<Raw[]>(['slogan', 'topic', 'county'], query)
      const local = localDateTime(now, zone)
      const trace = traces.getStore()
      for (const { validFrom, validUntil } of all) {
        for (const boundary of [validFrom, validUntil]) {
          const instant = boundary && localInstant(zone, boundary)
          if (trace && instant && instant > now) trace.holdsUntil = Math.min(trace.holdsUntil, instant)
        }
      }
      return all
        .filter(({ validFrom, validUntil }) => (validFrom ?? '') <= local && local < (validUntil ?? '9'))
        .map(({ validFrom: _from, validUntil: _until, ...slogan }) => ({
          ...slogan,
          topics: present(slogan.topics),
        }))
    },
  }
}
