/**
 * @file `npm run key:rotate`: another key signs the manifests of all screens from here on.
 *
 * The program that is running does it; this command finds it as the other commands do. Screens that are
 * connected follow at once, others when they come back: the step from key to key is signed by the old one.
 */
import * as v from 'valibot'
import { explainFailure, readAccess } from '../../server/command-line.ts'

const answerShape = v.object({ keyId: v.string(), screens: v.number() })

async function run(options: readonly string[]): Promise<void> {
  if (options.length > 0) throw new Error('用法：npm run key:rotate（不带参数）')
  const { apiHost, token } = readAccess(process.env)
  const answer = await fetch(`${apiHost}/api/signage/key/rotate`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
  })
  if (!answer.ok) throw new Error(`没有换成：${await answer.text()}`)
  const { keyId, screens } = v.parse(answerShape, await answer.json())
  process.stdout.write(
    `已换成新的签名密钥（编号 ${keyId}）。在线的屏幕马上跟换，离线的联网后自动跟换，共 ${screens} 块屏，不用重新配对。\n` +
      '请马上运行 npm run backup 再备份一次：只有旧密钥的备份，恢复后屏幕不会认。\n',
  )
}

try {
  await run(process.argv.slice(2))
} catch (error) {
  process.stderr.write(`${explainFailure(error)}\n`)
  process.exitCode = 1
}
