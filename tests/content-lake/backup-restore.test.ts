/** @file A restore writes nothing that was not proved first, nor over anything that is there. */
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openLake } from '../../content-lake/main.ts'
import { readManifest } from '../../scripts/backup/manifest.ts'
import { backUp, command, folderForTest, messageOf, restore } from './backup-rig.ts'
import { healthyFolder, type HealthyFolder } from './healthy-folder.ts'
import { recordingLog, settingsFor, startLake } from './lake-on-port.ts'

let healthy: HealthyFolder

beforeAll(async () => {
  healthy = await healthyFolder()
})
afterAll(() => rmSync(healthy.folder, { recursive: true }))

describe('restore', () => {
  test('a folder that holds anything, or is in use, is left as it is', async () => {
    const { folder } = await backUp(healthy.folder, folderForTest())
    const held = folderForTest()
    writeFileSync(path.join(held, 'words.txt'), 'x')
    expect(await messageOf(restore(folder, held))).toContain('不是空的')
    expect(readdirSync(held)).toEqual(['words.txt'])
    const used = await startLake()
    expect(await messageOf(restore(folder, used.folder))).toContain('不是空的')
    await used.close()
  })

  test('a backup in which one byte changed, or one file lacks, is refused before anything is written', async () => {
    const { folder, manifest } = await backUp(healthy.folder, folderForTest())
    const empty = folderForTest()
    for (const { path: name } of manifest.files) {
      const file = path.join(folder, name)
      const bytes = readFileSync(file)
      const changed = Buffer.from(bytes)
      changed.writeUInt8(changed.readUInt8(bytes.length >> 1) ^ 1, bytes.length >> 1)
      writeFileSync(file, changed)
      expect(await messageOf(restore(folder, empty))).toContain(name)
      writeFileSync(file, bytes)
    }
    rmSync(path.join(folder, 'lake.db'))
    expect(await messageOf(restore(folder, empty))).toContain('lake.db 不见了')
    expect(readdirSync(empty).filter((name) => !name.startsWith('lock.db'))).toEqual([])
  })

  test('a list that leads out of the folder is no list', async () => {
    const { folder } = await backUp(healthy.folder, folderForTest())
    const list = path.join(folder, 'manifest.json')
    const manifest = readManifest(folder)
    for (const name of ['../out', '/etc/out', 'a/../../out', 'a\\..\\out', '']) {
      const files = [...manifest.files.slice(1), { ...manifest.files[0], path: name }]
      writeFileSync(list, JSON.stringify({ ...manifest, files }))
      expect(await messageOf(restore(folder, folderForTest()))).toContain('不是一份完整的备份')
    }
  })

  test('a restore that was cut bars the start, and is made again from the beginning', async () => {
    const { folder } = await backUp(healthy.folder, folderForTest())
    const data = folderForTest()
    // As a power cut leaves it: the mark, and some of the files.
    writeFileSync(path.join(data, 'restore-unfinished'), '')
    writeFileSync(path.join(data, 'lake.db'), 'half')
    const opening = openLake(settingsFor(data), { clock: Date, log: recordingLog() })
    await expect(opening).rejects.toMatchObject({ code: 'start.restore-unfinished' })
    await restore(folder, data)
    const lake = await openLake(settingsFor(data), { clock: Date, log: recordingLog() })
    await lake.close()
  })

  test('as commands: progress, the place, how to start, and code 1 with a remedy when it fails', async () => {
    const target = folderForTest()
    const made = command('backup', [target, '--keep', '3'], healthy.folder)
    expect([made.status, made.stdout]).toEqual([0, expect.stringContaining('备份好了')])
    const [name = ''] = readdirSync(target)
    const empty = folderForTest()
    const back = command('restore', [path.join(target, name)], empty)
    expect([back.status, back.stdout]).toEqual([0, expect.stringContaining('npm start')])
    const again = command('restore', [path.join(target, name)], empty)
    expect([again.status, again.stderr]).toEqual([1, expect.stringContaining('不是空的')])
    for (const words of [[], ['--keep', '0', target], [target, 'more']])
      expect(command('backup', words, healthy.folder).status).toBe(1)
  })
})
