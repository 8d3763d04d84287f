/** @file One poster as a picture file: a4 for paper, tall for WeChat, square for a group's cover. */
import type { APIRoute } from 'astro'
import { findByCode, isBare } from '../../../share/found.ts'
import { shareItem } from '../../../share/item.ts'
import { posterContent } from '../../../share/poster/content.ts'
import { posterFile } from '../../../share/poster/draw.ts'
import { isPosterSize } from '../../../share/poster/sizes.ts'

const missing = () => new Response(null, { status: 404 })

export const GET: APIRoute = async ({ params, locals }) => {
  const size = params['size'] ?? ''
  const found = await findByCode(locals, params['code'])
  if (found.state !== 'here' || !isPosterSize(size) || isBare(found.document.type)) return missing()
  const { content, here: origin } = locals
  const [source, settings] = await Promise.all([
    content.share.source(found.document.id),
    content.settings.current(),
  ])
  if (!source) return missing()
  const poster = posterContent(shareItem(source), {
    bureau: settings.bureauName,
    hotline: settings.hotline,
    hours: settings.hotlineHours,
    origin,
    code: found.code,
  })
  const file = await posterFile(poster, size)
  return new Response(new Uint8Array(file), { headers: { 'content-type': 'image/png' } })
}
