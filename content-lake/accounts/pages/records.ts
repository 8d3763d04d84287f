/** @file The two records: who tried to sign in, and what was changed on accounts. Pure. */
import { reviewStages } from '../../../contracts/documents/review.ts'
import { roles } from '../../access/party.ts'
import { roleTitle } from '../caller.ts'
import type { LogEntry, Try } from '../journal.ts'
import { page } from './frame.ts'
import { html, table } from './markup.ts'
import { actionWords, countyWords, outcomeWords, stagesWords, timeWords, type County } from './words.ts'

export function signInsPage(tries: readonly Try[]): string {
  const rows = tries.map(
    ({ at, name, address, outcome }) =>
      html`<tr>
        <td data-label="时间">${timeWords(at)}</td>
        <td data-label="账号">${name || '—'}</td>
        <td data-label="地址">${address}</td>
        <td data-label="结果">${outcomeWords[outcome]}</td>
      </tr>`,
  )
  return page(
    '登录记录',
    '/accounts/sign-ins',
    null,
    html`<p>最近 ${rows.length} 次，新的在前。记录保存一年。不存在的账号只记开头，因为那可能是误输的密码。</p>
      ${table(['时间', '账号', '地址', '结果'], rows)}`,
  )
}

export function logPage(
  entries: readonly LogEntry[],
  nameOf: (accountId: string) => string,
  counties: readonly County[],
): string {
  const rows = entries.map(
    ({ at, actor, action, subject, details }) =>
      html`<tr>
        <td data-label="时间">${timeWords(at)}</td>
        <td data-label="谁做的">${nameOf(actor)}</td>
        <td data-label="做了什么">${actionWords[action]}</td>
        <td data-label="对谁">${nameOf(subject)}<small>${detailWords(details, counties)}</small></td>
      </tr>`,
  )
  return page(
    '变更记录',
    '/accounts/log',
    null,
    html`<p>对账号和令牌做过的每一件事，新的在前，只增不改。这里显示最近 ${rows.length} 条。</p>
      ${table(['时间', '谁做的', '做了什么', '对谁'], rows)}`,
  )
}

function detailWords(details: Record<string, unknown>, counties: readonly County[]): string {
  const { was, days, byLink, bySetting } = details
  const rank = rankWords(details, counties)
  const before = typeof was === 'object' && was !== null ? rankWords({ ...was }, counties) : ''
  return [
    before && rank ? `${before} → ${rank}` : rank,
    typeof days === 'number' && `${days} 天`,
    byLink === true && '本人用链接',
    byLink === false && '本人',
    bySetting === true && '由启动设置',
  ]
    .filter(Boolean)
    .join('，')
}

function rankWords(rank: Record<string, unknown>, counties: readonly County[]): string {
  const role = roles.find((one) => one === rank['role'])
  if (!role) return ''
  const county = typeof rank['county'] === 'string' ? rank['county'] : null
  const told: readonly unknown[] = Array.isArray(rank['stages']) ? rank['stages'] : []
  const stages = role === 'reviewer' ? reviewStages.filter((stage) => told.includes(stage)) : []
  const duty = stages.length > 0 ? `（${stagesWords(stages)}）` : ''
  return `${roleTitle(role)}${duty}·${countyWords(county, counties)}`
}
