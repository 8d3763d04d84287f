/** @file The browser's edge of a broadcast: its video element, and the texts it asks for. */
import { openLive, type LiveWorld } from './live.ts'

const answerWithinMs = 10_000
const textMax = 200_000

async function fetchText(path: string): Promise<string> {
  const response = await fetch(path, { cache: 'no-store', signal: AbortSignal.timeout(answerWithinMs) })
  if (!response.ok) throw new Error(`${path} answered ${response.status}`)
  return (await response.text()).slice(0, textMax)
}

function element(): HTMLVideoElement {
  return Object.assign(document.createElement('video'), { playsInline: true, preload: 'auto' })
}

export const openLiveHere = (world: Omit<LiveWorld, 'element' | 'fetchText'>) =>
  openLive({ ...world, element, fetchText })
