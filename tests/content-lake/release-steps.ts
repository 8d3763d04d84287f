/** @file Releases as the tests make them, and the code that a refused step carries. */
import { ClientError } from '@sanity/client'
import type { LakeOnPort } from './lake-on-port.ts'

export const law = (id: string, title: string) => ({ _id: id, _type: 'law', title })

/** The code that a refused request carries. */
export async function refusal(request: Promise<unknown>): Promise<string> {
  try {
    await request
  } catch (error) {
    if (error instanceof ClientError) return String((error.response.body as { code: unknown }).code)
    throw error
  }
  return 'not refused'
}

/** An active release with these versions in it. */
export async function releaseWith(
  { client }: LakeOnPort,
  releaseId: string,
  ...versions: { _id: string; title: string }[]
): Promise<void> {
  await client.releases.create({ releaseId, metadata: { title: releaseId, releaseType: 'asap' } })
  for (const { _id, title } of versions)
    await client.createVersion({ releaseId, publishedId: _id, document: { _type: 'law', title } })
}
