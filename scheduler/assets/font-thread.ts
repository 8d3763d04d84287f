/** @file Hands orders for fonts to a worker thread, one at a time, and ends the thread when it has been idle. */
import { Worker } from 'node:worker_threads'
import type { FontAnswer, FontOrder } from './font-worker.ts'

export interface FontThread {
  /** One at a time. Rejects when the font could not be made. */
  make(order: FontOrder): Promise<Uint8Array>
  close(): void
}

const idleMs = 30_000
const makeWithinMs = 120_000

export function fontThread(): FontThread {
  let worker: Worker | null = null
  let idle: NodeJS.Timeout | undefined

  function end(): void {
    clearTimeout(idle)
    worker?.terminate().catch(() => undefined)
    worker = null
  }

  return {
    make(order) {
      clearTimeout(idle)
      const mine = (worker ??= new Worker(new URL('./font-worker.ts', import.meta.url)))
      mine.unref()
      return new Promise((resolve, reject) => {
        const settle = (error: Error | null, made?: Uint8Array): void => {
          clearTimeout(late)
          // Not all listeners at once: the thread has some of its own.
          mine.off('message', answered).off('error', broke).off('exit', ended)
          if (error) {
            if (worker === mine) end()
            reject(error)
            return
          }
          if (made) resolve(made)
          idle = setTimeout(end, idleMs)
          idle.unref()
        }
        const late = setTimeout(() => settle(new Error('the font took too long')), makeWithinMs)
        const answered = (answer: FontAnswer): void =>
          answer.made ? settle(null, answer.made) : settle(new Error(answer.failed))
        const broke = (error: Error): void => settle(error)
        const ended = (code: number): void => settle(new Error(`the thread of fonts ended with ${code}`))
        mine.on('message', answered).on('error', broke).on('exit', ended)
        mine.postMessage(order)
      })
    },
    close: end,
  }
}
