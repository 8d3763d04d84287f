/** @file The list of accounts, and one account, for administrators. Pure. */
import { reviewStages } from '../../../contracts/documents/review.ts'
import { roleTitle } from '../caller.ts'
import type { Person } from '../rows.ts'
import type { OpenSession } from '../sessions.ts'
import { page, type Message } from './frame.ts'
import { html, table, type Markup } from './markup.ts'
import { sessionTable } from './sessions.ts'
import {
  countyRoleWords,
  countyWords,
  rankFields,
  stageFields,
  stagesWords,
  timeWords,
  type County,
} from './words.ts'

const state = ({ lockedAt, hasPassword }: Person): Markup | string => {
  if (lockedAt !== null) return html`<span class="locked">已停用</span>`
  return hasPassword ? '正常' : '等本人设密码'
}

/** What a reviewer may approve, under the role. */
const stagesUnder = ({ stages }: Person): Markup | false =>
  stages.length > 0 && html`<small>${stagesWords(stages)}</small>`

export function peoplePage(
  people: readonly Person[],
  counties: readonly County[],
  message: Message,
  typed: { name: string; displayName: string },
): string {
  const rows = people.map(
    (person) =>
      html`<tr>
        <th scope="row">
          <a href="/accounts/people/${person.id}">${person.displayName}</a><small>${person.name}</small>
        </th>
        <td data-label="角色">${roleTitle(person.role)}${stagesUnder(person)}</td>
        <td data-label="县区">${countyWords(person.county, counties)}</td>
        <td data-label="最近登录">${timeWords(person.lastSignInAt)}</td>
        <td data-label="状态">${state(person)}</td>
      </tr>`,
  )
  return page(
    '账号管理',
    '/accounts',
    message,
    html`${table(['姓名', '角色', '县区', '最近登录', '状态'], rows)}
      <h2>邀请一个人</h2>
      <form method="post" action="/accounts/people">
        <div class="fields">
          <div>
            <label for="name">账号</label
            ><input
              id="name"
              name="name"
              value="${typed.name}"
              maxlength="32"
              autocomplete="off"
              autocapitalize="none"
              spellcheck="false"
              required
            />
          </div>
          <div>
            <label for="displayName">姓名</label
            ><input
              id="displayName"
              name="displayName"
              value="${typed.displayName}"
              maxlength="30"
              autocomplete="off"
              required
            />
          </div>
          ${rankFields('', { role: 'editor', county: null }, counties, true)}
        </div>
        ${stageFields(reviewStages)}
        <p class="hint">
          ${countyRoleWords}可以限定在一个县区：只看得到、改得到自己县区的草稿。管理员和查看者不限县区。
        </p>
        <button>生成邀请链接</button>
      </form>`,
  )
}

export function personPage(
  person: Person,
  sessions: readonly OpenSession[],
  counties: readonly County[],
  message: Message,
  ownKey: string | null,
): string {
  const to = `/accounts/people/${person.id}`
  const isLocked = person.lockedAt !== null
  const facts = html`<p>
    账号
    <strong>${person.name}</strong
    >，${state(person)}，${roleTitle(person.role)}${person.stages.length > 0 && `（${stagesWords(person.stages)}）`}，${countyWords(person.county, counties)}。最近登录：${timeWords(person.lastSignInAt)}。
  </p>`
  const rank = html`<h2>姓名、角色和县区</h2>
    <form method="post" action="${to}/change">
      <div class="fields">
        <div>
          <label for="displayName">姓名</label
          ><input
            id="displayName"
            name="displayName"
            value="${person.displayName}"
            maxlength="30"
            autocomplete="off"
            required
          />
        </div>
        ${rankFields('', person, counties, true)}
      </div>
      ${stageFields(person.stages.length > 0 ? person.stages : reviewStages)}
      <p class="hint">改了角色或县区，这个人现有的登录会立即结束，重新登录后按新的权限。</p>
      <button>保存</button>
    </form>`
  const reset = html`<details>
    <summary>重设密码</summary>
    <p>原来的密码立即作废，现有的登录立即结束。系统生成一个链接，交给本人自己设新密码。</p>
    <form method="post" action="${to}/reset"><button>作废旧密码，生成链接</button></form>
  </details>`
  const lock = isLocked
    ? html`<form method="post" action="${to}/unlock"><button>恢复使用</button></form>`
    : html`<details>
        <summary>停用账号</summary>
        <p>立即退出所有登录，不能再登录。写过的内容和记录都保留，以后可以恢复。</p>
        <form method="post" action="${to}/lock"><button>停用</button></form>
      </details>`
  return page(
    person.displayName,
    '/accounts',
    message,
    html`${facts}${rank}
      <h2>现在的登录</h2>
      ${sessionTable(sessions, `${to}/sessions`, ownKey)}
      ${sessions.length > 0 && html`<form class="quiet" method="post" action="${to}/sessions"><button>结束全部登录</button></form>`}
      <h2>密码和停用</h2>
      ${!isLocked && reset}${lock}`,
  )
}

/** Shown once, straight after it was made: the secret is nowhere else. */
export function linkMadePage(person: Person, link: string): string {
  return page(
    '链接已生成',
    '/accounts',
    { done: `请把下面的链接交给${person.displayName}（账号 ${person.name}）。` },
    html`<p><code>${link}</code></p>
      <p>
        链接七天内有效，只能用一次，现在不复制以后就看不到了。请当面、用内部电话或内部通讯软件交给本人，不要发到群里。本人打开以后自己设密码，别人都不知道。
      </p>
      <p><a href="/accounts">返回账号列表</a></p>`,
  )
}
