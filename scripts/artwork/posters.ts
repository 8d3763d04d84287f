/** @file Writes the groups and ornaments that posters of the site are composed of, as markup without fonts. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { peony } from './props/blossom.ts'
import { cloud } from './props/sky.ts'
import { groupBox, people } from './scenes/poster-people.ts'
import { matters } from './scenes/poster-matters.ts'

/** The most bytes one group may weigh: all of them stay in the server's memory. */
const bytesMax = 160_000

const svg = (box: string, body: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}">${body}</svg>\n`

/** Draws every group into `folder`, one file a family. */
export async function drawPosters(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const [family, draw] of Object.entries({ ...people, ...matters })) {
    const text = svg(groupBox, draw())
    if (text.length > bytesMax) throw new Error(`${family} is over ${bytesMax} bytes. Simplify the drawing.`)
    await writeFile(join(folder, `${family}.svg`), text)
    process.stdout.write(`${family}.svg ${text.length}\n`)
  }
  await writeFile(join(folder, 'cloud.svg'), svg('-120 -60 240 120', cloud()))
  await writeFile(join(folder, 'peony.svg'), svg('-100 -100 200 200', peony()))
}
