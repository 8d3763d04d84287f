/** @file Reports of what was shown: as JSON, as CSV and as a workbook. */
import { failSignage } from '../../../contracts/errors/signage.ts'
import { parseLocal } from '../../../contracts/schedule/index.ts'
import { csvOf } from '../../reports/csv.ts'
import { partings } from '../../../contracts/reports.ts'
import type { Question } from '../../reports/report.ts'
import { faultTable, reportTable } from '../../reports/table.ts'
import { xlsxOf } from '../../reports/xlsx.ts'
import { sendJson } from '../answer.ts'
import { mustReach } from '../county.ts'
import { watcherOf } from '../operator.ts'
import type { Route } from '../route.ts'

const dayPattern = /^\d{4}-\d{2}-\d{2}$/

function day(query: URLSearchParams, name: string): string | null {
  const text = query.get(name)
  if (text !== null && !(dayPattern.test(text) && parseLocal(text)))
    throw failSignage('signage.bad-request', { reason: `${name} 要写成日期，例如 2026-12-04` })
  return text
}

function oneOf<Choice extends string>(
  query: URLSearchParams,
  name: string,
  choices: readonly Choice[],
): Choice {
  const given = query.get(name) ?? choices[0]
  const found = choices.find((choice) => choice === given)
  if (!found) throw failSignage('signage.bad-request', { reason: `${name} 只能写 ${choices.join('、')}` })
  return found
}

function questionOf(query: URLSearchParams): Question {
  const [from, to] = [day(query, 'from'), day(query, 'to')]
  if (from && to && to < from) throw failSignage('signage.bad-request', { reason: 'to 不能早于 from' })
  return {
    by: oneOf(query, 'by', partings),
    from,
    to,
    county: query.get('county') || null,
    screen: query.get('screen') || null,
    // Empty: what belongs to no campaign.
    campaign: query.get('campaign'),
    tryOuts: query.get('tryOuts') === '1',
  }
}

export const reportsRoutes: readonly Route[] = [
  {
    method: 'GET',
    pattern: /^reports$/,
    async run({ request, response, query }, parts) {
      const operator = await watcherOf(request, parts.lake, parts.origin)
      const asked = questionOf(query)
      const question = { ...asked, county: asked.county ?? operator.county }
      mustReach(operator, question.county)
      const format = oneOf(query, 'format', ['json', 'csv', 'xlsx'])
      const report = await parts.report(question)
      if (format === 'json') return sendJson(response, report)
      const [rows, faults] = [reportTable(report), faultTable(report)]
      const body =
        format === 'csv'
          ? Buffer.from(csvOf(report.faults.length > 0 ? [rows, faults] : [rows]))
          : await xlsxOf([
              { name: '播放统计', rows },
              { name: '记录问题', rows: faults },
            ])
      const type =
        format === 'csv'
          ? 'text/csv; charset=utf-8'
          : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
      const span = [question.by, question.from, question.to].filter(Boolean).join('_')
      response.writeHead(200, {
        'content-type': type,
        'content-length': body.length,
        'content-disposition': `attachment; filename="plays_${span}.${format}"`,
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      })
      response.end(body)
    },
  },
]
