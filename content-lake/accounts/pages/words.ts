/** @file Chinese words for what the pages of accounts tell. Pure. */
import { reviewStages, type ReviewStage } from '../../../contracts/documents/review.ts'
import { defaultZone } from '../../../contracts/schedule/defaults.ts'
import { dayText, wallClock } from '../../../contracts/schedule/zone.ts'
import { countyRoles, roles, type Role } from '../../access/party.ts'
import { roleTitle } from '../caller.ts'
import type { AccountAction, Outcome } from '../journal.ts'
import { html, Markup } from './markup.ts'

export interface County {
  id: string
  title: string
}

/** `2026-12-04 08:05`, the bureau's wall clock. */
export function timeWords(instant: number | null): string {
  if (instant === null) return '—'
  const { day, ms } = wallClock(defaultZone, instant)
  const minutes = Math.floor(ms / 60_000)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${dayText(day)} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

export const countyWords = (id: string | null, counties: readonly County[]) =>
  id === null ? '全市' : (counties.find((county) => county.id === id)?.title ?? `已删除的县区（${id}）`)

export const roleHints: Readonly<Record<Role, string>> = {
  administrator: '管账号、设置和审核规则',
  operator: '管屏幕和排期，下达播控命令',
  editor: '写草稿、改草稿，送审',
  reviewer: '审别人写的内容',
  adviser: '只看已发布的内容',
  viewer: '看全部内容，不能改',
  receiver: '只给程序用：收读者的找错',
}

export const actionWords: Readonly<Record<AccountAction, string>> = {
  made: '建立账号',
  invited: '邀请',
  reset: '重设密码',
  'password-set': '设定密码',
  locked: '停用',
  unlocked: '恢复',
  changed: '改角色、县区或姓名',
  'sessions-ended': '结束登录',
  'token-made': '制作令牌',
  'token-ended': '作废令牌',
}

export const outcomeWords: Readonly<Record<Outcome, string>> = {
  in: '登录成功',
  wrong: '密码不对',
  unknown: '没有这个账号',
  locked: '账号已停用',
  waiting: '失败过多，暂不受理',
}

/** @param people only roles that a person may have */
export function rankFields(
  prefix: string,
  value: { role: Role; county: string | null },
  counties: readonly County[],
  people: boolean,
): Markup {
  const chosen = (is: boolean) => is && new Markup(' selected')
  const offered = roles.filter((role) => !people || role !== 'receiver')
  const known = counties.some(({ id }) => id === value.county) || value.county === null
  const listed = known ? counties : [...counties, { id: value.county ?? '', title: `（${value.county}）` }]
  return html`<div>
      <label for="${prefix}role">角色</label>
      <select id="${prefix}role" name="role">
        ${offered.map(
          (role) =>
            html`<option value="${role}" ${chosen(role === value.role)}>
              ${roleTitle(role)}（${roleHints[role]}）
            </option>`,
        )}
      </select>
    </div>
    <div>
      <label for="${prefix}county">县区</label>
      <select id="${prefix}county" name="county">
        <option value="">全市</option>
        ${listed.map(
          ({ id, title }) => html`<option value="${id}" ${chosen(id === value.county)}>${title}</option>`,
        )}
      </select>
    </div>`
}

export const countyRoleWords = countyRoles.map(roleTitle).join('、')

const stageNames: Readonly<Record<ReviewStage, string>> = {
  first: '初审',
  second: '复审',
  extra: '加审（只在重点时期）',
  final: '终审',
}

/** `初审、终审`; of somebody who reviews nothing the empty text. */
export const stagesWords = (stages: readonly ReviewStage[]): string =>
  stages.length === reviewStages.length
    ? '各审次'
    : stages.map((stage) => stageNames[stage].slice(0, 2)).join('、')

/** Shown where 审核员 is chosen; without a browser that can tell, always. `stagesAsked` says that none was ticked. */
export const stageFields = (chosen: readonly ReviewStage[]): Markup =>
  html`<fieldset class="stages">
    <legend>审核员负责哪几审</legend>
    <input type="hidden" name="stagesAsked" value="1" />
    ${reviewStages.map(
      (stage) =>
        html`<label
          ><input
            type="checkbox"
            name="stages"
            value="${stage}"
            ${chosen.includes(stage) && new Markup(' checked')}
          />${stageNames[stage]}</label
        >`,
    )}
    <p class="hint">同一份内容，每一审要由不同的人来审；写稿的人不能审自己的稿。</p>
  </fieldset>`
