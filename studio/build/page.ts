/**
 * @file The Studio's one page, written afresh around what `sanity build` made.
 *
 * The generated page calls two foreign hosts, speaks English and holds an inline script, which a strict
 * Content-Security-Policy forbids; only its style sheets and its entry script are taken over.
 */

/** Paths of the generated page's own style sheets and entry script. */
export interface Generated {
  styles: string[]
  script: string
}

/** @throws Error when the page is not of the kind that `sanity build` writes */
export function readGenerated(html: string): Generated {
  const styles = [...html.matchAll(/<link href="(\/studio\/static\/[^"]+\.css)" rel="stylesheet"/gu)].map(
    ([, path]) => path ?? '',
  )
  const script = /<script src="(\/studio\/static\/[^"]+\.js)" type="module">/u.exec(html)?.[1]
  if (!script || styles.length === 0)
    throw new Error('The page that `sanity build` wrote has another form than expected')
  return { styles, script }
}

/**
 * `data-rotate` is the turning sign beside 正在保存: turned inside an SVG, it has the whole page drawn anew on
 * every frame while somebody types, and letters take twice as long. The words beside it stay.
 */
const css = `
html { background: #fff }
@media (prefers-color-scheme: dark) { html { background: #13141b } .opening { color: #d5d7de } }
html, body, #sanity { height: 100% }
body { margin: 0; font-family: "PingFang SC", "HarmonyOS Sans SC", "MiSans", "Source Han Sans SC", "Noto Sans CJK SC", sans-serif }
.opening { display: grid; place-content: center; height: 100%; text-align: center; line-height: 1.75 }
.opening b { font-size: 20px }
[data-rotate] { animation: none !important }
`

export function studioPage({ styles, script }: Generated): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="robots" content="noindex">
<meta name="referrer" content="same-origin">
<title>普法编辑台</title>
<link rel="icon" href="/studio/favicon.svg" type="image/svg+xml">
${styles.map((path) => `<link rel="stylesheet" href="${path}">`).join('\n')}
<style>${css}</style>
<script src="/studio/env.js"></script>
<script type="module" src="/studio/early.js"></script>
<script type="module" src="${script}"></script>
</head>
<body>
<div id="sanity"><div class="opening"><p><b>普法编辑台</b><br>正在打开…</p></div></div>
<noscript><div class="opening"><p><b>编辑台需要 JavaScript</b><br>请在浏览器设置里允许本站运行 JavaScript，再刷新页面。</p></div></noscript>
</body>
</html>
`
}

/** A seal with 普, as in the frame of the Studio. */
export const favicon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="#FFFDF8" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round"><rect x="1" y="1" width="22" height="22" rx="4" fill="#B3261E" stroke="none"/><path d="M8.5 4.5l1.2 2M15.5 4.5l-1.2 2M5.5 7h13M5 11.2h14M10 7v4.2M14 7v4.2M6.7 8.5l.9 1.4M17.3 8.5l-.9 1.4M8 13.5h8v6H8zM8 16.5h8"/></svg>
`

/** Takes out font faces that are fetched from elsewhere; the system's own fonts serve. */
export function withoutForeignFonts(style: string): string {
  return style.replace(/@font-face\s*\{[^}]*url\(["']?https?:[^}]*\}/gu, '')
}
