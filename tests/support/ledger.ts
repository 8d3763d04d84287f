/**
 * @file Keeps account of what browser pages do wrong: requests that leave the origin, errors on the
 * console, exceptions, and lake endpoints that the lake does not know.
 */
import type { BrowserContext } from 'playwright'

export interface Ledger {
  /** One line for each fault, empty when all is well. */
  faults(): string[]
  /** Takes out faults that the test itself provoked. */
  forgive(pattern: RegExp): void
}

const innerSchemes = new Set(['data:', 'blob:', 'about:'])

export function keepLedger(context: BrowserContext, origin: string): Ledger {
  const host = new URL(origin).host
  let faults: string[] = []
  context.on('request', (request) => {
    const url = new URL(request.url())
    if (!innerSchemes.has(url.protocol) && url.host !== host) faults.push(`left the origin: ${request.url()}`)
  })
  context.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()} (${message.location().url})`)
  })
  context.on('weberror', (error) => faults.push(`exception: ${error.error().stack ?? error.error().message}`))
  context.on('page', (page) =>
    page.on('websocket', (socket) => {
      if (new URL(socket.url()).host !== host) faults.push(`left the origin: ${socket.url()}`)
    }),
  )
  return {
    faults: () => faults,
    forgive(pattern) {
      faults = faults.filter((fault) => !pattern.test(fault))
    },
  }
}

/** `METHOD path` of every endpoint that was asked for and that the lake does not know. */
export async function unknownEndpoints(context: BrowserContext, origin: string): Promise<string[]> {
  const response = await context.request.get(`${origin}/v1/pufa/unknown-endpoints`)
  if (!response.ok()) throw new Error(`unknown-endpoints answered ${response.status()}`)
  return Object.keys((await response.json()) as Record<string, number>)
}
