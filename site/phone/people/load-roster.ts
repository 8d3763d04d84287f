/** @file Fetches the public list once a page. Nothing that a resident typed or chose is in the request. */
import { readRoster, type Roster } from '../../preferences/roster.ts'

const waitMsMax = 20_000

/**
 * @param address of `/data/lawyers.json`, as the page gives it
 * @returns null when the list could not be read: no network, or no such list
 */
async function fetchRoster(address: string): Promise<Roster | null> {
  const giveUp = new AbortController()
  const timer = setTimeout(() => giveUp.abort(), waitMsMax)
  try {
    const response = await fetch(address, { signal: giveUp.signal, credentials: 'omit' })
    return response.ok ? readRoster(await response.json()) : null
  } catch (error) {
    // A lost network, an answer that is cut off or no JSON: all mean that there is no list to go by.
    if (error instanceof TypeError || error instanceof SyntaxError || error instanceof DOMException)
      return null
    throw error
  } finally {
    clearTimeout(timer)
  }
}

/** Asks for the list when it is first wanted, and again only after it could not be read. */
export function rosterFrom(address: string): () => Promise<Roster | null> {
  let wanted: Promise<Roster | null> | null = null
  return async () => {
    const asked = (wanted ??= fetchRoster(address))
    const roster = await asked
    if (roster === null && wanted === asked) wanted = null
    return roster
  }
}
