/** @file Reads a body of one JSON value a line, bounded in the length of a line. */
import { failHosted } from '../../contracts/errors/hosted.ts'

/** A document is shorter. */
const lineCharactersMax = 32 * 1024 * 1024

/** @throws PufaError `hosted.unreachable` when the body breaks off or tells of an error in its middle */
export async function* jsonLines(response: Response): AsyncGenerator<Record<string, unknown>> {
  const decoder = new TextDecoder()
  let rest = ''
  const read = (line: string): Record<string, unknown> => {
    const value: unknown = JSON.parse(line)
    if (typeof value !== 'object' || value === null) throw new Error('a line is no object')
    // The service has begun to answer by then, and can tell of a failure in no other way.
    if ('error' in value && !('_id' in value)) throw new Error('the service broke off')
    return value as Record<string, unknown>
  }
  try {
    for await (const piece of response.body ?? []) {
      rest += decoder.decode(piece as Uint8Array, { stream: true })
      const lines = rest.split('\n')
      rest = lines.pop() ?? ''
      if (rest.length > lineCharactersMax) throw new Error('a line is too long')
      for (const line of lines) if (line.trim() !== '') yield read(line)
    }
    if (rest.trim() !== '') yield read(rest)
  } catch (error) {
    throw failHosted('hosted.unreachable', {}, error)
  }
}
