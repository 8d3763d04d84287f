/** @file Revisions on disk: one wait for many screens, a disk that fails, a backup that was restored. */
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, test, vi } from 'vitest'
import { canonicalJson } from '../../contracts/canonical.ts'
import { dayMs, monday } from './clock.ts'
import { manifestOf, manifestRig, refreshed } from './manifest-rig.ts'
import { slogan } from './samples.ts'

describe('a change', () => {
  test('that touches many screens waits for the disk once, not once for each', async () => {
    const { change, database } = await manifestRig()
    const transactions = vi.spyOn(database, 'exec')
    await change(slogan('slogan-evergreen', '换'))
    expect(transactions.mock.calls.filter(([sql]) => sql.startsWith('BEGIN'))).toHaveLength(1)
  })

  test('that could not be written down is made and told again, for nobody has heard of it', async () => {
    const { documents, manifests, database, clock } = await manifestRig()
    const write = vi.spyOn(database, 'exec').mockImplementation((sql) => {
      if (sql === 'COMMIT') throw new Error('disk full')
      return DatabaseSync.prototype.exec.call(database, sql)
    })
    documents.set('slogan-1', slogan('slogan-1', '写不进'))
    await expect(refreshed(manifests, 'all')).rejects.toThrow('disk full')
    write.mockRestore()
    clock.at += 1
    expect(await refreshed(manifests, 'all')).toEqual(['screen-1'])
    documents.set('slogan-1', slogan('slogan-1', '标语1'))
    expect(await refreshed(manifests, 'all')).toEqual(['screen-1'])
  })

  test('that could not be written down and was taken back leaves no trace', async () => {
    const { documents, manifests, database } = await manifestRig()
    const before = canonicalJson(manifestOf(manifests).schedule)
    const write = vi.spyOn(database, 'exec').mockImplementation((sql) => {
      if (sql === 'COMMIT') throw new Error('disk full')
      return DatabaseSync.prototype.exec.call(database, sql)
    })
    documents.set('slogan-1', slogan('slogan-1', '写不进'))
    await expect(refreshed(manifests, 'all')).rejects.toThrow('disk full')
    write.mockRestore()
    documents.set('slogan-1', slogan('slogan-1', '标语1'))
    await refreshed(manifests, 'all')
    expect(canonicalJson(manifestOf(manifests).schedule)).toBe(before)
  })
})

describe('after a restored backup', () => {
  test('the revision moves past what a player holds, or the player would refuse all that follows', async () => {
    const { manifests, signed } = await manifestRig()
    const count = signed()
    manifests.raise('screen-1', monday + 700)
    expect(manifestOf(manifests).revision).toBe(monday + 701)
    expect(JSON.parse(manifests.get('screen-1')?.signature.payload ?? '')).toMatchObject({
      revision: monday + 701,
    })
    expect(signed()).toBe(count + 1)
  })

  test('the raised revision is remembered over a restart', async () => {
    const { manifests, restart } = await manifestRig()
    manifests.raise('screen-1', monday + 700)
    const again = restart()
    await refreshed(again, 'all')
    expect(manifestOf(again).revision).toBe(monday + 701)
  })

  test('a revision more than a day ahead is not followed, for no honest player can hold one', async () => {
    const { manifests } = await manifestRig()
    manifests.raise('screen-1', monday + dayMs + 1)
    expect(manifestOf(manifests).revision).toBe(monday)
  })

  test('a player behind us raises nothing', async () => {
    const { manifests, signed } = await manifestRig()
    const count = signed()
    manifests.raise('screen-1', monday - 1)
    manifests.raise('screen-unknown', monday + 1)
    expect([manifestOf(manifests).revision, signed()]).toEqual([monday, count])
  })
})
