/**
 * @file Sends large files in parts wherever the Studio uploads one, its own inputs among them.
 *
 * Clients are made from clients (`withConfig`, `clone`), so every one that comes of the first is led the
 * same way. Small files, and what is no file of a disk, go whole as before.
 */
import type { ObservableSanityClient, SanityClient, UploadClientConfig } from '@sanity/client'
import { uploadInParts } from '../media/upload/observe.ts'

/** From here on a cut would cost more than the parts do. */
export const largeBytes = 5 * 1024 * 1024

type Sender = (kind: 'file' | 'image', body: unknown, options?: UploadClientConfig) => unknown

const told = ['title', 'label', 'description', 'creditLine'] as const

/** What the asset's document is told besides its bytes, as it is told with a whole upload. */
export function aboutOf(file: File, options: UploadClientConfig): Record<string, string> {
  const about: Record<string, string> = {}
  if (options.preserveFilename !== false) about['filename'] = options.filename ?? file.name
  for (const name of told) {
    const value = options[name]
    if (typeof value === 'string' && value !== '') about[name] = value
  }
  const { source } = options
  if (source) {
    about['sourceId'] = source.id
    about['sourceName'] = source.name
    if (source.url) about['sourceUrl'] = source.url
  }
  return about
}

function ledAway(client: ObservableSanityClient, origin: string): void {
  const assets = client.assets as unknown as { upload: Sender }
  const whole = assets.upload.bind(assets)
  assets.upload = (kind, body, options = {}) => {
    if (!(body instanceof File) || body.size < largeBytes) return whole(kind, body, options)
    const { dataset = '', apiVersion = '1' } = client.config()
    return uploadInParts({
      file: body,
      endpoint: `${origin}/v${apiVersion.replace(/^v/u, '')}/pufa/uploads/${kind}s/${dataset}`,
      about: aboutOf(body, options),
      fetching: (...request) => fetch(...request),
    })
  }
}

/** @param origin of the page, where the embedded lake answers */
export function withLargeUploads(client: SanityClient, origin: string): SanityClient {
  const { withConfig, clone } = client
  ledAway(client.observable, origin)
  client.withConfig = (config) => withLargeUploads(withConfig.call(client, config), origin)
  client.clone = () => withLargeUploads(clone.call(client), origin)
  return client
}
