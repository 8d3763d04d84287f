/**
 * @file The whole program on a disk that runs full: people go on reading, no write is acknowledged that is not
 * on the disk, and when there is room again it goes on by itself. Only root may mount a small disk.
 */
import { spawnSync } from 'node:child_process'
import { readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { adminPassword, startProgram, temporaryFolder } from '../support/program.ts'

const withinMs = 120_000

/** Small, and yet more than an upload must leave to the database. */
function smallDisk(): string | null {
  const disk = temporaryFolder()
  onTestFinished(() => {
    spawnSync('umount', [disk])
    rmSync(disk, { recursive: true, force: true })
  })
  return spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=120m', 'tmpfs', disk]).status === 0 ? disk : null
}

test(
  'on a full disk reading goes on, writing is put off by 507, and with room again all goes on by itself',
  async ({ skip }) => {
    const disk = smallDisk()
    if (disk === null) return skip('only root may mount a small disk')
    const program = await startProgram({ dataFolder: disk, env: { PUFA_DEMO: '0' } })
    onTestFinished(() => program.stop())
    const { origin } = program
    const authorization = `Bearer ${program.token()}`
    const post = async (to: string, body: string, headers: Record<string, string> = { authorization }) =>
      (await fetch(origin + to, { method: 'POST', redirect: 'manual', body, headers })).status
    const get = async (to: string) => (await fetch(origin + to, { headers: { authorization } })).status
    const write = (id: string) => {
      const mutations = [{ createOrReplace: { _id: id, _type: 'x', text: 'x'.repeat(20_000) } }]
      return post('/v1/data/mutate/production', JSON.stringify({ mutations }))
    }
    const upload = () =>
      post('/v1/assets/files/production?filename=a.pdf', `%PDF-1.4\n${'x'.repeat(100_000)}`)
    const form = { origin, 'content-type': 'application/x-www-form-urlencoded' }
    const signIn = () => post('/login', `user=admin&password=${adminPassword}`, form)

    expect(await write('before')).toBe(200)
    const ballast = join(disk, 'ballast')
    const { bavail, bsize } = statfsSync(disk)
    writeFileSync(ballast, Buffer.alloc(bavail * bsize))
    for (let n = 0; n < 10; n++) expect(await write(`full-${n}`)).toBe(507)
    expect(await upload()).toBe(507)
    expect(readdirSync(join(disk, 'assets', 'incoming'))).toEqual([])
    expect(await signIn()).toBe(507)
    for (const page of ['/', '/questions', '/search?q=%E6%9F%A5%E4%B8%8D%E5%88%B0', '/healthz'])
      expect([page, await get(page)]).toEqual([page, 200])
    expect(await get('/v1/data/doc/production/before')).toBe(200)
    const query = `/v1/data/query/production?query=${encodeURIComponent('count(*[_type == "x"])')}`
    const count = async () => (await fetch(origin + query, { headers: { authorization } })).json()
    expect(await count()).toMatchObject({ result: 1 })

    rmSync(ballast)
    expect([await write('after'), await upload(), await signIn()]).toEqual([200, 200, 303])
    expect(await count()).toMatchObject({ result: 2 })
  },
  withinMs,
)
