/** @file The frame of a manifest, which is put together piece by piece and read as a message like any other. */
import { expect, test } from 'vitest'
import { openSigningKey } from '../../scheduler/manifests/keys.ts'
import { manifestFrames } from '../../scheduler/push/manifest-frame.ts'
import { ownFolder } from './clock.ts'

const parts = [
  { hash: 'a'.repeat(64), text: '{"events":[]}' },
  { hash: 'b'.repeat(64), text: '{"title":"说“法”\\n\\\\"}' },
]
const heads = ['{"title":"一\\"二\\u0007"}', '{}', '{"title":"三"}']

test('a frame says what JSON says of the message, with all parts, one, or none, in whatever order they come', () => {
  const frame = manifestFrames()
  for (const signature of openSigningKey(ownFolder()).signAll(heads))
    for (const sent of [parts, parts.slice(1), [], [...parts].reverse()]) {
      const texts = Object.fromEntries(sent.map(({ hash, text }) => [hash, text]))
      expect(JSON.parse(frame(signature, sent))).toEqual({ type: 'manifest', ...signature, parts: texts })
    }
})
