/** @file Makes the clients through which the Studio talks to the content lake. */
import { createClient, type ClientConfig, type SanityClient } from '@sanity/client'
import { withLargeUploads } from './large-uploads.ts'
import type { StudioSettings } from './settings.ts'

/** An address without names cannot carry the project's name in front of it. */
function isNumeric(host: string): boolean {
  return /^[\d.]+$/u.test(host) || host.startsWith('[')
}

/**
 * The embedded lake answers on the page's own origin without the project's name in the host; a hosted
 * service wants that name.
 */
export function clientFactory(
  settings: StudioSettings,
  origin: string,
): (options: ClientConfig) => SanityClient {
  const apiHost = settings.apiHost ?? origin
  const useProjectHostname = settings.apiHost !== null && !isNumeric(new URL(settings.apiHost).hostname)
  return (options) => {
    const client = createClient({ ...options, apiHost, useProjectHostname, useCdn: false })
    // A hosted service knows nothing of uploads in parts.
    return settings.apiHost === null ? withLargeUploads(client, origin) : client
  }
}
