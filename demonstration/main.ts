/**
 * @file `npm run demo:load` and `npm run demo:remove`: the demonstration content, by hand, into a program
 * that is running.
 *
 * The program leaves its address and a token in its data folder (`PUFA_DATA`) while it runs. For a program
 * on another machine, or under another account, `PUFA_TOKEN` and `PORT` say it instead.
 */
import { explainFailure, readAccess } from '../server/command-line.ts'
import { checkDemo } from './check.ts'
import { loadDemo } from './load.ts'
import { removeDemo } from './remove.ts'

const usage = `用法：
  npm run demo:load                    载入演示内容（已有的不覆盖）
  npm run demo:remove                  删除演示内容（修改过的、被引用的保留并列出）
  npm run demo:remove -- --even-changed  连修改过的演示内容一起删除`

const say = (line: string) => process.stdout.write(`${line}\n`)

async function run([task, option, ...rest]: readonly string[]): Promise<void> {
  if (rest.length > 0 || (task !== 'load' && task !== 'remove')) throw new Error(usage)
  if (option !== undefined && !(task === 'remove' && option === '--even-changed')) throw new Error(usage)
  const access = readAccess(process.env)
  if (task === 'remove') {
    await removeDemo(access, say, { evenChanged: option !== undefined })
    return
  }
  const problems = checkDemo()
  if (problems.length > 0) throw new Error(`演示内容有错，没有载入：\n${problems.join('\n')}`)
  const { documents, assets } = await loadDemo(access, say, null)
  say(`完成：新写入 ${documents} 篇，上传图片和影片 ${assets} 个`)
}

try {
  await run(process.argv.slice(2))
} catch (error) {
  process.stderr.write(`${explainFailure(error)}\n`)
  process.exitCode = 1
}
