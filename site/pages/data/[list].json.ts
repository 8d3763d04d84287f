/** @file `GET /data/<list>.json`: one open data list with its title, licence and day of the latest change. */
import type { APIRoute } from 'astro'
import { asDataSet, chapterOf } from '../../words/data-sets.ts'
import { dataTerms } from '../../words/data-terms.ts'

export const GET: APIRoute = async ({ locals, params, rewrite }) => {
  const name = asDataSet(params['list'])
  if (name === null) return rewrite('/404')
  const [settings, { items, updatedAt }] = await Promise.all([
    locals.content.settings.current(),
    locals.content.openData.list(name),
  ])
  const { title, about } = chapterOf(name)
  const body = {
    title,
    about,
    source: settings.bureauName,
    terms: dataTerms,
    sample: settings.sample,
    updatedAt,
    count: items.length,
    items,
  }
  return new Response(JSON.stringify(body), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  })
}
