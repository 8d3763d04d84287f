/** @file Every time limit that the questions name, and the editors' tables of swapped working days. */
import type { CalendarYear, Deadline } from '../../contracts/documents/index.ts'
import type { SwappedDays } from '../deadlines/count.ts'
import { mattersByTopic, type MatterGroup } from '../deadlines/matters.ts'
import type { LakeReader } from './lake.ts'
import { link, present, type Link } from './views.ts'

export interface DeadlineContent {
  /** Topics in the order of the home page, questions in that of their ids. */
  matters(): Promise<readonly MatterGroup[]>
  /** Years that have no table are left out. */
  swappedDays(): Promise<SwappedDays>
}

const mattersQuery = `*[_type == "legalQuestion" && count(deadlines) > 0] | order(_id asc){
  ${link}, "topics": topics[]->{${link}, homeOrder}, deadlines[]{title, amount, unit, runsFrom, note}
}`
const yearsQuery = `*[_type == "calendarYear"] | order(year asc){
  year, "workingDays": coalesce(workingDays, []), "restDays": coalesce(restDays, [])
}`

type RawQuestion = Link & {
  topics: ((Link & { homeOrder: number | null }) | null)[] | null
  deadlines: (Deadline | null)[] | null
}
type RawYear = Pick<CalendarYear, 'year' | 'workingDays' | 'restDays'>

export function createDeadlines(lake: LakeReader): DeadlineContent {
  return {
    async matters() {
      const raw = await lake.readShared<RawQuestion[]>(['legalQuestion', 'topic'], mattersQuery)
      const questions = raw.flatMap(({ title, slug, topics, deadlines }) => {
        const [topic] = present(topics)
        return topic ? [{ question: { title, slug }, topic, deadlines: present(deadlines) }] : []
      })
      const place = ({ topic }: (typeof questions)[number]) => topic.homeOrder ?? Number.POSITIVE_INFINITY
      return mattersByTopic(questions.toSorted((a, b) => compare(place(a), place(b))))
    },
    async swappedDays() {
      const years = await lake.readShared<RawYear[]>(['calendarYear'], yearsQuery)
      return Object.fromEntries(
        years.map(({ year, workingDays, restDays }) => [String(year), { workingDays, restDays }]),
      )
    },
  }
}

/** Subtraction would make NaN of two places without end. */
const compare = (a: number, b: number) => (a < b ? -1 : a > b ? 1 : 0)
