/**
 * @file The running site that a copy is made of: the one that is named, the one that runs, or one that is
 * started for the purpose on a free port and ended afterwards.
 *
 * Two programs may not open one data folder, so a program that runs is used as it is.
 */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { readAccess } from '../../server/command-line.ts'
import { buildMissing } from '../run/build.ts'

const root = join(import.meta.dirname, '../..')
const startMsMax = 120_000
const askMs = 250

export interface Source {
  from: string
  end(): Promise<void>
}

const answers = (origin: string) =>
  fetch(`${origin}/healthz`, { signal: AbortSignal.timeout(5_000) }).then(
    (response) => response.ok,
    () => false,
  )

/** @throws Error in plain Chinese that says what to do */
export async function openSource(
  named: string | undefined,
  dataFolder: string,
  say: (line: string) => void,
): Promise<Source> {
  if (named !== undefined) {
    const from = named.replace(/\/+$/, '')
    if (!(await answers(from))) throw new Error(`连不上 ${from}，请确认网站已经启动、网址没有写错`)
    return { from, end: async () => undefined }
  }
  const running = runningAddress(dataFolder)
  if (running !== null && (await answers(running))) {
    say('普法系统正在运行，从它那里导出。')
    return { from: running, end: async () => undefined }
  }
  if (!existsSync(join(dataFolder, 'lake.db')))
    throw new Error(
      `没有找到内容（${dataFolder} 里没有 lake.db）。请先用 npm start 启动一次系统；` +
        '数据在别处的，请把 PUFA_DATA 设成那个文件夹',
    )
  return startOwn(dataFolder, say)
}

function runningAddress(dataFolder: string): string | null {
  try {
    return readAccess({ PUFA_DATA: dataFolder }).apiHost
  } catch {
    // No program has left its address there.
    return null
  }
}

async function startOwn(dataFolder: string, say: (line: string) => void): Promise<Source> {
  await buildMissing(say)
  say('正在启动系统来读内容……')
  const port = await freePort()
  const own = { PORT: String(port), HOST: '127.0.0.1', PUFA_DATA: dataFolder }
  // One plain port is enough, and only this machine needs it.
  const env = { ...process.env, ...own, PUFA_TLS_CERT: '', PUFA_TLS_KEY: '', PUFA_INTERNAL_PORT: '' }
  const child = spawn(process.execPath, [join(root, 'main.ts')], { cwd: root, stdio: 'pipe', env })
  let output = ''
  const take = (chunk: Buffer) => {
    output = (output + chunk.toString()).slice(-4_000)
  }
  child.stdout.on('data', take)
  child.stderr.on('data', take)
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const end = async () => {
    child.kill('SIGTERM')
    await ended
  }
  const from = `http://127.0.0.1:${port}`
  const deadline = performance.now() + startMsMax
  while (!(await answers(from))) {
    if (child.exitCode !== null || performance.now() > deadline) {
      await end()
      throw new Error(`系统没有启动起来，不能导出。它说：\n${output.trim()}`)
    }
    await pause(askMs)
  }
  return { from, end }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}
