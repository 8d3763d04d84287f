/** @file The pages of signing in and out, as HTML. Pure. They work without script. */
import { said, sheet, type Fault } from './frame.ts'
import { html, Markup } from './markup.ts'

/** @param origin carried through the form: where to go after signing in */
export function signInPage(values: { name: string; origin: string; fault: Fault | null }): string {
  const { name, origin, fault } = values
  const focus = new Markup(' autofocus')
  return sheet(
    '普法编辑台',
    '内部工作人员登录',
    html`${said(fault && { fault })}
      <form method="post" action="/login">
        <input type="hidden" name="origin" value="${origin}" />
        <label for="user">账号</label>
        <input
          id="user"
          name="user"
          value="${name}"
          autocomplete="username"
          autocapitalize="none"
          spellcheck="false"
          maxlength="64"
          required${name === '' && focus}${fault && new Markup(' aria-describedby="fault"')}
        />
        <label for="password">密码</label>
        <input
          id="password"
          name="password"
          type="password"
          autocomplete="current-password"
          maxlength="256"
          required${name !== '' && focus}
        />
        <button>登录</button>
      </form>
      <p class="note">
        首次启动时，账号 admin
        的密码显示在启动窗口里。忘记密码，请联系本单位的管理员。群众查询法律问题不用登录，请看<a href="/"
          >首页</a
        >。
      </p>`,
    fault ? `出错：${fault.title}` : '登录',
  )
}

export const signOutPage = () =>
  sheet(
    '退出登录',
    '普法编辑台',
    html`<form method="post" action="/logout"><button>退出</button></form>
      <p class="note">
        在公用电脑上用完请退出。要继续工作，<a href="/studio/">返回编辑台</a>；改密码、看自己的登录，请到<a
          href="/account"
          >我的账号</a
        >。
      </p>`,
  )
