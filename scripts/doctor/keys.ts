/**
 * @file Whether the key that signs for the screens is there, is the present one, and is nobody else's to read.
 *
 * Read-only. Without it every screen has to be paired again.
 */
import { createHash, createPrivateKey, createPublicKey } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { fault, note, type Findings } from '../../content-lake/upkeep/finding.ts'

const rotationsShape = v.array(v.object({ keyId: v.string() }))
const fetchBack =
  '停止系统，从最近的备份取回 signage 文件夹里的 manifest-key.pem 和 manifest-keys.json，再启动；没有备份，每块屏都要重新配对'

/** @param folder `PUFA_DATA/signage` */
export function checkKeys(folder: string, findings: Findings): void {
  const file = join(folder, 'manifest-key.pem')
  if (!existsSync(join(folder, 'signage.db'))) return
  if (!existsSync(file)) {
    findings.add(fault('key-missing', '屏幕签名密钥 signage/manifest-key.pem 不见了', fetchBack))
    return
  }
  if ((statSync(file).mode & 0o077) !== 0)
    findings.add(
      note(
        'key-readable',
        '屏幕签名密钥 signage/manifest-key.pem 别的账号也能读',
        '运行 chmod 600 改成只有本系统的账号能读；若怀疑已被复制，运行 npm run key:rotate 换一把',
      ),
    )
  try {
    const present = keyIdOf(file)
    const last = lastRotation(join(folder, 'manifest-keys.json'))
    const next = join(folder, 'manifest-key.next.pem')
    const isUnderWay = last !== null && existsSync(next) && keyIdOf(next) === last
    if (last !== null && last !== present && !isUnderWay)
      findings.add(fault('key-old', '屏幕签名密钥是换钥之前的旧密钥，跟上了新密钥的屏幕不会认它', fetchBack))
  } catch {
    findings.add(fault('key-damaged', '屏幕签名密钥或换钥记录读不出来', fetchBack))
  }
}

function keyIdOf(file: string): string {
  const spki = createPublicKey(createPrivateKey(readFileSync(file))).export({ type: 'spki', format: 'der' })
  return createHash('sha256').update(spki).digest('hex').slice(0, 16)
}

function lastRotation(file: string): string | null {
  if (!existsSync(file)) return null
  return v.parse(rotationsShape, JSON.parse(readFileSync(file, 'utf8'))).at(-1)?.keyId ?? null
}
