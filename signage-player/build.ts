/**
 * @file Builds the player into a folder: pages and scripts, then the service worker that names them all,
 * then their compressed twins.
 *
 * The shell's version is the hash of its files, so two builds of the same source take no update.
 */
import { createHash } from 'node:crypto'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { build, type InlineConfig, type Plugin, type Rolldown } from 'vite'
import { playerVersion } from './version.ts'

const here = import.meta.dirname
const compressible = /\.(?:html|js|css|svg|webmanifest)$/u
/** Browsers that a screen's box may have. */
const target = ['chrome105', 'firefox115', 'safari16.4']
/** What a screen downloads before it plays. */
export const scriptGzipBytesMax = 20_000

/**
 * Vite wraps every dynamic import in code that preloads styles. The chunks have none, and the wrapper is
 * larger than some of them.
 */
const plainImports: Plugin = {
  name: 'plain-imports',
  enforce: 'pre',
  load: (id) =>
    id.endsWith('vite/preload-helper.js') ? 'export const __vitePreload = (load) => load()' : null,
}

export function pagesConfig(outDir: string): InlineConfig {
  return {
    configFile: false,
    root: join(here, 'page'),
    base: '/player/',
    publicDir: false,
    logLevel: 'warn',
    define: { playerVersion: JSON.stringify(playerVersion) },
    plugins: [plainImports],
    build: {
      outDir: resolve(outDir),
      emptyOutDir: true,
      target,
      // Half a kilobyte smaller than the default minifier, which is much where 20 kB are the limit.
      minify: 'terser',
      assetsInlineLimit: 0,
      modulePreload: false,
      rollupOptions: {
        checks: { pluginTimings: false },
        input: [join(here, 'page/index.html'), join(here, 'page/square.html')],
        // One piece: what a chunk that comes later shares with the page is loaded already, and small
        // pieces compress badly.
        output: { codeSplitting: { groups: [{ name: 'player', test: /page[/\\]main\.ts$/u }] } },
      },
    },
  }
}

/**
 * The page in which the Studio looks at what is being written. Built by itself, so that no screen fetches
 * any of it, and after the list of the shell, so that none keeps it.
 */
function previewConfig(outDir: string): InlineConfig {
  return {
    ...pagesConfig(outDir),
    root: join(here, 'preview'),
    base: '/player/preview/',
    build: {
      ...pagesConfig(outDir).build,
      outDir: join(resolve(outDir), 'preview'),
      // The quick one: no screen downloads any of this.
      minify: true,
      rollupOptions: { checks: { pluginTimings: false }, input: join(here, 'preview/index.html') },
    },
  }
}

function workerConfig(outDir: string, shell: { version: string; files: readonly string[] }): InlineConfig {
  return {
    configFile: false,
    root: here,
    publicDir: false,
    logLevel: 'warn',
    define: { shell: JSON.stringify(shell) },
    build: {
      outDir: resolve(outDir),
      emptyOutDir: false,
      target,
      rollupOptions: {
        input: join(here, 'worker.ts'),
        output: { format: 'iife', entryFileNames: 'worker.js' },
      },
    },
  }
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  return files.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1)).sort()
}

async function shellOf(folder: string) {
  const hash = createHash('sha256')
  const files: string[] = []
  for (const file of await filesIn(folder)) {
    hash.update(file).update(await readFile(join(folder, file)))
    files.push(`/player/${file === 'index.html' ? '' : file}`)
  }
  return { version: hash.digest('hex').slice(0, 12), files }
}

async function compress(folder: string): Promise<void> {
  for (const file of await filesIn(folder)) {
    if (!compressible.test(file)) continue
    const path = join(folder, file)
    const bytes = await readFile(path)
    const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY }
    await writeFile(`${path}.br`, brotliCompressSync(bytes, { params }))
    await writeFile(`${path}.gz`, gzipSync(bytes, { level: 9 }))
  }
}

export interface BuiltPlayer {
  /** Of the page's script, which `scriptGzipBytesMax` bounds. */
  scriptGzipBytes: number
  version: string
}

/** Gzipped bytes of the script that `index.html` loads, with all that it imports before it runs. */
function scriptBytes(output: Rolldown.RolldownOutput): number {
  const chunks = output.output.filter((file) => file.type === 'chunk')
  const entry = chunks.find((chunk) => chunk.moduleIds.some((id) => id.endsWith('page/main.ts')))
  const loaded = new Set(entry ? [entry.fileName] : [])
  for (const name of loaded)
    for (const next of chunks.find((chunk) => chunk.fileName === name)?.imports ?? []) loaded.add(next)
  const sizes = chunks
    .filter((chunk) => loaded.has(chunk.fileName))
    .map((chunk) => gzipSync(chunk.code, { level: 9 }).length)
  return sizes.reduce((sum, size) => sum + size, 0)
}

/** @returns what was built; a test holds it to its budget */
export async function buildPlayer(outDir: string): Promise<BuiltPlayer> {
  const folder = resolve(outDir)
  await rm(folder, { recursive: true, force: true })
  const built = await build(pagesConfig(folder))
  if (!('output' in built)) throw new Error('the pages were not built in one piece')
  const shell = await shellOf(folder)
  await build(workerConfig(folder, shell))
  await build(previewConfig(folder))
  await compress(folder)
  const scriptGzipBytes = scriptBytes(built)
  return { scriptGzipBytes, version: shell.version }
}
