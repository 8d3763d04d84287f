/**
 * @file From the code in an address to the document that is handed on.
 *
 * `unknown`: nobody ever had the code. `gone`: it was given, and its document is not published any more.
 */
import type { AddressedDocument } from '../content/addresses.ts'

export type Found =
  { state: 'unknown' } | { state: 'gone' } | { state: 'here'; code: string; document: AddressedDocument }

export async function findByCode(
  { codes, content }: Pick<App.Locals, 'codes' | 'content'>,
  text: string | undefined,
): Promise<Found> {
  const id = codes.documentOf(text ?? '')
  if (id === null) return { state: 'unknown' }
  const document = await content.addresses.find(id)
  return document === null ? { state: 'gone' } : { state: 'here', code: codes.of(id), document }
}

/** Kinds that are a place to go to rather than a thing to say: their code and link are all there is. */
export const isBare = (type: AddressedDocument['type']): boolean => type === 'screen' || type === 'county'
