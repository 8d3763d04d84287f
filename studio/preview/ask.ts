/** @file What the preview asks of the scheduler: a draft as screens would show it. */
import type { PreviewAnswer } from '../../contracts/preview.ts'
import { ask, type Answer } from '../screens/signage.ts'

/** @param sign key of a sign; left out: the most common screen. `show: false`: it is only judged */
export function askPreview(
  fetching: typeof fetch,
  question: { document: unknown; sign?: string; show?: boolean },
  signal?: AbortSignal,
): Promise<Answer<PreviewAnswer>> {
  return ask(fetching, '/api/signage/preview', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(question),
    ...(signal ? { signal } : {}),
  })
}

const judgedMax = 20
const judgedWithinMs = 3_000

/**
 * What is wrong with a draft, asked once for the same words: a form checks itself again and again.
 * @returns `null` where the scheduler does not answer in time: nobody is kept from writing
 */
export function judging(fetching: typeof fetch) {
  const judged = new Map<string, Promise<PreviewAnswer | null>>()
  const once = async (document: unknown): Promise<PreviewAnswer | null> => {
    try {
      const signal = AbortSignal.timeout(judgedWithinMs)
      const answer = await askPreview(fetching, { document, show: false }, signal)
      return answer.ok ? answer.value : null
    } catch (error) {
      if (error instanceof DOMException) return null
      throw error
    }
  }
  return (document: object): Promise<PreviewAnswer | null> => {
    const key = wordsOf(document)
    const found = judged.get(key) ?? once(document)
    judged.set(key, found)
    found.then((answer) => answer ?? judged.delete(key)).catch(() => judged.delete(key))
    for (const oldest of judged.keys()) if (judged.size > judgedMax) judged.delete(oldest)
    return found
  }
}

/** A document without its stamps, which change with every saving. */
export function wordsOf(document: object): string {
  const { _rev, _updatedAt, _createdAt, ...words } = document as Record<string, unknown>
  return JSON.stringify(words)
}
