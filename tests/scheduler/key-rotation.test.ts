/** @file A change of the signing key: players that know any earlier key are led to the present one, others are not. */
import { webcrypto } from 'node:crypto'
import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { batchText } from '../../contracts/manifest-batch.ts'
import { rotationText } from '../../contracts/manifest.ts'
import { openSigningKey } from '../../scheduler/manifests/keys.ts'
import { treeOf } from '../../scheduler/manifests/tree.ts'
import { ownFolder } from './clock.ts'
import { openManifest } from './player-socket.ts'
import { startScheduler } from './scheduler-on-port.ts'

const ecdsa = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }

async function signs(publicKey: string, text: string, signature: string): Promise<boolean> {
  const spki = Buffer.from(publicKey, 'base64')
  const key = await webcrypto.subtle.importKey('spki', spki, ecdsa, false, ['verify'])
  return webcrypto.subtle.verify(ecdsa, key, Buffer.from(signature, 'base64'), Buffer.from(text))
}

test('each step is signed by the key before, so that a player which pinned the first one reaches the last', async () => {
  const key = openSigningKey(ownFolder())
  const first = { publicKey: key.publicKey, keyId: key.keyId }
  key.rotate()
  key.rotate()
  const steps = key.since(first.keyId) ?? []
  let pinned = first.publicKey
  for (const { publicKey, signature } of steps) {
    expect(await signs(pinned, rotationText(publicKey), signature)).toBe(true)
    pinned = publicKey
  }
  expect(steps).toHaveLength(2)
  expect(pinned).toBe(key.publicKey)
  const { signature } = key.sign('{}')
  expect(await signs(pinned, batchText(treeOf(['{}']).root), signature)).toBe(true)
  // What is signed for screens can never make a player trust another key.
  expect(await signs(pinned, rotationText('{}'), signature)).toBe(false)
  expect(steps.at(-1)?.keyId).toBe(key.keyId)
})

test('a key that was never ours leads nowhere', () => {
  expect(openSigningKey(ownFolder()).since('0123456789abcdef')).toBeNull()
})

test('the other key and the way to it survive a restart', () => {
  const folder = ownFolder()
  const before = openSigningKey(folder)
  const first = before.keyId
  before.rotate()
  const after = openSigningKey(folder)
  expect(after.keyId).toBe(before.keyId)
  expect(after.since(first)).toEqual(before.since(first))
  expect((statSync(join(folder, 'manifest-key.pem')).mode & 0o777).toString(8)).toBe('600')
})

test('a power cut between the signed step and the change of keys is made good at the next start', () => {
  const folder = ownFolder()
  const [file, next] = [join(folder, 'manifest-key.pem'), join(folder, 'manifest-key.next.pem')]
  const key = openSigningKey(folder)
  const [oldId, oldKey] = [key.keyId, readFileSync(file)]
  key.rotate()
  const newId = key.keyId
  // As the disk stands when the power fails just before the last step: the old key still in place.
  renameSync(file, next)
  writeFileSync(file, oldKey, { mode: 0o600 })
  expect(newId).not.toBe(oldId)
  expect(openSigningKey(folder).keyId).toBe(newId)
})

test('a power cut before the step was signed leaves the old key, for nobody has heard of another', () => {
  const folder = ownFolder()
  const { keyId } = openSigningKey(folder)
  writeFileSync(join(folder, 'manifest-key.next.pem'), 'half of a k')
  expect(openSigningKey(folder).keyId).toBe(keyId)
})

test('a damaged list of steps is refused by name: without it no screen would follow', () => {
  const folder = ownFolder()
  openSigningKey(folder)
  const file = join(folder, 'manifest-keys.json')
  writeFileSync(file, '[{"from":')
  expect(() => openSigningKey(folder)).toThrow(
    expect.objectContaining({ code: 'lake.database-damaged', details: { file } }),
  )
})

test('a connected player is told at once, and then gets its manifest signed by the other key', async () => {
  const { playing, post } = await startScheduler()
  const { player, publicKey } = await playing('screen-1')
  const { keyId, screens } = (await (await post('key/rotate', {})).json()) as {
    keyId: string
    screens: number
  }
  expect(screens).toBe(1)
  const trust = await player.next('trust')
  expect(await signs(publicKey, rotationText(trust.publicKey), trust.signature)).toBe(true)
  const signed = await player.next('manifest')
  expect([trust.keyId, signed.keyId]).toEqual([keyId, keyId])
  await expect(openManifest(trust.publicKey, signed)).resolves.toMatchObject({ screen: { id: 'screen-1' } })
  player.close()
})

test('a player that was away is led on when it comes back, before its manifest', async () => {
  const { playing, post, connect } = await startScheduler()
  const { player, token, publicKey } = await playing('screen-1')
  const first = player.heard.findLast((message) => message.type === 'manifest')
  const pinned = first?.type === 'manifest' ? first.keyId : ''
  player.close()
  await player.closed
  await post('key/rotate', {})
  const back = await connect()
  back.say({ type: 'hello', screen: 'screen-1', token, keyId: pinned, revision: 1, version: '1' })
  const trust = await back.next('trust')
  expect(await signs(publicKey, rotationText(trust.publicKey), trust.signature)).toBe(true)
  const signed = await back.next('manifest')
  expect(signed.keyId).toBe(trust.keyId)
  expect(back.heard.map(({ type }) => type)).toEqual(['welcome', 'trust', 'manifest'])
  back.close()
})
