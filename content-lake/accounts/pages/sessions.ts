/** @file A list of sign-ins that still hold, each with a button that ends it. Pure. */
import type { OpenSession } from '../sessions.ts'
import { html, table, type Markup } from './markup.ts'
import { timeWords } from './words.ts'

/** @param action the form's path @param ownKey the session that shows the page */
export function sessionTable(
  sessions: readonly OpenSession[],
  action: string,
  ownKey: string | null,
): Markup {
  if (sessions.length === 0) return html`<p>现在没有登录。</p>`
  const rows = sessions.map(
    ({ key, beganAt, seenAt, address, browser }) =>
      html`<tr>
        <td data-label="登录于">${timeWords(beganAt)}</td>
        <td data-label="最近使用">${timeWords(seenAt)}</td>
        <td data-label="地址">${address || '—'}</td>
        <td data-label="浏览器">${browserWords(browser)}</td>
        <td>
          ${
            key === ownKey
              ? '就是这里'
              : html`<form method="post" action="${action}">
                  <input type="hidden" name="key" value="${key}" /><button>结束</button>
                </form>`
          }
        </td>
      </tr>`,
  )
  return table(['登录于', '最近使用', '地址', '浏览器', '操作'], rows)
}

/** Enough to tell the office's computer from the telephone. */
function browserWords(agent: string): string {
  const system = /Windows|Android|iPhone|iPad|Mac OS|HarmonyOS|Linux/.exec(agent)?.[0]
  const browser = /MicroMessenger|Edg|QQBrowser|Firefox|Chrome|Safari/.exec(agent)?.[0]
  return [system, browser].filter(Boolean).join(' · ') || '—'
}
