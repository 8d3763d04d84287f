/** @file The look of the pages of accounts: a wood-block print of paper, ink and one cinnabar seal. */
import { Markup } from './markup.ts'

export const STYLE = `
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
input,select{width:100%;min-height:52px;padding:8px 12px;font:inherit;color:inherit;background:#fff;border:2px solid var(--ink);border-radius:0}
a{color:var(--blue)}
input:focus-visible,select:focus-visible,button:focus-visible,a:focus-visible,summary:focus-visible{outline:3px solid var(--blue);outline-offset:2px}
button{width:100%;min-height:56px;margin-top:28px;font:inherit;font-size:20px;font-weight:700;letter-spacing:.3em;text-indent:.3em;color:#fff;background:var(--cinnabar);border:2px solid var(--ink);cursor:pointer}
button:hover{background:#8F1D17}
.fault,.done{margin:0 0 8px;padding:12px 16px;border:2px solid var(--cinnabar);border-left-width:8px;background:#FDF1EE}
.fault strong{display:block;color:var(--cinnabar)}
.done{border-color:#2E6B3A;background:#F0F6F0}
.note{margin:24px 0 0;padding-top:16px;border-top:1px solid var(--line);color:var(--quiet);font-size:16px;line-height:1.6}
.hint{margin:4px 0 0;color:var(--quiet);font-size:16px;line-height:1.6}
.wide{place-items:start center}
.wide main{max-width:70rem}
nav{display:flex;flex-wrap:wrap;gap:4px 8px;margin:0 0 24px;border-bottom:2px solid var(--ink)}
nav a{display:inline-flex;align-items:center;min-height:44px;padding:4px 14px;color:inherit;text-decoration:none}
nav a:hover{text-decoration:underline}
nav a[aria-current]{background:var(--ink);color:var(--paper);font-weight:700}
h2{font-size:22px;margin:32px 0 12px;line-height:1.4}
table{width:100%;border-collapse:collapse}
th,td{padding:10px 12px 10px 0;border-bottom:1px solid var(--line);text-align:left;vertical-align:top;line-height:1.6;overflow-wrap:anywhere}
thead th{border-bottom:2px solid var(--ink);font-size:16px;color:var(--quiet);white-space:nowrap}
tbody th{font-weight:600}
td small,th small{display:block;color:var(--quiet);font-size:15px;font-weight:400}
.locked{color:var(--cinnabar);font-weight:700}
.fields{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,20rem),1fr));gap:0 24px;align-items:end}
.wide button{width:auto;min-width:9rem;min-height:52px;padding:4px 24px;margin-top:16px;letter-spacing:.1em;text-indent:.1em;font-size:18px}
.wide td button,.wide .quiet button{color:var(--ink);background:var(--paper)}
.wide td button{min-width:0;min-height:44px;margin:0;padding:2px 14px;font-size:16px}
.wide td button:hover,.wide .quiet button:hover{background:#EFE6D5}
fieldset{margin:20px 0 0;padding:8px 16px 16px;border:2px solid var(--ink)}
legend{padding:0 8px;font-weight:600}
.stages label{display:inline-flex;align-items:center;min-height:44px;margin:0 24px 0 0;font-weight:400;cursor:pointer}
.stages input[type=checkbox]{width:22px;min-height:22px;height:22px;margin:0 8px 0 0;accent-color:var(--cinnabar)}
@supports selector(:has(a)){form:not(:has(option[value=reviewer]:checked)) .stages{display:none}}
details{margin:12px 0;border:1px solid var(--line);padding:0 16px}
details[open]{padding-bottom:16px}
summary{display:flex;align-items:center;min-height:52px;font-weight:600;cursor:pointer}
summary::before{content:"＋";margin-right:8px;color:var(--cinnabar)}
details[open] summary::before{content:"－"}
code{display:block;padding:12px 16px;border:2px dashed var(--ink);background:#fff;font:16px/1.6 ui-monospace,monospace;overflow-wrap:anywhere;user-select:all}
@media (max-width:30rem){body{place-items:stretch;padding:0}main{max-width:none;border-width:0 0 3px;outline:0;padding:32px 20px;min-height:100svh}}
@media (max-width:48rem){thead{display:none}table,tbody,tr,th,td{display:block;border:0;padding:0}tr{padding:14px 0;border-bottom:2px solid var(--line)}td[data-label]::before{content:attr(data-label) "：";color:var(--quiet)}td small{display:inline;margin-left:8px}td form{margin-top:8px}}
@media print{button{display:none}}
`

/** A seal in the print manner: 普法 cut white into cinnabar, drawn as shapes, so that no font is needed. */
export const SEAL = new Markup(
  `<svg class="seal" viewBox="0 0 72 72" aria-hidden="true"><path fill="#B3261E" stroke="#1F1B16" stroke-width="3" stroke-linejoin="round" d="M5 7 66 4l2 62-61 3z"/><g fill="none" stroke="#FFFDF8" stroke-width="3.4" stroke-linecap="round" stroke-linejoin="round"><path d="M23 12l3 5M44 12l-3 5M15 20h42M29 20v12M43 20v12M19 24l3 5M53 24l-3 5M13 34h46M22 40h28v18H22zM22 49h28"/></g></svg>`,
)
