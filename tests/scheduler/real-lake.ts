/** @file The real lake as the scheduler reaches it, and how a test fills it. */
import type { SanityClient } from '@sanity/client'
import type { LakeAccess } from '../../contracts/part.ts'
import type { SignageDocument } from '../../scheduler/compile/documents.ts'
import type { LakeOnPort } from '../content-lake/lake-on-port.ts'

export const accessOf = ({ origin, token }: LakeOnPort): LakeAccess => ({
  apiHost: origin,
  assetHost: origin,
  projectId: 'pufa',
  dataset: 'production',
  token,
  useProjectHostname: false,
})

/** All in one transaction, since they refer to one another. */
export async function fill(client: SanityClient, documents: readonly SignageDocument[]): Promise<void> {
  const transaction = client.transaction()
  for (const document of documents) transaction.createOrReplace<Record<string, unknown>>({ ...document })
  await transaction.commit()
}
