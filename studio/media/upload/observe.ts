/**
 * @file Uploads as Sanity's own inputs expect them of the client: an observable of progress, then the answer.
 *
 * Whoever stops listening (the form is left, or “cancel” is pressed in it) stops the sending; what has come
 * stays for a day, and goes on when the same file is chosen again. What is cancelled in the bar is gone, and
 * the observable ends without an answer, upon which the form clears its own mark.
 */
import { Observable } from 'rxjs'
import type { UploadEvent } from '@sanity/client'
import { browserClock } from '../../clock.ts'
import { startSession, type Session } from './session.ts'
import { uploads } from './uploads.ts'
import { percentOf } from './words.ts'

const shownWhenDoneMs = 6_000

interface Wanted {
  file: File
  endpoint: string
  about: Record<string, string>
  /** Where the asset's file will be found. */
  fetching: typeof fetch
}

type Answer = UploadEvent<{ document: never }>

export function uploadInParts({ file, endpoint, about, fetching }: Wanted): Observable<Answer> {
  return new Observable<Answer>((listener) => {
    let session: Session | null = null
    let told = -1
    const tellProgress = (sent: number, again: boolean) => {
      const percent = percentOf({ sent, total: file.size })
      if (percent === told && !again) return
      told = percent
      listener.next({
        type: 'progress',
        stage: 'upload',
        percent,
        total: file.size,
        loaded: sent,
        lengthComputable: true,
      })
    }
    let shown = 0
    const id = uploads.add(
      {
        ...{ name: file.name, total: file.size, sent: 0, resumedAt: 0 },
        ...{ phase: 'starting', bytesPerSecond: null, sentence: null },
      },
      {
        pause: () => session?.pause(),
        resume: () => session?.resume(),
        cancel() {
          void session?.cancel()
          session = null
          uploads.remove(id)
          listener.complete()
        },
      },
    )
    const begin = async () => {
      const tus = await import('tus-js-client')
      if (listener.closed) return
      session = startSession({
        ...{ tus, file, endpoint, about, fetching, clock: browserClock },
        changed: (change) => uploads.change(id, change),
        progress: (sent) => {
          tellProgress(sent, sent === shown)
          shown = sent
        },
        finished(document) {
          session = null
          setTimeout(() => uploads.remove(id), shownWhenDoneMs)
          listener.next({ type: 'response', body: { document: document as never } } as Answer)
          listener.complete()
        },
      })
    }
    begin().catch((error: unknown) => listener.error(error))
    return () => {
      if (!session) return
      session.leave()
      uploads.remove(id)
    }
  })
}
