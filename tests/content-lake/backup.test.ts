/** @file A backup holds everything that must survive, is whole or is none, and comes back as it was. */
import { spawn, spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { makeBackup } from '../../scripts/backup/backup.ts'
import { backUp, folderForTest, messageOf, restore } from './backup-rig.ts'
import { healthyFolder, type HealthyFolder } from './healthy-folder.ts'
import { startLake } from './lake-on-port.ts'

let healthy: HealthyFolder

beforeAll(async () => {
  healthy = await healthyFolder()
})
afterAll(() => rmSync(healthy.folder, { recursive: true }))

describe('backup and restore', () => {
  test('everything that must survive comes back, byte for byte, and the program serves it', async () => {
    const target = folderForTest()
    const { folder, manifest } = await backUp(healthy.folder, target)
    const names = manifest.files.map(({ path: name }) => name)
    for (const name of ['lake.db', 'signage/signage.db', 'signage/manifest-key.pem', 'site/site.db'])
      expect(names).toContain(name)
    expect(names.some((name) => name.startsWith('assets/originals/'))).toBe(true)
    expect(names.some((name) => name.startsWith('signage/assets/'))).toBe(true)
    const empty = folderForTest()
    await restore(folder, empty)
    for (const name of names.filter((one) => !one.endsWith('.db')))
      expect(readFileSync(path.join(empty, name))).toEqual(readFileSync(path.join(healthy.folder, name)))
    expect(statSync(path.join(empty, 'signage', 'manifest-key.pem')).mode & 0o077).toBe(0)
    const at = await startLake({}, empty)
    expect(await at.client.fetch('count(*[_type == "question"])')).toBe(29)
    await at.close()
  })

  test('what the program makes again by itself stays out: caches, logs, half uploads, the lock, the address', async () => {
    const data = folderForTest()
    cpSync(healthy.folder, data, { recursive: true })
    const left = ['cache/images/a', 'logs/pufa.log', 'assets/incoming/half', 'command-line.json']
    for (const name of [...left, 'kept-by-somebody.txt']) {
      mkdirSync(path.dirname(path.join(data, name)), { recursive: true })
      writeFileSync(path.join(data, name), 'x')
    }
    const { manifest } = await backUp(data, folderForTest())
    const names = manifest.files.map(({ path: name }) => name)
    for (const name of [...left, 'lock.db', 'lake.db-wal']) expect(names).not.toContain(name)
    expect(names).toContain('kept-by-somebody.txt')
  })

  test('pictures on a disk of their own, behind a link, are in it too', async () => {
    const data = folderForTest()
    const disk = folderForTest()
    cpSync(healthy.folder, data, { recursive: true })
    cpSync(path.join(data, 'assets'), path.join(disk, 'assets'), { recursive: true })
    rmSync(path.join(data, 'assets'), { recursive: true })
    symlinkSync(path.join(disk, 'assets'), path.join(data, 'assets'))
    const { missing, manifest } = await backUp(data, folderForTest())
    expect(missing).toEqual([])
    expect(manifest.files.filter(({ path: name }) => name.startsWith('assets/'))).toHaveLength(2)
  })

  test('a target inside the data folder is refused, by whatever way it is named', async () => {
    const link = path.join(folderForTest(), 'link')
    symlinkSync(healthy.folder, link)
    for (const target of [healthy.folder, path.join(healthy.folder, 'backups', 'x'), path.join(link, 'y')])
      expect(await messageOf(backUp(healthy.folder, target))).toContain('不能放在数据文件夹')
    expect(existsSync(path.join(healthy.folder, 'backups'))).toBe(false)
  })

  test('only so many of the newest are kept as were asked for, and nothing else in the folder is touched', async () => {
    const target = folderForTest()
    writeFileSync(path.join(target, 'notes.txt'), 'x')
    mkdirSync(path.join(target, 'pufa-20200101-000000'))
    for (let day = 1; day <= 4; day++) await backUp(healthy.folder, target, 2, new Date(2026, 2, day, 3))
    expect(readdirSync(target).sort()).toEqual([
      'notes.txt',
      'pufa-20200101-000000',
      'pufa-20260303-030000',
      'pufa-20260304-030000',
    ])
  })

  test('two backups of one second do not meet', async () => {
    const target = folderForTest()
    const now = new Date(2026, 2, 1)
    await backUp(healthy.folder, target, null, now)
    await backUp(healthy.folder, target, null, now)
    expect(readdirSync(target).sort()).toEqual(['pufa-20260301-000000', 'pufa-20260301-000000-2'])
  })

  test('a backup that is stopped by Ctrl+C leaves nothing, and says so', async () => {
    const target = folderForTest()
    const main = path.join(import.meta.dirname, '../../scripts/backup/main.ts')
    const child = spawn(process.execPath, [main, target], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, PUFA_DATA: healthy.folder, NODE_NO_WARNINGS: '1' },
    })
    let said = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
    const ended = new Promise((resolve) => child.once('close', resolve))
    while (readdirSync(target).length === 0) await new Promise((turn) => setImmediate(turn))
    child.kill('SIGINT')
    expect(await ended).toBe(1)
    expect(said).toContain('被中止了')
    expect(readdirSync(target)).toEqual([])
  })

  test('a backup killed half-way has no name of a backup, and is swept by a later one', async () => {
    const data = folderForTest()
    cpSync(healthy.folder, data, { recursive: true })
    const target = folderForTest()
    const main = path.join(import.meta.dirname, '../../scripts/backup/main.ts')
    const child = spawn(process.execPath, [main, target], { env: { ...process.env, PUFA_DATA: data } })
    const gone = new Promise((resolve) => child.once('exit', resolve))
    while (readdirSync(target).length === 0) await new Promise((turn) => setImmediate(turn))
    child.kill('SIGKILL')
    await gone
    const [left = ''] = readdirSync(target)
    expect(left).toMatch(/^\.pufa-.*\.part$/)
    expect(await messageOf(restore(path.join(target, left), folderForTest()))).toContain('不是一份完整的备份')
    await backUp(healthy.folder, target, null, new Date(Date.now() + 3 * 86_400_000))
    expect(readdirSync(target)).toEqual([expect.stringMatching(/^pufa-/)])
  })

  test('a full disk leaves nothing behind, and says so', async ({ skip }) => {
    const disk = folderForTest()
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=700k', 'tmpfs', disk]).status === 0
    if (!mounted) return skip('only root may mount a small disk')
    onTestFinished(() => void spawnSync('umount', [disk]))
    expect(await messageOf(backUp(healthy.folder, disk))).toContain('磁盘放不下')
    // Room when it is looked for and none when it is needed: a film that grew meanwhile.
    const data = folderForTest()
    cpSync(healthy.folder, data, { recursive: true })
    const grown = path.join(data, 'assets', 'originals', `${'0'.repeat(40)}.mp4`)
    rmSync(path.join(data, 'lake.db'))
    writeFileSync(grown, '')
    const say = () => writeFileSync(grown, Buffer.alloc(2_000_000))
    const failed = messageOf(makeBackup({ dataFolder: data, target: disk, keep: null, now: new Date(), say }))
    expect(await failed).toContain('写满了')
    expect(readdirSync(disk)).toEqual([])
  })
})
