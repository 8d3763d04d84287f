/** @file Calls of what the lake deliberately has not: each must be refused honestly, never answered as if done. */
import type { SanityClient } from '@sanity/client'

/** All methods of a group are called with the same few words, which is all they need to be sent. */
const WORDS: readonly unknown[] = ['r1', { releaseId: 'r1', id: 'x', name: 'x', aclMode: 'public' }, {}]

const FIRST: Readonly<Record<string, readonly unknown[]>> = {
  'client.datasets.create': ['staging', { aclMode: 'public' }],
  'client.datasets.edit': ['staging', { aclMode: 'private' }],
}

const argumentsFor = (method: string) =>
  FIRST[method] ?? FIRST[method.split('.').slice(0, 2).join('.')] ?? WORDS

/** What comes of calling a method that is absent: a status, or that the client itself refused to send it. */
export async function refusalOf(
  client: SanityClient,
  method: string,
): Promise<number | 'answered' | 'not sent'> {
  const [, ...names] = method.split('.')
  let holder: unknown = client
  for (const name of names.slice(0, -1)) holder = (holder as Record<string, unknown>)[name]
  const call = (holder as Record<string, (...all: unknown[]) => unknown>)[names.at(-1) ?? '']
  try {
    const given = call?.apply(holder, [...argumentsFor(method)])
    await settled(given)
    return 'answered'
  } catch (error) {
    const status = error instanceof Error && 'statusCode' in error ? error.statusCode : null
    return typeof status === 'number' ? status : 'not sent'
  }
}

/** A promise, or what can only be watched. */
function settled(given: unknown): Promise<unknown> {
  if (typeof given !== 'object' || given === null || !('subscribe' in given)) return Promise.resolve(given)
  const watched = given as { subscribe(observer: object): unknown }
  return new Promise((resolve, reject) =>
    watched.subscribe({ next: resolve, error: reject, complete: resolve }),
  )
}
