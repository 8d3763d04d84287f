/** @file The command: what it says, and its exit code. */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startLake, type LakeOnPort } from '../content-lake/lake-on-port.ts'
import { lawOf, sample, temporaryFolder, type TemporaryFolder } from './folders.ts'

const script = fileURLToPath(new URL('../../scripts/import-laws/main.ts', import.meta.url))

function run(args: readonly string[], environment: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, [script, ...args], {
    env: { PATH: process.env['PATH'] ?? '', NODE_NO_WARNINGS: '1', ...environment },
  })
  let out = ''
  let errors = ''
  child.stdout.on('data', (bytes: Buffer) => (out += bytes.toString()))
  child.stderr.on('data', (bytes: Buffer) => (errors += bytes.toString()))
  return new Promise<{ code: number | null; out: string; errors: string }>((done) =>
    child.on('close', (code) => done({ code, out, errors })),
  )
}

let lake: LakeOnPort
let good: TemporaryFolder
beforeAll(async () => {
  lake = await startLake()
  good = temporaryFolder({ 'good-law/README.md': lawOf('示例好法', 3) })
})
afterAll(async () => {
  await lake.close()
  good.remove()
})
const own = () => ({ PORT: new URL(lake.origin).port, PUFA_TOKEN: lake.token })

describe('npm run import:laws', () => {
  it('says law by law what it did, sums it up, and ends with 0', async () => {
    const { code, out, errors } = await run([good.path], own())
    expect([code, errors]).toEqual([0, ''])
    expect(out).toContain('《示例好法》')
    expect(out).toContain('2020年文本，3 条，施行日期未知')
    expect(out).toContain('共 1 部法律。文档：新增 5，更新 0，未变 0，删除 0')
  })

  it('imports the good laws, names file and line of the broken one, and ends with 1', async () => {
    const { code, out, errors } = await run([sample], own())
    expect(code).toBe(1)
    expect(out).toContain('共 5 部法律')
    expect(out).toContain('不是法律文本，已跳过：LICENSE、README.md')
    expect(errors).toContain(
      'broken/bridge-law/README.md 第 11 行：条号不连续：第二条之后应当是第三条，写的是第四条',
    )
  })

  it.each([
    ['without a folder', [], own, '用法：npm run import:laws -- 文件夹'],
    ['with a folder that is not there', ['/nowhere-at-all'], own, '没有这个文件夹'],
    [
      'beside no running program',
      [sample],
      () => ({ PUFA_DATA: '/nowhere-at-all' }),
      '没有找到正在运行的普法系统',
    ],
    ['with a port that is none', [sample], () => ({ PORT: 'x', PUFA_TOKEN: 't' }), 'PORT 应当是端口号'],
    ['where no program answers', [sample], () => ({ PORT: '1', PUFA_TOKEN: 't' }), '连不上内容库'],
  ] as const)('ends with 1 and says what to do %s', async (_name, args, environment, message) => {
    const { code, errors } = await run(args, environment())
    expect(code).toBe(1)
    expect(errors).toContain(message)
  })

  it('ends with 1 and says what to do when the token is refused, and writes nothing', async () => {
    const folder = temporaryFolder({ 'other-law/README.md': lawOf('示例别法', 2) })
    const { code, errors } = await run([folder.path], { ...own(), PUFA_TOKEN: 'wrong' })
    folder.remove()
    expect(code).toBe(1)
    expect(errors).toContain('访问令牌无效或没有写入权限')
    expect(await lake.client.fetch('*[title == "示例别法"]')).toEqual([])
  })
})
