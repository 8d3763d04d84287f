/**
 * @file One client of the kill loop: does one deed after the other until the lake is gone, and remembers what
 * was acknowledged and what was still open.
 *
 * A deed that was open is sent again when the lake is back, with the same id, as the Studio does.
 */
import { request } from 'node:http'
import { nextDeed, type Deed, type Model } from './kill-deeds.ts'

export interface Serving {
  port: number
  token: string
}

export class KillClient {
  readonly name: string
  readonly model: Model = new Map()
  /** Transactions that must be in the log. */
  readonly acknowledged: string[] = []
  counted = 0
  /** Sent, and never answered. */
  open: Deed | null = null
  /** Answers that should not have been. */
  readonly refused: string[] = []
  #n = 0

  constructor(name: string) {
    this.name = name
  }

  /** Ends when the lake does. */
  async work(at: Serving): Promise<void> {
    for (;;) {
      const deed = this.open ?? nextDeed(this.name, ++this.#n, this.model)
      this.open = deed
      const answer = await send(at, deed)
      if (answer === null) return
      if (answer.status !== 200) {
        this.refused.push(`${deed.path} ${answer.status} ${answer.text.slice(0, 300)}`)
        return
      }
      this.open = null
      if (deed.upload === null) this.acknowledged.push(deed.transactionId)
      this.done(deed)
    }
  }

  done(deed: Deed): void {
    for (const [id, value] of deed.after) this.model.set(id, value)
    this.counted += deed.counts
  }
}

/** @returns null when the lake was gone before it answered */
function send(
  { port, token }: Serving,
  { path, body }: Deed,
): Promise<{ status: number; text: string } | null> {
  return new Promise((resolve) => {
    const call = request({
      ...{ port, path, host: '127.0.0.1', method: 'POST' },
      headers: { authorization: `Bearer ${token}` },
    })
    call.on('error', () => resolve(null))
    call.on('response', (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (piece: string) => (text += piece))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }))
      response.on('error', () => resolve(null))
    })
    call.end(body)
  })
}
