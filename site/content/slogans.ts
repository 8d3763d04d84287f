/** @file What the screens say: published slogans that are valid now, the latest change first. */
import type { LocalDate, LocalDateTime, Slogan, Timestamp } from '../../contracts/documents/index.ts'
import type { Instant } from '../../contracts/part.ts'
import { localInstant } from '../../contracts/schedule/zone.ts'
import { localDateTime } from '../time/local-time.ts'
import { rawCitations, type CitationResolver, type CitationView, type RawCitation } from './citations.ts'
import type { LakeReader } from './lake.ts'
import { traces } from './trace.ts'
import { link, present, type Link } from './views.ts'

export interface SloganLine extends Pick<Slogan, 'text' | 'tone'> {
  id: string
  updatedAt: Timestamp
  topics: readonly Link[]
  county: string | null
}

export interface SloganPage extends SloganLine {
  /** Within its time on the screens. */
  isShown: boolean
  checkedOn: LocalDate | null
  citations: readonly CitationView[]
}

export interface SloganContent {
  current(now: Instant, zone: string): Promise<readonly SloganLine[]>
  page(id: string, now: Instant, zone: string, today: LocalDate): Promise<SloganPage | null>
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

const citationsQuery = `*[_type == "slogan" && _id == $id][0]{checkedOn, ${rawCitations}}`

export function createSlogans(lake: LakeReader, citations: CitationResolver): SloganContent {
  const all = () => lake.readShared<Raw[]>(['slogan', 'topic', 'county'], query)
  const isShown = ({ validFrom, validUntil }: Raw, local: LocalDateTime) =>
    (validFrom ?? '') <= local && local < (validUntil ?? '9')
  const asLine = ({ validFrom: _from, validUntil: _until, ...slogan }: Raw): SloganLine => ({
    ...slogan,
    topics: present(slogan.topics),
  })

  /** What a page says of slogans holds until the next of them begins or ends. */
  function holdUntilNextBoundary(slogans: readonly Raw[], now: Instant, zone: string): void {
    const trace = traces.getStore()
    for (const { validFrom, validUntil } of slogans) {
      for (const boundary of [validFrom, validUntil]) {
        const instant = boundary && localInstant(zone, boundary)
        if (trace && instant && instant > now) trace.holdsUntil = Math.min(trace.holdsUntil, instant)
      }
    }
  }

  return {
    async page(id, now, zone, today) {
      const slogan = (await all()).find((one) => one.id === id)
      if (!slogan) return null
      holdUntilNextBoundary([slogan], now, zone)
      const raw = await lake.read<{ checkedOn: LocalDate | null; citations: RawCitation[] | null } | null>(
        ['slogan', 'law'],
        citationsQuery,
        { id },
      )
      return {
        ...asLine(slogan),
        isShown: isShown(slogan, localDateTime(now, zone)),
        checkedOn: raw?.checkedOn ?? null,
        citations: await citations.resolve(raw?.citations ?? null, today),
      }
    },
    async current(now, zone) {
      const slogans = await all()
      const local = localDateTime(now, zone)
      holdUntilNextBoundary(slogans, now, zone)
      return slogans.filter((slogan) => isShown(slogan, local)).map(asLine)
    },
  }
}
