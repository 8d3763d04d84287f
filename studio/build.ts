/**
 * @file Builds the Studio into a folder that `studio/main.ts` serves as it is.
 *
 * Runs `sanity build`, writes the page afresh, takes out what would be fetched from elsewhere, packs the
 * files. The folder is complete once `files.json` is in it. Needs no network.
 */
import { spawn } from 'node:child_process'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { transformWithOxc } from 'vite'
import { listName, packFolder, type FileList } from './build/pack.ts'
import { favicon, readGenerated, studioPage, withoutForeignFonts } from './build/page.ts'

const root = dirname(import.meta.dirname)
const buildMsMax = 10 * 60_000

function sanityCommand(): string {
  const require = createRequire(import.meta.url)
  const manifest = require.resolve('sanity/package.json')
  const { bin } = require(manifest) as { bin: { sanity: string } }
  return join(dirname(manifest), bin.sanity)
}

/** @throws Error with what the command printed, when it fails or takes too long */
function runSanityBuild(folder: string): Promise<void> {
  return new Promise((done, fail) => {
    const build = spawn(process.execPath, [sanityCommand(), 'build', folder, '--yes'], {
      cwd: root,
      env: {
        ...process.env,
        CI: '1',
        DO_NOT_TRACK: '1',
        ASTRO_TELEMETRY_DISABLED: '1',
        NODE_ENV: 'production',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: buildMsMax,
    })
    const printed: Buffer[] = []
    build.stdout.on('data', (chunk: Buffer) => printed.push(chunk))
    build.stderr.on('data', (chunk: Buffer) => printed.push(chunk))
    build.on('error', fail)
    build.on('close', (code) => {
      if (code === 0) return done()
      fail(new Error(`sanity build ended with code ${code}\n${Buffer.concat(printed).toString()}`))
    })
  })
}

async function ownPage(folder: string): Promise<void> {
  const page = join(folder, 'index.html')
  await writeFile(page, studioPage(readGenerated(await readFile(page, 'utf8'))))
  await writeFile(join(folder, 'favicon.svg'), favicon)
  const early = join(import.meta.dirname, 'early/idle.ts')
  const { code } = await transformWithOxc(await readFile(early, 'utf8'), early)
  await writeFile(join(folder, 'early.js'), code)
  await rm(join(folder, 'favicon.ico'), { force: true })
  for (const name of await readdir(join(folder, 'static'))) {
    if (!name.endsWith('.css')) continue
    const path = join(folder, 'static', name)
    await writeFile(path, withoutForeignFonts(await readFile(path, 'utf8')))
  }
}

/** @param outDir made or emptied; holds nothing else */
export async function buildStudio(outDir: string): Promise<FileList> {
  const folder = resolve(outDir)
  await rm(join(folder, listName), { force: true })
  await runSanityBuild(folder)
  await ownPage(folder)
  return packFolder(folder)
}
