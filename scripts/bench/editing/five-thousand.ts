/** @file A bureau's lake after years: the demonstration's content again and again, a tenth of it being worked on. */
import type { SanityClient } from '@sanity/client'
import { startProgram, temporaryFolder } from '../../../tests/support/program.ts'
import { clientOf } from '../screens.ts'

/** How many documents of each type are added: 5,000 in all. */
const added = { legalQuestion: 2_500, slogan: 1_500, lawyer: 500, newsItem: 500 } as const
export const addedCount = Object.values(added).reduce((sum, count) => sum + count, 0)
/** Documents of one transaction. */
const together = 250
/** Every tenth is being worked on. */
const draftEvery = 10

type Stored = Record<string, unknown> & { _id: string; _type: string }

function copyOf(sample: Stored, at: number): Stored {
  const { _rev, _createdAt, _updatedAt, ...content } = sample
  const _id = `bench-${sample._type}-${at}`
  return {
    ...content,
    ...('slug' in content ? { slug: { _type: 'slug', current: _id } } : {}),
    ...('title' in content ? { title: `第 ${at} 份测速内容` } : {}),
    ...{ _id, _type: sample._type },
  }
}

async function addType(client: SanityClient, type: string, count: number): Promise<void> {
  const samples = await client.fetch<Stored[]>('*[_type == $type && !(_id in path("drafts.**"))]', { type })
  for (let from = 0; from < count; from += together) {
    const transaction = client.transaction()
    for (let at = from; at < Math.min(count, from + together); at++) {
      const sample = samples[at % samples.length]
      if (!sample) throw new Error(`演示内容里没有 ${type}`)
      const copy = copyOf(sample, at)
      transaction.create(copy)
      if (at % draftEvery === 0) transaction.create({ ...copy, _id: `drafts.${copy._id}` })
    }
    await transaction.commit({ returnDocuments: false, visibility: 'async' })
  }
}

/**
 * Written while review is off, since five thousand approvals would measure something else.
 * @returns the data folder, of a program that has ended
 */
export async function folderOfYears(): Promise<string> {
  const dataFolder = temporaryFolder()
  const program = await startProgram({ dataFolder, env: { PUFA_REVIEW: '0' } })
  try {
    const client = clientOf(program)
    for (const [type, count] of Object.entries(added)) await addType(client, type, count)
  } finally {
    await program.stop()
  }
  return dataFolder
}
