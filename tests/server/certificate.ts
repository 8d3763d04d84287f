/**
 * @file A self-signed certificate, made in the test so that none has to lie in the project and expire.
 *
 * Only the DER that X.509 needs for one P-256 key and one name (RFC 5280).
 */
import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts)
  const length =
    body.length < 128
      ? [body.length]
      : body.length < 256
        ? [0x81, body.length]
        : [0x82, body.length >> 8, body.length & 255]
  return Buffer.concat([Buffer.from([tag, ...length]), body])
}

const sequence = (...parts: readonly Buffer[]) => der(0x30, ...parts)
const hex = (text: string) => Buffer.from(text, 'hex')
const time = (text: string) => der(0x18, Buffer.from(text))

const ecdsaWithSha256 = sequence(der(0x06, hex('2a8648ce3d040302')))
const commonName = (name: string) =>
  sequence(der(0x31, sequence(der(0x06, hex('550403')), der(0x0c, Buffer.from(name)))))
/** The name, and 127.0.0.1. */
const subjectAltName = (name: string) =>
  sequence(
    der(0x06, hex('551d11')),
    der(0x04, sequence(der(0x82, Buffer.from(name)), der(0x87, hex('7f000001')))),
  )

function selfSigned(name: string, publicKey: KeyObject, privateKey: KeyObject): string {
  const facts = sequence(
    der(0xa0, der(0x02, hex('02'))),
    der(0x02, hex('01')),
    ecdsaWithSha256,
    commonName(name),
    sequence(time('20200101000000Z'), time('20991231235959Z')),
    commonName(name),
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(subjectAltName(name))),
  )
  const signature = createSign('sha256').update(facts).sign(privateKey)
  const bytes = sequence(facts, ecdsaWithSha256, der(0x03, Buffer.from([0]), signature))
  return `-----BEGIN CERTIFICATE-----\n${bytes.toString('base64').replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`
}

export interface CertificateFiles {
  certFile: string
  keyFile: string
  cert: string
}

/** Writes `cert.pem` and `key.pem` for `localhost` and 127.0.0.1 into the folder. */
export function makeCertificate(folder: string): CertificateFiles {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const cert = selfSigned('localhost', publicKey, privateKey)
  const [certFile, keyFile] = [join(folder, 'cert.pem'), join(folder, 'key.pem')]
  writeFileSync(certFile, cert)
  writeFileSync(keyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }))
  return { certFile, keyFile, cert }
}
