/** @file The bureau's own colour for what matters, where it has set one. */
import type { APIRoute } from 'astro'

export const GET: APIRoute = async ({ locals }) => {
  const { accent } = await locals.content.settings.current()
  const valid = accent !== null && /^#[0-9a-f]{6}$/i.test(accent)
  const css = valid ? `:root{--cinnabar:${accent};--cinnabar-deep:color-mix(in srgb,${accent},#000 20%)}` : ''
  return new Response(css, { headers: { 'content-type': 'text/css; charset=utf-8' } })
}
