/**
 * @file 搜不到: searches that found nothing, what became of them, and which questions they may belong to.
 *
 * Pure. The site counts the words alone; what the bureau decided is kept beside them in the lake, so that a
 * word that is dealt with is known again when it is searched anew.
 */
import type { DeskNote } from '../../../../contracts/documents/index.ts'
import { dayOfEntry } from '../../../../contracts/editorial/columns.ts'
import { dayText } from '../../../../contracts/schedule/zone.ts'
import type { NoteAnswer } from './answer.ts'

export interface LostSearch {
  words: string
  count: number
  /** LocalDate. */
  lastDay: string
}

export interface SearchRow extends LostSearch {
  /** Null: nobody has looked yet. */
  dealt: {
    noteIds: readonly string[]
    outcome: NonNullable<DeskNote['outcome']>
    /** Title of the question. */
    question: string | null
    questionId: string | null
    author: string
    /** Somebody searched for it and found nothing after that day. */
    again: boolean
  } | null
}

export const outcomeWords: Readonly<Record<NonNullable<DeskNote['outcome']>, string>> = {
  ignored: '不用管',
  written: '写了问答',
  joined: '归到已有问答',
}

/** A county's bureau decides for itself, the prefecture for itself. */
export const isOwn = ({ county }: Pick<NoteAnswer, 'county'>, own: string | null): boolean => county === own

/** The bureau's day; the lake's instants are by Greenwich. */
function writtenOn({ writtenAt }: NoteAnswer): string {
  const day = dayOfEntry(writtenAt)
  return day === null ? '' : dayText(day)
}

/** @param own county of the account; null: the prefecture */
export function searchRows(
  lost: readonly LostSearch[],
  notes: readonly NoteAnswer[],
  own: string | null,
): SearchRow[] {
  const byWords = new Map<string, NoteAnswer[]>()
  for (const note of notes)
    if (note.kind === 'search' && isOwn(note, own))
      byWords.set(note.subject, [...(byWords.get(note.subject) ?? []), note])
  return lost.map((each) => {
    const [note, ...older] = byWords.get(each.words) ?? []
    if (!note?.outcome) return { ...each, dealt: null }
    return {
      ...each,
      dealt: {
        noteIds: [note, ...older].map(({ _id }) => _id),
        outcome: note.outcome,
        question: note.text,
        questionId: note.about?.[0] ?? null,
        author: note.author,
        again: note.outcome !== 'ignored' && each.lastDay > writtenOn(note),
      },
    }
  })
}

export interface KnownQuestion {
  _id: string
  title: string
  wordings: readonly string[]
}

const shared = (a: ReadonlySet<string>, b: ReadonlySet<string>): number =>
  [...a].filter((each) => b.has(each)).length

/** Single characters and pairs of them: wordings differ by a particle more often than by a word. */
function pieces(text: string): Set<string> {
  const plain = [...text.replaceAll(/[\s\p{P}]/gu, '')]
  const pairs = plain.slice(1).map((character, at) => `${plain[at] ?? ''}${character}`)
  return new Set([...plain, ...pairs])
}

/** Questions that share the most with the words first; those that share nothing are left out. */
export function likeliest(words: string, questions: readonly KnownQuestion[], max = 8): KnownQuestion[] {
  const wanted = pieces(words)
  return questions
    .map((question) => ({
      question,
      score: Math.max(
        ...[question.title, ...question.wordings].map((each) => {
          const found = pieces(each)
          return shared(wanted, found) / Math.sqrt(Math.max(1, found.size))
        }),
      ),
    }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, max)
    .map(({ question }) => question)
}
