/** @file Writes the wall murals and the list that describes them. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { kinds, muralPage } from './page/mural.ts'
import { writeWebp } from './raster.ts'
import { muralFile, murals } from './scenes/all.ts'

/** The most bytes a mural may weigh: a village on a slow line must still see it. */
const bytesMax = 120_000

/** Draws every mural into `folder`/murals and their list into `folder`/murals.json. */
export async function drawMurals(folder: string): Promise<void> {
  const target = join(folder, 'murals')
  await mkdir(target, { recursive: true })
  for (const [order, mural] of murals.entries()) {
    const bytes = await writeWebp(join(target, muralFile(mural)), muralPage(mural, order), bytesMax)
    process.stdout.write(`murals/${muralFile(mural)} ${bytes}\n`)
  }
  const list = murals.map((mural) => ({
    file: `murals/${muralFile(mural)}`,
    kind: mural.kind,
    kindTitle: kinds[mural.kind],
    banner: mural.banner,
    title: mural.title,
    story: mural.story,
    alt: mural.alt,
  }))
  await writeFile(join(folder, 'murals.json'), `${JSON.stringify(list, null, 2)}\n`)
}
