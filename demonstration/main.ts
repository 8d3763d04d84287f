/**
 * @file `npm run demo:load` and `npm run demo:remove`: the demonstration content, by hand, into a program
 * that is running.
 *
 * The program leaves its address and a token in its data folder (`PUFA_DATA`) while it runs. For a program
 * on another machine, or under another account, `PUFA_TOKEN` and `PORT` say it instead.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import type { LakeAccess } from '../contracts/part.ts'
import { checkDemo } from './check.ts'
import { loadDemo } from './load.ts'
import { removeDemo } from './remove.ts'

type Environment = Readonly<Record<string, string | undefined>>

const usage = `用法：
  npm run demo:load                    载入演示内容（已有的不覆盖）
  npm run demo:remove                  删除演示内容（修改过的、被引用的保留并列出）
  npm run demo:remove -- --even-changed  连修改过的演示内容一起删除`

const say = (line: string) => process.stdout.write(`${line}\n`)

/** An empty variable counts as not set. */
const setting = (environment: Environment, name: string) => environment[name]?.trim() || undefined

const accessShape = v.object({
  apiHost: v.string(),
  assetHost: v.string(),
  projectId: v.string(),
  dataset: v.string(),
  token: v.string(),
  useProjectHostname: v.boolean(),
})

function accessByToken(token: string, port: string): LakeAccess {
  if (!/^\d{1,5}$/.test(port)) throw new Error(`PORT 应当是端口号，例如 4321；现在是“${port}”`)
  const host = `http://127.0.0.1:${port}`
  return {
    apiHost: host,
    assetHost: host,
    projectId: 'pufa',
    dataset: 'production',
    token,
    useProjectHostname: false,
  }
}

function readAccess(environment: Environment): LakeAccess {
  const token = setting(environment, 'PUFA_TOKEN')
  if (token !== undefined) return accessByToken(token, setting(environment, 'PORT') ?? '4321')
  const file = join(setting(environment, 'PUFA_DATA') ?? './data', 'command-line.json')
  try {
    return v.parse(accessShape, JSON.parse(readFileSync(file, 'utf8')))
  } catch (cause) {
    throw new Error(
      `没有找到正在运行的普法系统（读不到 ${file}）。请先用 npm start 启动它，在另一个窗口里再运行本命令；` +
        '启动时设过 PUFA_DATA 的，这里也要设成同一个文件夹。也可以写明令牌：PUFA_TOKEN=令牌 PORT=端口 npm run demo:load',
      { cause },
    )
  }
}

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
  const { documents, assets } = await loadDemo(access, say)
  say(`完成：新写入 ${documents} 篇，上传图片和影片 ${assets} 个`)
}

/** What a person can do about an error of the network or the lake. */
function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const status = 'statusCode' in error ? error.statusCode : undefined
  if (status === 401 || status === 403)
    return `访问令牌无效或没有写入权限（${error.message}）。请换一个可写的令牌再试`
  const isNetwork = /ECONNREFUSED|ENOTFOUND|ECONNRESET|fetch failed|network/i.test(
    `${error.message} ${String(error.cause)}`,
  )
  return isNetwork
    ? `连不上内容库（${error.message}）。请先用 npm start 启动本系统，再运行本命令`
    : error.message
}

try {
  await run(process.argv.slice(2))
} catch (error) {
  process.stderr.write(`${explain(error)}\n`)
  process.exitCode = 1
}
