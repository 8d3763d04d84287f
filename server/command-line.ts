/**
 * @file How the commands beside the program find it: it leaves its address and a token in the data folder
 * while it runs, readable by its owner alone.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import type { LakeAccess } from '../contracts/part.ts'

type Environment = Readonly<Record<string, string | undefined>>

const accessShape = v.object({
  apiHost: v.string(),
  assetHost: v.string(),
  projectId: v.string(),
  dataset: v.string(),
  token: v.string(),
  useProjectHostname: v.boolean(),
})

const fileIn = (dataFolder: string) => join(dataFolder, 'command-line.json')

/** @returns takes the file away again */
export function leaveAccess(dataFolder: string, access: LakeAccess): () => void {
  writeFileSync(fileIn(dataFolder), JSON.stringify(access), { mode: 0o600 })
  return () => rmSync(fileIn(dataFolder), { force: true })
}

/** An empty variable counts as not set. */
const setting = (environment: Environment, name: string) => environment[name]?.trim() || undefined

/**
 * @param environment `PUFA_DATA`; or, for a program of another account or machine, `PUFA_TOKEN` and `PORT`
 * @throws Error with a Chinese message that says what to do
 */
export function readAccess(environment: Environment): LakeAccess {
  const token = setting(environment, 'PUFA_TOKEN')
  if (token !== undefined) return accessByToken(token, setting(environment, 'PORT') ?? '4321')
  const file = fileIn(setting(environment, 'PUFA_DATA') ?? './data')
  try {
    return v.parse(accessShape, JSON.parse(readFileSync(file, 'utf8')))
  } catch (cause) {
    throw new Error(
      `没有找到正在运行的普法系统（读不到 ${file}）。请先用 npm start 启动它，在另一个窗口里再运行本命令；` +
        '启动时设过 PUFA_DATA 的，这里也要设成同一个文件夹',
      { cause },
    )
  }
}

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

/** What a person can do about an error of the network or the lake, in one line. */
export function explainFailure(error: unknown): string {
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
