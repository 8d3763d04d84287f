/**
 * @file Runs the whole program as a child process, as `npm start` does after building, on free ports.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')
const readyWithinMs = 90_000
export const adminPassword = 'a-password-for-tests'

export interface ProgramOptions {
  env?: Record<string, string>
  dataFolder?: string
  port?: number
  scheme?: 'http' | 'https'
}

export interface Program {
  origin: string
  port: number
  dataFolder: string
  /** What it has printed so far. */
  output(): string
  /** Key of the try-out square. */
  demoKey(): string
  /** Ends it as Ctrl+C does, and waits. */
  stop(): Promise<void>
  /** Ends it as a power cut does, and waits. */
  kill(): Promise<void>
  removeData(): void
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'pufa-'))
}

/** Starts `main.ts`; does not wait. The caller reads `output` and the exit code. */
export function spawnProgram(env: Record<string, string>): {
  child: ChildProcess
  output(): string
  ended: Promise<number | null>
} {
  const child = spawn(process.execPath, [join(root, 'main.ts')], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_NO_WARNINGS: '1', ...env },
  })
  let text = ''
  const take = (chunk: Buffer) => {
    text += chunk.toString()
  }
  child.stdout.on('data', take)
  child.stderr.on('data', take)
  const ended = new Promise<number | null>((resolve) => child.on('exit', (code) => resolve(code)))
  return { child, output: () => text, ended }
}

async function isReady(origin: string): Promise<boolean> {
  try {
    return (await fetch(`${origin}/healthz`, { signal: AbortSignal.timeout(2_000) })).status === 200
  } catch (error) {
    // Not listening yet.
    if (error instanceof TypeError || error instanceof DOMException) return false
    throw error
  }
}

/** Starts the program and waits until `/healthz` says that everything serves. */
export async function startProgram(options: ProgramOptions = {}): Promise<Program> {
  const port = options.port ?? (await freePort())
  const dataFolder = options.dataFolder ?? temporaryFolder()
  const origin = `${options.scheme ?? 'http'}://localhost:${port}`
  const { child, output, ended } = spawnProgram({
    PORT: String(port),
    PUFA_DATA: dataFolder,
    PUFA_ADMIN_PASSWORD: adminPassword,
    ...options.env,
  })
  const running = { value: true }
  void ended.then(() => {
    running.value = false
  })
  const deadline = performance.now() + readyWithinMs
  const healthOrigin = options.env?.['PUFA_TEST_HEALTH'] ?? origin
  while (!(await isReady(healthOrigin))) {
    if (!running.value || performance.now() > deadline) {
      child.kill('SIGKILL')
      throw new Error(`The program did not become ready:\n${output()}`)
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    await ended
  }
  return {
    origin,
    port,
    dataFolder,
    output,
    demoKey: () => /square\.html\?key=([\w-]+)/.exec(output())?.[1] ?? '',
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    removeData: () => rmSync(dataFolder, { recursive: true, force: true }),
  }
}
