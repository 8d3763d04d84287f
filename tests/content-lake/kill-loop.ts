/**
 * @file Kills a writing lake at random moments, again and again, and counts what was acknowledged and lost.
 *
 * Used by the test here with few kills, and by `scripts/soak` with many.
 */
import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { newFolder } from './lake-on-port.ts'

export interface KillReport {
  kills: number
  acknowledged: number
  /** Ids that were acknowledged and are not there. Must be empty. */
  lost: string[]
  /** Transactions of which only a part is there. Must be 0. */
  torn: number
  /** Results of `PRAGMA quick_check` that were not `ok`. Must be empty. */
  faults: string[]
}

const WRITER = path.join(import.meta.dirname, 'kill-writer.ts')
const LIFE_MS_MAX = 250

/** @param onKill told after each round, for progress */
export async function killLoop(
  kills: number,
  onKill: (report: KillReport) => void = () => {},
): Promise<KillReport> {
  const folder = newFolder()
  const report: KillReport = { kills: 0, acknowledged: 0, lost: [], torn: 0, faults: [] }
  const acknowledged: string[] = []
  for (let round = 0; round < kills; round++) {
    acknowledged.push(...(await writeUntilKilled(folder, Math.random() * LIFE_MS_MAX)))
    const database = new DatabaseSync(path.join(folder, 'lake.db'))
    const check = String(database.prepare('PRAGMA quick_check').get()?.['quick_check'])
    if (check !== 'ok') report.faults.push(check)
    const ids = new Set(
      database
        .prepare('SELECT id FROM documents')
        .all()
        .map((row) => String(row['id'])),
    )
    const logged = new Set(
      database
        .prepare('SELECT document_id FROM transaction_documents')
        .all()
        .map((row) => String(row['document_id'])),
    )
    database.close()
    report.lost = acknowledged.filter((id) => !ids.has(id) || !logged.has(id))
    report.torn = [...ids].filter((id) => id.endsWith('-b') && !ids.has(id.replace(/-b$/, '-a'))).length
    report.kills = round + 1
    report.acknowledged = acknowledged.length
    onKill(report)
  }
  rmSync(folder, { recursive: true, force: true })
  return report
}

/** @returns the ids acknowledged before the kill; a line cut short does not count */
function writeUntilKilled(folder: string, lifeMs: number): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [WRITER, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
    let output = ''
    let isKilled = false
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      if (output === '')
        setTimeout(() => {
          isKilled = true
          child.kill('SIGKILL')
        }, lifeMs)
      output += text
    })
    child.on('error', reject)
    child.on('close', (code) => {
      if (!isKilled) return reject(new Error(`the writer ended by itself with code ${code}`))
      const lines = output
        .slice(0, output.lastIndexOf('\n') + 1)
        .split('\n')
        .slice(1)
      resolve(lines.flatMap((line) => line.split(' ')).filter((id) => id !== ''))
    })
  })
}
