/** @file Pairing by a try-out key. A screen in the street is paired by its code. */
import type { Pairing } from '../machine.ts'

const answerWithinMs = 15_000

interface Answer extends Partial<Pairing> {
  error?: { message?: string; remedy?: string }
}

/** @returns the pairing of a demonstration screen; rejects with a sentence for the visitor */
export async function pairByKey(key: string, screen: string): Promise<Pairing> {
  const headers = { 'content-type': 'application/json' }
  const body = JSON.stringify({ key, screen })
  const signal = AbortSignal.timeout(answerWithinMs)
  const response = await fetch('/api/signage/demo-pairing', { method: 'POST', headers, body, signal }).catch(
    () => {
      throw new Error('连不上服务器，稍后自动重试')
    },
  )
  const answer = (await response.json().catch(() => ({}))) as Answer
  const { token, publicKey, keyId, error } = answer
  if (response.ok && token && publicKey && keyId) return { screen, token, publicKey, keyId }
  throw new Error(
    [error?.message ?? `服务器没有同意（${response.status}）`, error?.remedy].filter(Boolean).join('；'),
  )
}
