/**
 * @file Runs the whole program as a child process, as `npm start` does after building, on free ports.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { get as getPlain, type IncomingMessage } from 'node:http'
import { get as getSecure } from 'node:https'
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
  /** Serves over TLS with it. */
  certificate?: { certFile: string; keyFile: string }
}

export interface Program {
  origin: string
  port: number
  dataFolder: string
  /** What it has printed so far. */
  output(): string
  /** Key of the try-out square. */
  demoKey(): string
  /** Token of an administrator, as the commands beside the program use it. */
  token(): string
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

/** @returns `null` once the program says that everything serves, else what it says or why it does not answer */
function whyNotReady(origin: string, certFile: string | undefined): Promise<string | null> {
  const address = `${origin}/healthz`
  return new Promise((resolve) => {
    const take = (response: IncomingMessage) => {
      response.resume()
      resolve(response.statusCode === 200 ? null : `it answers ${response.statusCode}`)
    }
    const request = certFile
      ? getSecure(address, { ca: readFileSync(certFile), timeout: 2_000 }, take)
      : getPlain(address, { timeout: 2_000 }, take)
    request.on('timeout', () => request.destroy(new Error('it does not answer in time')))
    request.on('error', (error) => resolve(error.message))
  })
}

/** Explains what a browser sees from outside only, as a 504. */
const telling = /query (?:worker failed|stopped at its time limit)/u

function tellOfQueries(output: string): void {
  for (const line of output.split('\n'))
    if (telling.test(line)) process.stdout.write(`the program said: ${line}\n`)
}

/** Starts the program and waits until `/healthz` says that everything serves. */
export async function startProgram(options: ProgramOptions = {}): Promise<Program> {
  const port = options.port ?? (await freePort())
  const dataFolder = options.dataFolder ?? temporaryFolder()
  const { certificate } = options
  const origin = `${certificate ? 'https' : 'http'}://localhost:${port}`
  const { child, output, ended } = spawnProgram({
    PORT: String(port),
    PUFA_DATA: dataFolder,
    PUFA_ADMIN_PASSWORD: adminPassword,
    // Thirteen screens' films would keep both cores busy for minutes; film-renditions tells of them.
    PUFA_FFMPEG: 'off',
    // Most tests publish as an administrator; those of review say otherwise.
    PUFA_REVIEW: '0',
    ...(certificate && { PUFA_TLS_CERT: certificate.certFile, PUFA_TLS_KEY: certificate.keyFile }),
    ...options.env,
  })
  const running = { value: true }
  void ended.then(() => {
    running.value = false
  })
  const deadline = performance.now() + readyWithinMs
  for (;;) {
    const why = await whyNotReady(origin, certificate?.certFile)
    // The addresses and the key are printed just after that.
    if (why === null && output().includes('Ctrl+C')) break
    if (!running.value || performance.now() > deadline) {
      child.kill('SIGKILL')
      throw new Error(`The program did not become ready (${why ?? 'it printed no addresses'}):\n${output()}`)
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    await ended
    tellOfQueries(output())
  }
  return {
    origin,
    port,
    dataFolder,
    output,
    demoKey: () => /square\.html\?key=([\w-]+)/.exec(output())?.[1] ?? '',
    token() {
      const access = readFileSync(join(dataFolder, 'command-line.json'), 'utf8')
      return (JSON.parse(access) as { token: string }).token
    },
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    removeData: () => rmSync(dataFolder, { recursive: true, force: true }),
  }
}
