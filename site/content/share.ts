/** @file What a document says when it is handed on as poster, message, script or slogan. */
import { addressedTypes } from './addresses.ts'
import type { LakeReader } from './lake.ts'
import { present } from './views.ts'
import type { ShareSource } from '../share/source.ts'

export interface ShareContent {
  /** @returns null when the document is not published */
  source(documentId: string): Promise<ShareSource | null>
}

type Lists = 'topics' | 'steps' | 'papers' | 'deadlines' | 'expertise'
type Raw = Omit<ShareSource, Lists> & { [List in Lists]: (ShareSource[List][number] | null)[] | null }

const query = `*[_id == $id][0]{
  "type": _type, "title": coalesce(title, name, text, ""), shortTitle, tone,
  "topics": select(_type == "mural" => [topic->title], topics[]->title),
  shortAnswer, ledAnswer, spoken, steps[]{title, text}, papers,
  deadlines[]{title, amount, unit, runsFrom, note}, nextContact,
  banner, story, summary, introduction, facts, outcome, lesson, kind, startsAt, endsAt, place,
  address, hours, phone, officePhone, category, "county": county->title, "village": village->title,
  "office": office->title, "expertise": expertise[]->title,
  "adviser": adviser->{name, officePhone, "office": office->title},
  checkedOn, publishedOn, paintedOn
}`

export function createShare(lake: LakeReader): ShareContent {
  return {
    async source(documentId) {
      const raw = await lake.read<Raw | null>([...addressedTypes, 'topic'], query, { id: documentId })
      if (!raw) return null
      return {
        ...raw,
        topics: present(raw.topics),
        steps: present(raw.steps),
        papers: present(raw.papers),
        deadlines: present(raw.deadlines),
        expertise: present(raw.expertise),
      }
    },
  }
}
