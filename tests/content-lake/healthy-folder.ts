/** @file A data folder as a bureau has it: documents, a past, pictures, a file, screens' key, site. */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createHash } from 'node:crypto'
import { openSigningKey } from '../../scheduler/manifests/keys.ts'
import { openDatabase as openSignage } from '../../scheduler/store/database.ts'
import { openStore as openSite } from '../../site/store/database.ts'
import { newFolder, startLake } from './lake-on-port.ts'
import { twoHalves } from './picture.ts'

export interface HealthyFolder {
  folder: string
  /** Of the picture that a document shows. */
  pictureFile: string
}

export async function healthyFolder(): Promise<HealthyFolder> {
  const folder = newFolder()
  const at = await startLake({}, folder)
  const bytes = await twoHalves()
  const image = await at.client.assets.upload('image', bytes, { filename: 'wall.png' })
  const file = await at.client.assets.upload('file', Buffer.from('%PDF-1.4\n'), { filename: 'sheet.pdf' })
  for (let n = 0; n < 30; n++)
    await at.client.create({
      _id: `question-${n}`,
      _type: 'question',
      title: `第 ${n} 问`,
      // Longer than a page of the database.
      body: '条'.repeat(3_000),
      image: { asset: { _ref: image._id } },
      sheet: { asset: { _ref: file._id } },
      ...(n > 0 ? { next: { _ref: `question-${n - 1}` } } : {}),
    })
  await at.client.patch('question-3').set({ title: '改过一次' }).commit()
  await at.client.patch('question-3').set({ title: '改过两次' }).commit()
  await at.client.delete('question-29')
  await at.lake.close()

  const signage = path.join(folder, 'signage')
  openSignage(signage).close()
  openSigningKey(signage)
  openSite(path.join(folder, 'site')).close()
  const rendition = Buffer.from('a film made for a screen')
  const name = createHash('sha256').update(rendition).digest('hex')
  mkdirSync(path.join(signage, 'assets'))
  writeFileSync(path.join(signage, 'assets', name), rendition)
  return { folder, pictureFile: path.join(folder, 'assets', 'originals', path.basename(image.path)) }
}
