/** @file Tokens of programs, for administrators. Pure. */
import { roleTitle } from '../caller.ts'
import { TOKEN_DAYS_MAX, type Token } from '../tokens.ts'
import { page, type Message } from './frame.ts'
import { html, table } from './markup.ts'
import { countyWords, rankFields, timeWords, type County } from './words.ts'

export function tokensPage(
  tokens: readonly Token[],
  counties: readonly County[],
  message: Message,
  now: number,
): string {
  const rows = tokens.map((token) => {
    const isOver = token.expiresAt !== null && token.expiresAt <= now
    return html`<tr>
      <th scope="row">
        ${token.displayName.replace('程序：', '')}<small
          >${timeWords(Date.parse(token.createdAt))} 制作</small
        >
      </th>
      <td data-label="角色">${roleTitle(token.role)}</td>
      <td data-label="县区">${countyWords(token.county, counties)}</td>
      <td data-label="到期">
        ${isOver ? html`<span class="locked">已过期</span>` : timeWords(token.expiresAt)}
      </td>
      <td data-label="最近使用">${timeWords(token.lastUsedAt)}</td>
      <td>
        <form method="post" action="/accounts/tokens/${token.name}/end"><button>作废</button></form>
      </td>
    </tr>`
  })
  const list =
    rows.length === 0
      ? html`<p>还没有给别的程序做过令牌。</p>`
      : table(['用途', '角色', '县区', '到期', '最近使用', '操作'], rows)
  return page(
    '程序令牌',
    '/accounts/tokens',
    message,
    html`<p>
        别的程序（数据大屏、统计脚本等）凭令牌读写内容库，不用人的账号和密码。给最小的角色、最短的期限。
      </p>
      ${list}
      <h2>制作一个令牌</h2>
      <form method="post" action="/accounts/tokens">
        <div class="fields">
          <div>
            <label for="title">用途</label
            ><input id="title" name="title" maxlength="40" autocomplete="off" required />
          </div>
          ${rankFields('', { role: 'viewer', county: null }, counties, false)}
          <div>
            <label for="days">有效天数</label
            ><input
              id="days"
              name="days"
              type="number"
              min="1"
              max="${TOKEN_DAYS_MAX}"
              value="180"
              required
            />
          </div>
        </div>
        <button>制作令牌</button>
      </form>`,
  )
}

/** Shown once, straight after it was made. */
export const tokenMadePage = (title: string, secret: string): string =>
  page(
    '令牌已制作',
    '/accounts/tokens',
    { done: `“${title}”的令牌如下，只显示这一次。` },
    html`<p><code>${secret}</code></p>
      <p>
        程序在请求头里写
        <strong>Authorization: Bearer 令牌</strong
        >。不要写进网页、聊天或代码库；疑心泄露就立即作废，再做一个。
      </p>
      <p><a href="/accounts/tokens">返回令牌列表</a></p>`,
  )
