/**
 * @file The player built once for all tests of the same sources, since a build takes as long as many a test.
 *
 * A build is kept under the hash of what it is made from, and appears there whole or not at all, so that
 * files that run side by side may both make it. Each rig gets a copy of its own, which its tests may change.
 */
import { createHash } from 'node:crypto'
import { existsSync, globSync, statSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildPlayer, type BuiltPlayer } from '../../../signage-player/build.ts'

const root = join(import.meta.dirname, '../../..')
const shelf = join(root, 'dist/player-for-tests')
const sources = ['package-lock.json', 'signage-player/**/*', 'contracts/**/*']
const keptMs = 86_400_000

async function sourceHash(): Promise<string> {
  const hash = createHash('sha256')
  for (const file of globSync(sources, { cwd: root }).sort()) {
    const path = join(root, file)
    if (statSync(path).isFile()) hash.update(`${file}\0`).update(await readFile(path))
  }
  return hash.digest('hex').slice(0, 16)
}

/** Builds of other sources that no run uses any more. */
async function clearShelf(): Promise<void> {
  for (const name of await readdir(shelf)) {
    const path = join(shelf, name)
    const { mtimeMs } = await stat(path)
    if (mtimeMs < Date.now() - keptMs) await rm(path, { recursive: true, force: true })
  }
}

async function onShelf(): Promise<string> {
  const kept = join(shelf, await sourceHash())
  if (existsSync(kept)) return kept
  await mkdir(shelf, { recursive: true })
  await clearShelf()
  const making = await mkdtemp(join(shelf, 'making-'))
  const built = await buildPlayer(join(making, 'player'))
  await writeFile(join(making, 'built.json'), JSON.stringify(built))
  await rename(making, kept).catch(async (error: unknown) => {
    await rm(making, { recursive: true, force: true })
    // Another file's tests were sooner.
    if (!existsSync(kept)) throw error
  })
  return kept
}

/** @returns a folder with the built player, the caller's own to change and remove, and what was built */
export async function copyOfPlayer(): Promise<{ folder: string; built: BuiltPlayer }> {
  const kept = await onShelf()
  const folder = await mkdtemp(join(tmpdir(), 'pufa-player-'))
  await cp(join(kept, 'player'), folder, { recursive: true })
  return { folder, built: JSON.parse(await readFile(join(kept, 'built.json'), 'utf8')) as BuiltPlayer }
}
