/**
 * @file The pages of signing in and out, as HTML.
 *
 * Pure. They work without script, ask nothing of any other host, and are drawn in the manner of a wood-block
 * print: paper, ink, one cinnabar seal.
 */
import { createHash } from 'node:crypto'

const STYLE = `
:root{color-scheme:light;--paper:#FFFDF8;--ink:#1F1B16;--quiet:#5C5348;--cinnabar:#B3261E;--line:#D9CFBF;--blue:#234A7C}
*{box-sizing:border-box}
html{font:18px/1.75 "PingFang SC","HarmonyOS Sans SC","MiSans","Source Han Sans SC","Noto Sans CJK SC",sans-serif;color:var(--ink);background:#F4EEE1}
body{margin:0;min-height:100vh;min-height:100svh;display:grid;place-items:center;padding:24px 16px}
main{position:relative;width:100%;max-width:27rem;background:var(--paper);border:3px solid var(--ink);padding:40px 32px 32px;outline:1px solid var(--ink);outline-offset:-11px}
header{display:flex;align-items:center;gap:16px;margin-bottom:24px}
.seal{flex:none;width:72px;height:72px}
h1{font-size:30px;line-height:1.25;margin:0;letter-spacing:.06em}
header p{margin:0;color:var(--quiet);font-size:16px;line-height:1.5}
label{display:block;font-weight:600;margin:16px 0 4px}
input{width:100%;min-height:52px;padding:8px 12px;font:inherit;color:inherit;background:#fff;border:2px solid var(--ink);border-radius:0}
a{color:var(--blue)}
input:focus-visible,button:focus-visible,a:focus-visible{outline:3px solid var(--blue);outline-offset:2px}
button{width:100%;min-height:56px;margin-top:28px;font:inherit;font-size:20px;font-weight:700;letter-spacing:.3em;text-indent:.3em;color:#fff;background:var(--cinnabar);border:2px solid var(--ink);cursor:pointer}
button:hover{background:#8F1D17}
.fault{margin:0 0 8px;padding:12px 16px;border:2px solid var(--cinnabar);border-left-width:8px;background:#FDF1EE}
.fault strong{display:block;color:var(--cinnabar)}
.note{margin:24px 0 0;padding-top:16px;border-top:1px solid var(--line);color:var(--quiet);font-size:16px;line-height:1.6}
@media (max-width:30rem){body{place-items:stretch;padding:0}main{max-width:none;border-width:0 0 3px;outline:0;padding:32px 20px;min-height:100svh}}
@media print{button{display:none}}
`

/** A seal in the print manner: 普法 cut white into cinnabar, drawn as shapes, so that no font is needed. */
const SEAL = `<svg class="seal" viewBox="0 0 72 72" aria-hidden="true"><path fill="#B3261E" stroke="#1F1B16" stroke-width="3" stroke-linejoin="round" d="M5 7 66 4l2 62-61 3z"/><g fill="none" stroke="#FFFDF8" stroke-width="3.4" stroke-linecap="round" stroke-linejoin="round"><path d="M23 12l3 5M44 12l-3 5M15 20h42M29 20v12M43 20v12M19 24l3 5M53 24l-3 5M13 34h46M22 40h28v18H22zM22 49h28"/></g></svg>`

const policy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ')

export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': policy,
  'referrer-policy': 'same-origin',
  'cache-control': 'no-store',
}

export interface Fault {
  /** What happened, and what to do. */
  title: string
  remedy: string
}

/** @param origin carried through the form: where to go after signing in */
export function signInPage(values: { name: string; origin: string; fault: Fault | null }): string {
  const { name, origin, fault } = values
  const alert = fault
    ? `<p class="fault" role="alert" id="fault"><strong>${escape(fault.title)}</strong>${escape(fault.remedy)}</p>`
    : ''
  const described = fault ? ' aria-describedby="fault"' : ''
  return page(
    fault ? `出错：${fault.title}` : '登录',
    `<header>${SEAL}<div><h1>普法编辑台</h1><p>内部工作人员登录</p></div></header>${alert}
<form method="post" action="/login">
<input type="hidden" name="origin" value="${escape(origin)}">
<label for="user">账号</label>
<input id="user" name="user" value="${escape(name)}" autocomplete="username" autocapitalize="none" spellcheck="false" maxlength="64" required${name === '' ? ' autofocus' : ''}${described}>
<label for="password">密码</label>
<input id="password" name="password" type="password" autocomplete="current-password" maxlength="256" required${name === '' ? '' : ' autofocus'}>
<button>登录</button>
</form>
<p class="note">首次启动时，账号 admin 的密码显示在启动窗口里。忘记密码，请联系本单位的运维人员。群众查询法律问题不用登录，请看<a href="/">首页</a>。</p>`,
  )
}

export const signOutPage = () =>
  page(
    '退出登录',
    `<header>${SEAL}<div><h1>退出登录</h1><p>普法编辑台</p></div></header>
<form method="post" action="/logout"><button>退出</button></form>
<p class="note">在公用电脑上用完请退出。要继续工作，<a href="/studio/">返回编辑台</a>。</p>`,
  )

const page = (title: string, content: string) => `<!doctype html>
<html lang="zh-Hans">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escape(title)} · 普法编辑台</title>
<style>${STYLE}</style>
</head>
<body><main>${content}</main></body>
</html>
`

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

const escape = (text: string) => text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? '')
