/** @file What every page of accounts stands in: head, seal, tabs, message. Pure; no script, no other host. */
import { createHash } from 'node:crypto'
import { html, Markup } from './markup.ts'
import { SEAL, STYLE } from './style.ts'

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

/** Said above the page: what went wrong, or what was done. */
export type Message = { fault: Fault } | { done: string } | null

/** A small sheet with the seal: signing in and out, setting a password. */
export const sheet = (heading: string, under: string, content: Markup, title = heading) =>
  document(
    title,
    '',
    html`<header>
        ${SEAL}
        <div>
          <h1>${heading}</h1>
          <p>${under}</p>
        </div>
      </header>
      ${content}`,
  )

const TABS: readonly [path: string, title: string][] = [
  ['/accounts', '账号'],
  ['/accounts/tokens', '程序令牌'],
  ['/accounts/sign-ins', '登录记录'],
  ['/accounts/log', '变更记录'],
]

/** A wide page. @param tab the path that is shown; null: the person's own page, without tabs */
export function page(title: string, tab: string | null, message: Message, content: Markup): string {
  const tabs = TABS.map(
    ([path, name]) =>
      html`<a href="${path}" ${path === tab && new Markup(' aria-current="page"')}>${name}</a>`,
  )
  const ways = html`<p class="note">
    <a href="/studio/">返回编辑台</a>　<a href="/account">我的账号</a>　<a href="/logout">退出登录</a>
  </p>`
  return document(
    message && 'fault' in message ? `出错：${message.fault.title}` : title,
    'wide',
    html`<header>
        ${SEAL}
        <div>
          <h1>${title}</h1>
          <p>普法编辑台</p>
        </div>
      </header>
      ${tab !== null && html`<nav aria-label="账号管理">${tabs}</nav>`}${said(message)}${content}${ways}`,
  )
}

export function said(message: Message): Markup | null {
  if (!message) return null
  if ('done' in message) return html`<p class="done" role="status">${message.done}</p>`
  const { title, remedy } = message.fault
  return html`<p class="fault" role="alert" id="fault"><strong>${title}</strong>${remedy}</p>`
}

const document = (title: string, name: string, content: Markup) => `<!doctype html>
<html lang="zh-Hans">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
${html`<title>${title} · 普法编辑台</title>`.text}
<style>${STYLE}</style>
</head>
<body${name && ` class="${name}"`}><main>${content.text}</main></body>
</html>
`
