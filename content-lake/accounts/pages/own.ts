/** @file A person's own page, and the page on which a link leads to a password. Pure. */
import { roleTitle, type Account } from '../caller.ts'
import { PASSWORD_LENGTH_MIN } from '../password-rules.ts'
import type { Person } from '../rows.ts'
import type { OpenSession } from '../sessions.ts'
import { page, said, sheet, type Message } from './frame.ts'
import { html, type Markup } from './markup.ts'
import { sessionTable } from './sessions.ts'
import { countyWords, type County } from './words.ts'

const advice = html`<p class="hint">
  至少 ${PASSWORD_LENGTH_MIN}
  个字符，汉字、字母、数字、符号都可以，不强求混用。把几个不相干的词连成一句最好记；别的网站用过的不要再用。
</p>`

const newPassword: Markup = html`<label for="new">新密码</label>
  <input
    id="new"
    name="new"
    type="password"
    autocomplete="new-password"
    minlength="${PASSWORD_LENGTH_MIN}"
    maxlength="256"
    required
  />${advice}
  <label for="again">再输一遍</label>
  <input id="again" name="again" type="password" autocomplete="new-password" maxlength="256" required />`

export function ownPage(
  account: Account,
  sessions: readonly OpenSession[],
  counties: readonly County[],
  ownKey: string,
  message: Message,
): string {
  const { displayName, name, role, county } = account
  return page(
    '我的账号',
    null,
    message,
    html`<p>
        <strong>${displayName}</strong>（账号
        ${name}），${roleTitle(role)}，${countyWords(county, counties)}。${role === 'administrator' && html`<a href="/accounts">管理所有账号</a>`}
      </p>
      <h2>我的登录</h2>
      ${sessionTable(sessions, '/account/sessions', ownKey)}
      ${sessions.length > 1 && html`<form class="quiet" method="post" action="/account/sessions"><button>结束其他登录</button></form>`}
      <p class="hint">有不认得的登录，先结束它，再改密码。</p>
      <h2>改密码</h2>
      <form method="post" action="/account/password">
        <input type="hidden" name="user" value="${name}" autocomplete="username" />
        <label for="old">现在的密码</label>
        <input id="old" name="old" type="password" autocomplete="current-password" maxlength="256" required />
        ${newPassword}
        <p class="hint">改好以后，在别处的登录都会结束。</p>
        <button>改密码</button>
      </form>`,
  )
}

export const setPasswordPage = (person: Person, secret: string, message: Message): string =>
  sheet(
    '设定密码',
    `${person.displayName}（账号 ${person.name}）`,
    html`${said(message)}
      <form method="post" action="/accounts/link/${secret}">
        <input type="hidden" name="user" value="${person.name}" autocomplete="username" />${newPassword}
        <button>保存</button>
      </form>
      <p class="note">
        保存以后，用账号 ${person.name} 和这个密码登录。密码只有您自己知道，不要告诉别人，管理员也不会来问。
      </p>`,
  )

export const linkVoidPage = (): string =>
  sheet(
    '链接已失效',
    '普法编辑台',
    html`<p>这个链接已经用过，或者过了七天。请管理员重新发一个。</p>
      <p class="note">已经设好密码的，请<a href="/login">登录</a>。</p>`,
  )

export const notAllowedPage = (): string =>
  sheet(
    '没有权限',
    '普法编辑台',
    html`<p>只有管理员能管理账号。改自己的密码，请到<a href="/account">我的账号</a>。</p>
      <p class="note"><a href="/studio/">返回编辑台</a></p>`,
  )
