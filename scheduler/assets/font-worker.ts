/** @file The thread that makes fonts, so that pushes and pages do not wait for them. One at a time. */
import { parentPort } from 'node:worker_threads'
import wawoff2 from 'wawoff2'
import { fontWeight, outlinesOf } from './outlines.ts'
import { writeTypeface } from './typeface.ts'

export interface FontOrder {
  family: string
  letters: string
}

export type FontAnswer =
  { made: Uint8Array; missing: readonly string[] } | { failed: string; made?: undefined }

const license =
  'This font is licensed under the SIL Open Font License, Version 1.1: https://openfontlicense.org'

async function make({ family, letters }: FontOrder): Promise<FontAnswer> {
  const { letters: outlines, missing, ...facts } = await outlinesOf(Array.from(letters))
  const typeface = writeTypeface({ ...facts, family, weight: fontWeight, license }, outlines)
  return { made: Uint8Array.from(await wawoff2.compress(typeface)), missing }
}

const port = parentPort
if (!port) throw new Error('assets/font-worker.ts runs only as a worker thread')
port.on('message', (order: FontOrder) => {
  make(order).then(
    (answer) => port.postMessage(answer),
    (error: unknown) => port.postMessage({ failed: String(error) } satisfies FontAnswer),
  )
})
