/** @file Keeps the preview of a draft: asks again a moment after each change, and while pictures are made. */
import { useEffect, useMemo, useRef, useState } from 'react'
import type { PreviewAnswer } from '../../contracts/preview.ts'
import { askPreview, wordsOf } from './ask.ts'

/** After the last keystroke. */
const quietMs = 300
/** A picture for a new size takes a second or two. */
const againMs = 1_500
const againMax = 40

export interface PreviewState {
  answer: PreviewAnswer | null
  /** Why there is no newer answer, in a sentence. */
  trouble: string | null
  /** The latest words are not shown yet. */
  waiting: boolean
}

/** @param sign key of the sign to draw; `null`: the most common screen */
export function usePreview(document: object | null, sign: string | null): PreviewState {
  const [state, setState] = useState<PreviewState>({ answer: null, trouble: null, waiting: true })
  const latest = useRef(document)
  latest.current = document
  const words = useMemo(() => (document ? wordsOf(document) : ''), [document])
  const [tries, setTries] = useState(0)

  useEffect(() => setTries(0), [words, sign])
  useEffect(() => {
    if (words === '') return
    const abort = new AbortController()
    setState((before) => ({ ...before, waiting: true }))
    const timer = setTimeout(
      () => {
        const question = { document: latest.current, ...(sign === null ? {} : { sign }) }
        askPreview(fetch, question, abort.signal)
          .then((answer) => {
            if (answer.ok) setState({ answer: answer.value, trouble: null, waiting: false })
            else setState((before) => ({ ...before, trouble: answer.sentence, waiting: false }))
            const more = answer.ok ? (answer.value.show?.making ?? 0) > 0 : answer.status === 429
            if (more && tries < againMax) setTries(tries + 1)
          })
          .catch((error: unknown) => {
            if (!abort.signal.aborted) throw error
          })
      },
      tries === 0 ? quietMs : againMs,
    )
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [words, sign, tries])
  return state
}
