/**
 * @file One upload in parts, from the choice of a file to its asset's document.
 *
 * Goes on by itself after a cut and after a restart of the program; a page that is loaded anew goes on when
 * the same file is chosen again. The protocol is tus-js-client's; when to try again is decided here.
 */
import type { DetailedError, Upload } from 'tus-js-client'
import type { Clock } from '../../../contracts/part.ts'
import { afterFailure, readFailure, type Failure } from './failure.ts'
import { Speed, type Phase, type UploadState } from './words.ts'

/** A part. Small enough that a slow line brings one within minutes. */
const partBytes = 4 * 1024 * 1024
/** A form takes an upload for dead that says nothing for two minutes. */
const stillThereMs = 20_000

export interface SessionParts {
  tus: typeof import('tus-js-client')
  file: File
  /** Where an upload begins, whole address. */
  endpoint: string
  /** What the asset's document is told besides its bytes. */
  about: Record<string, string>
  clock: Clock
  fetching: typeof fetch
  /** Every change of the state. */
  changed(change: Partial<Omit<UploadState, 'id'>>): void
  /** How far it is, again and again while it lasts. */
  progress(sent: number): void
  finished(document: unknown): void
}

export interface Session {
  pause(): void
  resume(): void
  /** Stops and forgets what has come. */
  cancel(): Promise<void>
  /** Stops; what has come stays for a day. */
  leave(): void
}

class Unanswered extends Error {
  readonly failure: Failure
  constructor(failure: Failure) {
    super(`the upload was answered ${failure.status ?? 'by nobody'}`)
    this.failure = failure
  }
}

function failureOf(error: Error): Failure {
  const { originalResponse, causingError } = error as Partial<DetailedError>
  if (causingError instanceof Unanswered) return causingError.failure
  if (!originalResponse || originalResponse.getStatus() === 0) return readFailure(null, '')
  return readFailure(originalResponse.getStatus(), originalResponse.getBody())
}

export function startSession(parts: SessionParts): Session {
  const { tus, file, endpoint, about, clock, fetching, changed } = parts
  const speed = new Speed()
  let phase: Phase = 'starting'
  let sent = 0
  let failures = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  const ended = new AbortController()

  const turn = (next: Phase, more: Partial<UploadState> = {}): void => {
    phase = next
    if (next !== 'sending') speed.reset()
    changed({ phase: next, sentence: null, ...(next === 'sending' ? {} : { bytesPerSecond: null }), ...more })
  }

  const upload: Upload = new tus.Upload(file, {
    endpoint,
    metadata: about,
    chunkSize: partBytes,
    retryDelays: null,
    onAfterResponse(request, response) {
      const status = response.getStatus()
      const isLost = status === 404 || status === 410
      // The client would begin anew, although what has come still lies there.
      if (request.getMethod() === 'HEAD' && status >= 300 && !isLost)
        throw new Unanswered(readFailure(status, response.getBody()))
    },
    onProgress(now, _total) {
      if (phase === 'paused' || ended.signal.aborted) return
      if (now > sent) failures = 0
      sent = now
      const bytesPerSecond = speed.at(clock.now(), now)
      if (phase === 'sending') changed({ sent, bytesPerSecond })
      else turn('sending', { sent })
      parts.progress(sent)
    },
    onError: (error) => failed(failureOf(error)),
    onSuccess: () => void finish(),
  })

  function failed(failure: Failure): void {
    if (ended.signal.aborted || phase === 'paused') return
    const after = afterFailure(failure, ++failures)
    if (!after.again) return turn('paused', { sentence: after.sentence })
    turn('waiting')
    clearTimeout(timer)
    timer = setTimeout(go, after.inMs)
  }

  /** All bytes are there: they are looked at, and become an asset. */
  async function finish(): Promise<void> {
    turn('checking', { sent: file.size })
    try {
      const response = await fetching(`${upload.url ?? ''}/finish`, {
        method: 'POST',
        credentials: 'same-origin',
        signal: ended.signal,
      })
      const body = await response.text()
      if (!response.ok) return failed(readFailure(response.status, body))
      await forget()
      const { document } = JSON.parse(body) as { document: unknown }
      turn('done', { sent: file.size })
      stop()
      parts.finished(document)
    } catch {
      // The line was cut, or it was given up.
      failed(readFailure(null, ''))
    }
  }

  /** So that the same file chosen later begins anew. */
  async function forget(): Promise<void> {
    for (const { urlStorageKey } of await upload.findPreviousUploads())
      await tus.defaultOptions.urlStorage.removeUpload(urlStorageKey)
  }

  function go(): void {
    clearTimeout(timer)
    if (!ended.signal.aborted && phase !== 'done') upload.start()
  }

  async function begin(): Promise<void> {
    const [before] = await upload.findPreviousUploads()
    if (before) {
      upload.resumeFromPreviousUpload(before)
      const reached = await reachedOf(before.uploadUrl ?? '')
      if (reached > 0) changed({ sent: (sent = reached), resumedAt: reached })
    }
    go()
  }

  /** How far it was; 0 where nobody knows. */
  async function reachedOf(url: string): Promise<number> {
    try {
      const headers = { 'tus-resumable': '1.0.0' }
      const response = await fetching(url, { method: 'HEAD', headers, signal: ended.signal })
      return response.ok ? Number(response.headers.get('upload-offset') ?? 0) : 0
    } catch {
      return 0
    }
  }

  const awake = (): void => {
    if (phase === 'waiting') go()
  }
  const sign = setInterval(() => parts.progress(sent), stillThereMs)
  globalThis.addEventListener?.('online', awake)

  function stop(): void {
    clearTimeout(timer)
    clearInterval(sign)
    globalThis.removeEventListener?.('online', awake)
    ended.abort()
  }

  void begin().catch(() => failed(readFailure(null, '')))

  return {
    pause() {
      turn('paused')
      clearTimeout(timer)
      void upload.abort()
    },
    resume() {
      failures = 0
      turn(sent > 0 ? 'sending' : 'starting')
      go()
    },
    async cancel() {
      stop()
      // Where the line is cut, the lake gives the parts up after a day.
      await upload.abort(true).catch(() => forget())
    },
    leave() {
      stop()
      void upload.abort()
    },
  }
}
