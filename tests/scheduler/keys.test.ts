/** @file The key that signs manifests, held against WebCrypto, which is what players have. */
import { createHash, webcrypto } from 'node:crypto'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { batchText, rootOf } from '../../contracts/manifest-batch.ts'
import { openSigningKey, type Signature } from '../../scheduler/manifests/keys.ts'
import { ownFolder } from './clock.ts'

const ecdsa = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }

async function verifies(publicKey: string, { payload, path, signature }: Signature): Promise<boolean> {
  const key = await webcrypto.subtle.importKey('spki', Buffer.from(publicKey, 'base64'), ecdsa, false, [
    'verify',
  ])
  const sha256 = async (bytes: BufferSource) =>
    new Uint8Array(await webcrypto.subtle.digest('SHA-256', bytes))
  const root = await rootOf(payload, Buffer.from(path, 'base64'), sha256)
  const text = Buffer.from(root ? batchText(root) : '')
  return webcrypto.subtle.verify(ecdsa, key, Buffer.from(signature, 'base64'), text)
}

test('WebCrypto verifies what node signed, Chinese text included', async () => {
  const key = openSigningKey(ownFolder())
  const signed = key.sign('{"title":"法律面前人人平等"}')
  expect(await verifies(key.publicKey, signed)).toBe(true)
  expect(Buffer.from(signed.signature, 'base64')).toHaveLength(64)
})

test('one changed character is refused, for the signature is over the exact bytes', async () => {
  const key = openSigningKey(ownFolder())
  const signed = key.sign('{"title":"法律"}')
  expect(await verifies(key.publicKey, { ...signed, payload: '{"title":"法津"}' })).toBe(false)
})

test('heads that are signed together share one signature, and each stands by itself', async () => {
  const key = openSigningKey(ownFolder())
  const heads = ['{"title":"一"}', '{"title":"二"}', '{"title":"三"}']
  const all = key.signAll(heads)
  expect(all.map(({ payload }) => payload)).toEqual(heads)
  expect(new Set(all.map(({ signature }) => signature)).size).toBe(1)
  expect(await Promise.all(all.map((each) => verifies(key.publicKey, each)))).toEqual([true, true, true])
  expect(await verifies(key.publicKey, { ...all[0], payload: '{"title":"四"}' } as Signature)).toBe(false)
  expect(key.signAll([])).toEqual([])
})

test('the signature of another key is refused', async () => {
  const [ours, theirs] = [openSigningKey(ownFolder()), openSigningKey(ownFolder())]
  expect(await verifies(ours.publicKey, theirs.sign('{}'))).toBe(false)
  expect(ours.keyId).not.toBe(theirs.keyId)
})

test('only the owner of the program reads the private key', () => {
  const folder = ownFolder()
  openSigningKey(folder)
  expect((statSync(join(folder, 'manifest-key.pem')).mode & 0o777).toString(8)).toBe('600')
})

test('the key survives a restart, or every screen would have to be paired again', async () => {
  const folder = ownFolder()
  const before = openSigningKey(folder)
  const file = readFileSync(join(folder, 'manifest-key.pem'), 'utf8')
  const after = openSigningKey(folder)
  expect(after).toMatchObject({ publicKey: before.publicKey, keyId: before.keyId })
  expect(readFileSync(join(folder, 'manifest-key.pem'), 'utf8')).toBe(file)
  expect(await verifies(before.publicKey, after.sign('{}'))).toBe(true)
})

test('the key’s name is the first 16 hex digits of the hash of its public half, as the contract says', () => {
  const key = openSigningKey(ownFolder())
  const hash = createHash('sha256').update(Buffer.from(key.publicKey, 'base64')).digest('hex')
  expect(key.keyId).toBe(hash.slice(0, 16))
})

test('a key file that a power cut left half written is no key; it is made whole or not at all', () => {
  const folder = ownFolder()
  writeFileSync(join(folder, 'manifest-key.pem.part'), '-----BEGIN PRIV')
  expect(openSigningKey(folder).keyId).toMatch(/^[0-9a-f]{16}$/)
})

test('a damaged key file is refused by name and never replaced, for a new key would cut off every screen', () => {
  const folder = ownFolder()
  const file = join(folder, 'manifest-key.pem')
  writeFileSync(file, 'not a key')
  expect(() => openSigningKey(folder)).toThrow(
    expect.objectContaining({ code: 'lake.database-damaged', details: { file } }),
  )
  expect(readFileSync(file, 'utf8')).toBe('not a key')
})
