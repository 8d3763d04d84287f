/** @file A backup made while the program writes is one moment of it. */
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, test } from 'vitest'
import { diagnose } from '../../scripts/doctor/doctor.ts'
import { backUp, folderForTest, quiet, restore } from './backup-rig.ts'
import { startLake } from './lake-on-port.ts'

function documentsOf(folder: string): Map<string, string> {
  const database = new DatabaseSync(path.join(folder, 'lake.db'), { readOnly: true })
  const rows = database.prepare('SELECT id, json FROM documents ORDER BY id').all()
  database.close()
  return new Map(rows.map((row) => [String(row['id']), String(row['json'])]))
}

/** The documents as the log tells them, gone through transaction by transaction. */
function replayed(folder: string, untilSeq: number): Map<string, string> {
  const database = new DatabaseSync(path.join(folder, 'lake.db'), { readOnly: true })
  const rows = database
    .prepare('SELECT document_id, after FROM transaction_documents WHERE seq <= ? ORDER BY seq')
    .all(untilSeq)
  database.close()
  const documents = new Map<string, string>()
  for (const { document_id: id, after } of rows)
    if (after === null) documents.delete(String(id))
    else documents.set(String(id), String(after))
  return new Map([...documents].sort(([one], [other]) => (one < other ? -1 : 1)))
}

describe('a backup under write load', () => {
  test('restored into an empty folder it equals the log replayed to its sequence number', async () => {
    const at = await startLake()
    const target = folderForTest()
    // Large enough that commits come between two steps of the copy.
    for (let n = 0; n < 20; n++) await at.client.create({ _type: 'x', text: '底'.repeat(40_000) })
    const lastSeq = () => Number(at.lake.metrics()['lake_commits_total'])
    let isOver = false
    const writers = [0, 1, 2].map(async (writer) => {
      for (let n = 0; !isOver; n++) {
        const id = `w${writer}-${n % 40}`
        if (n % 7 === 3) await at.client.delete(id)
        else
          await at.client
            .transaction()
            .createOrReplace({ _id: id, _type: 'x', n, text: '写'.repeat(n % 3000) })
            .createOrReplace({ _id: `${id}-pair`, _type: 'x', n })
            .commit()
      }
    })
    const uploader = (async () => {
      for (let n = 0; !isOver; n++)
        await at.client.assets.upload('file', Buffer.from(`%PDF-1.4\n${n}${'x'.repeat(2000)}`))
    })()
    const made: Awaited<ReturnType<typeof backUp>>[] = []
    for (let round = 0; round < 2; round++) {
      const backup = await backUp(at.folder, target)
      expect(lastSeq()).toBeGreaterThan(backup.manifest.seq ?? Infinity)
      made.push(backup)
    }
    isOver = true
    await Promise.all([...writers, uploader])
    const seqs = made.map(({ manifest }) => manifest.seq ?? 0)
    expect(seqs[1]).toBeGreaterThan(seqs[0] ?? 0)

    for (const { folder, manifest, missing } of made) {
      const empty = folderForTest()
      await restore(folder, empty)
      const expected = replayed(at.folder, manifest.seq ?? 0)
      expect(expected.size).toBeGreaterThan(10)
      expect(documentsOf(empty)).toEqual(expected)
      expect(replayed(empty, Infinity)).toEqual(expected)
      expect(missing).toEqual([])
      expect(
        (await diagnose(empty, at.clock, quiet, 0)).findings.filter(({ kind }) => kind === 'fault'),
      ).toEqual([])
    }
    await at.close()
  })
})
