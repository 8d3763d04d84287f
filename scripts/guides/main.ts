/**
 * @file `npm run guides`: walks every guide in a real browser, and writes its page, its data for the Studio
 * and its pictures anew. A guide's name as argument walks that one alone.
 */
import { readdir, rm, writeFile, mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { buildMissing } from '../run/build.ts'
import { guideFiles } from './files.ts'
import { guides } from './guides.ts'
import { photographer, pictureName, picturesFolder } from './pictures.ts'
import { launchBrowser, setStage, startForGuides } from './stage.ts'
import { walk } from './walk.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)
const chosen = process.argv.slice(2)

async function writeTexts(): Promise<void> {
  for (const { path, text } of await guideFiles()) {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, text)
  }
}

/** Pictures that no step names any longer. */
async function sweep(): Promise<void> {
  const named = guides.flatMap(({ name, chapters }) =>
    chapters.flatMap(({ steps }) =>
      steps.flatMap(({ picture }) => (picture ? [pictureName(name, picture.name)] : [])),
    ),
  )
  for (const file of await readdir(picturesFolder))
    if (!named.includes(file)) await rm(join(picturesFolder, file))
}

await writeTexts()
await buildMissing(say)
const program = await startForGuides()
const browser = await launchBrowser()
try {
  for (const guide of guides.filter(({ name }) => chosen.length === 0 || chosen.includes(name))) {
    const stage = await setStage(program, browser, guide)
    await walk(guide, stage, photographer(guide.name))
    await stage.close()
    say(`${guide.title}：走通了`)
  }
  await sweep()
} catch (error) {
  say(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
} finally {
  await browser.close()
  await program.stop()
  program.removeData()
}
