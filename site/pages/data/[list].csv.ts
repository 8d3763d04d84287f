/** @file `GET /data/<list>.csv`: a list that is also given as a table, for whoever works with Excel. */
import type { APIRoute } from 'astro'
import { asDataSet, chapterOf } from '../../words/data-sets.ts'
import { cellText, csv } from '../../words/table.ts'

export const GET: APIRoute = async ({ locals, params, rewrite }) => {
  const name = asDataSet(params['list'])
  const table = name === null ? undefined : chapterOf(name).table
  if (name === null || table === undefined) return rewrite('/404')
  const { items } = await locals.content.openData.list(name)
  const rows = items.map((item) => table.map(([field]) => cellText(item[field])))
  return new Response(csv([table.map(([, heading]) => heading), ...rows]), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}.csv"`,
    },
  })
}
