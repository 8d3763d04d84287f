/** @file Where a guide's texts stand: a page for people who read files, and data for the Studio. */
import { join } from 'node:path'
import { format } from 'prettier'
import { guides } from './guides.ts'
import { guideData, guidePage } from './page.ts'

const root = join(import.meta.dirname, '../..')

/** Every file that follows from the guides' words, with its text. */
export async function guideFiles(): Promise<readonly { path: string; text: string }[]> {
  const data = await format(JSON.stringify(guides.map(guideData)), { parser: 'json', printWidth: 110 })
  return [
    ...guides.map((guide) => ({ path: join(root, `docs/guides/${guide.name}.md`), text: guidePage(guide) })),
    { path: join(root, 'studio/tools/guides/written.json'), text: data },
  ]
}
