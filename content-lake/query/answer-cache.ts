/**
 * @file Answers that stand until a commit touches what they depend on.
 *
 * Invariant: an answer that is given equals what a worker would answer now. A worker may have answered before
 * a commit that has been made since, so an answer is kept only if no commit after the one it knows of
 * touches it. Two parties share answers only when they share a view. Bounded in bytes; what was asked for
 * longest ago goes first.
 */
import type { Answer, Question } from './evaluate.ts'
import { isTouched, type Touched } from './touched.ts'
import { partyKey } from './view/views.ts'

const BYTES_MAX = 32 * 1024 * 1024
const ENTRY_BYTES_MAX = 1024 * 1024
const KEY_LENGTH_MAX = 20_000
const RECENT_MAX = 200
const BYTES_PER_LETTER = 2

interface Entry {
  answer: Answer
  bytes: number
}

export const questionKey = ({ query, params, perspective, party, projectId, dataset }: Question) =>
  JSON.stringify([query, params, perspective, partyKey(party), projectId, dataset])

export class AnswerCache {
  readonly #entries = new Map<string, Entry>()
  #recent: { seq: number; touched: Touched }[] = []
  /** Of commits up to here it is not known what they touched. */
  #forgottenSeq = 0
  #bytes = 0

  get bytes(): number {
    return this.#bytes
  }

  get(key: string): Answer | null {
    const entry = this.#entries.get(key)
    if (!entry) return null
    this.#entries.delete(key)
    this.#entries.set(key, entry)
    return entry.answer
  }

  /** @param seq the last commit that the answer knows of */
  put(key: string, answer: Answer, seq: number): void {
    const { json, sight } = answer
    const bytes = (json.length + key.length) * BYTES_PER_LETTER
    if (sight.isMomentary || bytes > ENTRY_BYTES_MAX || key.length > KEY_LENGTH_MAX) return
    if (seq < this.#forgottenSeq) return
    if (this.#recent.some((commit) => commit.seq > seq && isTouched(sight, commit.touched))) return
    this.#drop(key)
    this.#entries.set(key, { answer, bytes })
    this.#bytes += bytes
    for (const oldest of this.#entries.keys()) {
      if (this.#bytes <= BYTES_MAX) break
      this.#drop(oldest)
    }
  }

  /** Called for every commit, in order. */
  follow(seq: number, touched: Touched): void {
    this.#recent.push({ seq, touched })
    if (this.#recent.length > RECENT_MAX) this.#forgottenSeq = this.#recent.shift()?.seq ?? seq
    for (const [key, { answer }] of this.#entries) if (isTouched(answer.sight, touched)) this.#drop(key)
  }

  #drop(key: string): void {
    this.#bytes -= this.#entries.get(key)?.bytes ?? 0
    this.#entries.delete(key)
  }
}
