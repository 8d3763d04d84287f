/**
 * @file The matters that a reader chooses from: the deadlines of all questions, by topic.
 *
 * Pure. Within a topic the same title, amount and unit is one matter, with every event from which it may
 * run (an arbitration about wages and one about dismissal begin on different days). Order: as handed in.
 */
import type { Deadline, PeriodUnit } from '../../contracts/documents/index.ts'
import { endsARight } from './kind.ts'

interface Named {
  title: string
  slug: string
}

export interface QuestionDeadlines {
  question: Named
  topic: Named
  deadlines: readonly Pick<Deadline, 'title' | 'amount' | 'unit' | 'runsFrom' | 'note'>[]
}

/** An event from which a matter runs, with the first question that names it. */
export interface MatterStart {
  runsFrom: string
  note: string | null
  question: Named
}

export interface Matter {
  /** `<topic slug>-<place in the topic, from 1>` */
  id: string
  title: string
  amount: number
  unit: PeriodUnit
  starts: readonly MatterStart[]
}

export interface MatterGroup {
  topic: Named
  matters: readonly Matter[]
}

/** A matter while its events are still being gathered. */
interface Gathering extends Omit<Matter, 'starts'> {
  starts: MatterStart[]
}

export function mattersByTopic(questions: readonly QuestionDeadlines[]): readonly MatterGroup[] {
  const groups = new Map<string, { topic: Named; matters: Map<string, Gathering> }>()
  for (const { question, topic, deadlines } of questions) {
    for (const deadline of deadlines.filter(endsARight)) {
      const group = groups.get(topic.slug) ?? { topic, matters: new Map() }
      groups.set(topic.slug, group)
      const { title, amount, unit, runsFrom, note } = deadline
      const key = `${title} ${amount} ${unit}`
      const id = `${topic.slug}-${group.matters.size + 1}`
      const matter: Gathering = group.matters.get(key) ?? { id, title, amount, unit, starts: [] }
      group.matters.set(key, matter)
      if (matter.starts.some((start) => start.runsFrom === runsFrom)) continue
      matter.starts.push({ runsFrom, note: note ?? null, question })
    }
  }
  return [...groups.values()].map(({ topic, matters }) => ({ topic, matters: [...matters.values()] }))
}
