/**
 * @file `GET /data/lawyers.json`: everybody who gives legal service, as open data and for the tools on the
 * phone. Public fields only, in the neutral order of the day; the shape is `Roster`.
 */
import type { APIRoute } from 'astro'
import type { Roster } from '../../preferences/roster.ts'
import { lawyerCategories } from '../../words/labels.ts'

export const GET: APIRoute = async ({ locals }) => {
  const [settings, records] = await Promise.all([
    locals.content.settings.current(),
    locals.content.lawyers.records(locals.today),
  ])
  const roster: Roster = {
    title: '法律服务人员名录',
    publisher: settings.bureauName,
    orderOf: locals.today,
    people: records.map((record) => ({ ...record, categoryName: lawyerCategories[record.category] })),
  }
  return new Response(JSON.stringify(roster), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  })
}
