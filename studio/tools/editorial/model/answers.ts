/**
 * @file Wordings for answers to readers: those that come with the product, until the bureau writes its own.
 *
 * Pure. 〔〕 marks what has to be filled in; an answer that still holds one is not sent.
 */
import type { ReportState } from '../../../../contracts/documents/index.ts'
import type { NoteAnswer } from './answer.ts'

export interface AnswerWording {
  /** Of the note; null: it came with the product. */
  noteId: string | null
  title: string
  text: string
  /** What it settles the report as, where it says so by its title. */
  state: Exclude<ReportState, 'received'> | null
}

const given: readonly AnswerWording[] = [
  {
    noteId: null,
    title: '内容有错，已改正',
    text: '您好！您说的地方确实有错，〔哪里〕已经改为〔改成什么〕。谢谢您的提醒。',
    state: 'corrected',
  },
  {
    noteId: null,
    title: '电话或地址变了，已改正',
    text: '您好！经核对，〔哪个单位〕的联系方式已经变更，网页上已改为最新的。谢谢您的提醒。',
    state: 'corrected',
  },
  {
    noteId: null,
    title: '核对过，内容没有错',
    text: '您好！我们对照现行法律核对过，网页上的内容没有错，依据是〔哪部法律第几条〕。还有疑问可以拨打12348。谢谢您的关心。',
    state: 'answered',
  },
  {
    noteId: null,
    title: '不是网页的错，请打热线',
    text: '您好！您说的是具体的纠纷，网页上不能一一答复。请拨打12348法律服务热线，会有人为您解答。',
    state: 'answered',
  },
]

const settles: Readonly<Record<string, AnswerWording['state']>> = {
  corrected: 'corrected',
  answered: 'answered',
}

/**
 * A wording that the bureau wrote under the name of a given one stands in its place; one emptied hides it.
 * @param county of the account; null: the prefecture
 */
export function answerWordings(notes: readonly NoteAnswer[], county: string | null): AnswerWording[] {
  const own = notes.filter((note) => note.kind === 'answer' && note.county === county)
  const byTitle = new Map<string, NoteAnswer>()
  for (const note of own) if (!byTitle.has(note.subject)) byTitle.set(note.subject, note)
  const stateOf = (note: NoteAnswer) => settles[note.about?.[0] ?? ''] ?? null
  const replaced = given.map((each): AnswerWording => {
    const note = byTitle.get(each.title)
    byTitle.delete(each.title)
    return note ? { ...each, noteId: note._id, text: note.text ?? '' } : each
  })
  const added = [...byTitle.values()].map((note): AnswerWording => ({
    noteId: note._id,
    title: note.subject,
    text: note.text ?? '',
    state: stateOf(note),
  }))
  return [...replaced, ...added].filter(({ text }) => text.trim() !== '')
}

export const hasBlank = (answer: string): boolean => /[〔〕]/u.test(answer)
