/** @file A certificate for `localhost`, made for one run and signed by nobody. */
import { spawnSync } from 'node:child_process'
import { createHash, X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Certificate {
  certFile: string
  keyFile: string
  /** By this a browser is told to trust this certificate and no other. */
  publicKeyHash: string
}

/** @throws Error when the machine has no `openssl` */
export function makeCertificate(folder: string): Certificate {
  const certFile = join(folder, 'localhost.crt')
  const keyFile = join(folder, 'localhost.key')
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-keyout', keyFile]
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost']
  const made = spawnSync('openssl', ['req', '-x509', ...key, ...subject, '-days', '2', '-out', certFile], {
    encoding: 'utf8',
  })
  if (made.status !== 0)
    throw new Error(`测试需要 openssl 来生成证书，它没有成功：${made.error?.message ?? made.stderr}`)
  const publicKey = new X509Certificate(readFileSync(certFile)).publicKey.export({
    type: 'spki',
    format: 'der',
  })
  return { certFile, keyFile, publicKeyHash: createHash('sha256').update(publicKey).digest('base64') }
}
