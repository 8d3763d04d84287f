/**
 * @file What an operator reads when the program cannot start: one plain Chinese line that says what to do.
 *
 * Every case runs the real program.
 */
import { spawnSync } from 'node:child_process'
import {
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
  closeSync,
  existsSync,
} from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import {
  adminPassword,
  freePort,
  spawnProgram,
  startProgram,
  temporaryFolder,
  type Program,
} from '../support/program.ts'
import { makeCertificate } from './certificate.ts'

const endWithinMs = 30_000

interface Ended {
  code: number | null
  output: string
}

/** Starts the program and waits for its end. @throws when it goes on */
async function failsWith(env: Record<string, string>): Promise<Ended> {
  const program = spawnProgram({
    PORT: String(await freePort()),
    PUFA_DEMO: '0',
    PUFA_DATA: folder(),
    PUFA_ADMIN_PASSWORD: adminPassword,
    ...env,
  })
  const late = setTimeout(() => program.child.kill('SIGKILL'), endWithinMs)
  const code = await program.ended
  clearTimeout(late)
  return { code, output: program.output() }
}

/** Gone when the test ends. */
function folder(): string {
  const made = temporaryFolder()
  onTestFinished(() => rmSync(made, { recursive: true, force: true }))
  return made
}

/** One line, for people, with the remedy; no trace, no code name, no second line. */
function expectPlainLine({ code, output }: Ended, ...words: readonly (string | RegExp)[]): void {
  expect(code, output).toBe(1)
  expect(output.endsWith('\n')).toBe(true)
  expect(output.trim().split('\n')).toHaveLength(1)
  expect(output).toMatch(/\p{Script=Han}{2}.*：.*\p{Script=Han}{2}/u)
  expect(output).not.toMatch(/\bat .+:\d+|Error\b|node:internal|undefined|\[object/)
  for (const word of words) expect(output).toMatch(word)
}

describe('a wrong setting', () => {
  test.each([
    { env: { PORT: 'eighty' }, words: [/PORT/, /eighty/, /4321/] },
    { env: { PORT: '70000' }, words: [/PORT/, /65535/] },
    { env: { HOST: '203.0.113.9' }, words: [/HOST/, /203\.0\.113\.9/, /0\.0\.0\.0/] },
    { env: { HOST: 'no-such-host.invalid' }, words: [/HOST/, /127\.0\.0\.1/] },
    { env: { PUFA_ORIGIN: 'pufa.example.gov.cn' }, words: [/PUFA_ORIGIN/, /https:\/\//] },
    { env: { PUFA_DEMO: 'yes' }, words: [/PUFA_DEMO/, /0 或 1/] },
    { env: { PUFA_TLS_CERT: 'cert.pem' }, words: [/PUFA_TLS_CERT 和 PUFA_TLS_KEY/] },
    { env: { SANITY_PROJECT_ID: 'abc' }, words: [/SANITY_DATASET/, /SANITY_TOKEN/] },
  ])('$env ends with one line that names it', async ({ env, words }) => {
    expectPlainLine(await failsWith(env as Record<string, string>), ...words)
  })

  test('that is a secret is not printed', async () => {
    const ended = await failsWith({ PUFA_ADMIN_PASSWORD: 'hunter2' })
    expectPlainLine(ended, /PUFA_ADMIN_PASSWORD/)
    expect(ended.output).not.toContain('hunter2')
  })
})

describe('a certificate', () => {
  test('that is not there is named, with the variables', async () => {
    const data = folder()
    const [cert, key] = [join(data, 'none.pem'), join(data, 'none.key')]
    expectPlainLine(await failsWith({ PUFA_TLS_CERT: cert, PUFA_TLS_KEY: key }), /PUFA_TLS_CERT/, /none\.pem/)
  })

  test('that does not belong to its key is told', async () => {
    const [one, other] = [makeCertificate(folder()), makeCertificate(folder())]
    expectPlainLine(
      await failsWith({ PUFA_TLS_CERT: one.certFile, PUFA_TLS_KEY: other.keyFile }),
      /PUFA_TLS_KEY/,
      /成对/,
    )
  })
})

test('a port in use is told with its number and another to try', async () => {
  const other = createServer()
  await new Promise<void>((ready) => other.listen(0, '127.0.0.1', ready))
  onTestFinished(() => void other.close())
  const { port } = other.address() as AddressInfo
  expectPlainLine(await failsWith({ PORT: String(port) }), String(port), /PORT=\d+/)
})

describe('a data folder', () => {
  // Root may write anywhere, but nobody can make a folder below a file.
  test('that cannot be made is told', async () => {
    const file = join(folder(), 'file')
    writeFileSync(file, '')
    expectPlainLine(await failsWith({ PUFA_DATA: join(file, 'data') }), /PUFA_DATA/, /file/)
  })

  test('of which only the scheduler’s part cannot be made is told too', async () => {
    const data = folder()
    writeFileSync(join(data, 'signage'), '')
    expectPlainLine(await failsWith({ PUFA_DATA: data }), /PUFA_DATA/)
  })

  test.each(['lake.db', 'signage/signage.db', 'signage/manifest-key.pem'])(
    'whose %s is damaged is told with the file, and the file is left as it is',
    async (name) => {
      const data = folder()
      mkdirSync(join(data, 'signage'))
      const damaged = 'this is nothing of ours'.repeat(500)
      writeFileSync(join(data, name), damaged)
      expectPlainLine(await failsWith({ PUFA_DATA: data }), new RegExp(name), /备份/)
      expect(readFileSync(join(data, name), 'utf8')).toBe(damaged)
    },
  )
})

describe('beside a program that runs', () => {
  let running: Program
  beforeAll(async () => {
    running = await startProgram({ env: { PUFA_DEMO: '0' } })
  })
  afterAll(async () => {
    await running.stop()
    running.removeData()
  })

  test('a second one on the same data folder is refused, and the first goes on', async () => {
    const before = readFileSync(join(running.dataFolder, 'command-line.json'), 'utf8')
    expectPlainLine(await failsWith({ PUFA_DATA: running.dataFolder }), /另一个普法程序/, /PUFA_DATA/)
    expect((await fetch(`${running.origin}/healthz`)).status).toBe(200)
    expect(readFileSync(join(running.dataFolder, 'command-line.json'), 'utf8')).toBe(before)
  })

  test('a damaged copy of its database is refused in one line, whatever SQLite says of it', async () => {
    const data = folder()
    await running.stop()
    // Checkpointed by the stop: the whole database stands in the one file.
    const file = join(data, 'lake.db')
    writeFileSync(file, readFileSync(join(running.dataFolder, 'lake.db')))
    const handle = openSync(file, 'r+')
    for (let at = 4096; at < statSync(file).size; at += 8192)
      writeSync(handle, Buffer.alloc(4096, 0x5a), 0, 4096, at)
    closeSync(handle)
    expectPlainLine(await failsWith({ PUFA_DATA: data }), /lake\.db/, /备份/)
  })
})

test('Ctrl+C ends the program with code 0, soon, and takes its command-line token away', async () => {
  const data = folder()
  const port = await freePort()
  const program = spawnProgram({ PORT: String(port), PUFA_DEMO: '0', PUFA_DATA: data })
  const deadline = performance.now() + endWithinMs
  while (!program.output().includes('Ctrl+C') && performance.now() < deadline)
    await new Promise((resolve) => setTimeout(resolve, 50))
  expect(existsSync(join(data, 'command-line.json'))).toBe(true)
  const began = performance.now()
  program.child.kill('SIGINT')
  expect(await program.ended).toBe(0)
  expect(performance.now() - began).toBeLessThan(10_000)
  expect(existsSync(join(data, 'command-line.json'))).toBe(false)
})

test('a first start that fails halfway prints its password all the same, since it is made only once', async () => {
  const data = folder()
  writeFileSync(join(data, 'signage'), '')
  const { code, output } = await failsWith({ PUFA_DATA: data, PUFA_ADMIN_PASSWORD: '' })
  expect(code).toBe(1)
  expect(output).toMatch(/PUFA_DATA/)
  expect(output).toMatch(/密码 \S{12,}/)
})

test('the first password is printed once, and never again', async () => {
  const data = folder()
  const run = async () => {
    const program = spawnProgram({
      PORT: String(await freePort()),
      PUFA_DEMO: '0',
      PUFA_DATA: data,
      PUFA_ADMIN_PASSWORD: '',
    })
    const deadline = performance.now() + endWithinMs
    while (!program.output().includes('Ctrl+C') && performance.now() < deadline)
      await new Promise((resolve) => setTimeout(resolve, 50))
    program.child.kill('SIGTERM')
    await program.ended
    return /密码 (\S{12,})/.exec(program.output())?.[1]
  }
  const first = await run()
  expect(first).toBeDefined()
  expect(await run()).toBeUndefined()
  const kept = spawnSync('grep', ['-rl', '--', String(first), data], { encoding: 'utf8' })
  expect(kept.stdout).toBe('')
})
