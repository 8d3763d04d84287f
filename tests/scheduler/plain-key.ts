/** @file A key whose signatures are none, for tests of what is around them. */
import type { SigningKey } from '../../scheduler/manifests/keys.ts'

/** @param next what stands in place of the next signature */
export function plainKey(next: () => string = () => 's'): SigningKey {
  const sign: SigningKey['sign'] = (payload) => ({ payload, path: '', signature: next(), keyId: 'k' })
  return {
    publicKey: 'p',
    keyId: 'k',
    sign,
    signAll: (payloads) => payloads.map(sign),
    rotate: () => undefined,
    since: () => [],
  }
}
