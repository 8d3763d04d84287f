/**
 * @file The guides' layout: contents at the left, steps at the right; on a phone one above the other. Large
 * text makes all of it larger. On paper only the steps are left.
 */
export const style = `
.pufa-guide { display: flex; height: 100%; min-height: 0; font-size: 17px; line-height: 1.8; color: var(--card-fg-color); }
.pufa-guide[data-large] { font-size: 23px; }
.pufa-guide-aside { flex: none; width: 19em; max-width: 40%; overflow-y: auto; padding: 20px 16px 40px;
  border-right: 1px solid var(--card-border-color); box-sizing: border-box; }
.pufa-guide-main { flex: 1; min-width: 0; overflow-y: auto; padding: 24px 32px 80px; box-sizing: border-box; }
.pufa-guide-paper { max-width: 46em; margin: 0 auto; }
.pufa-guide h1 { margin: 0 0 .4em; font-size: 1.7em; line-height: 1.4; }
.pufa-guide h2 { margin: 2em 0 .3em; font-size: 1.3em; line-height: 1.4; scroll-margin-top: 12px; }
.pufa-guide p { margin: .3em 0; }
.pufa-guide .muted { color: var(--card-muted-fg-color); }
.pufa-guide ol { margin: 1em 0; padding: 0; list-style: none; counter-reset: step; }
.pufa-guide ol > li { position: relative; padding: 0 0 1.6em 3em; counter-increment: step; break-inside: avoid; }
.pufa-guide ol > li::before { content: counter(step); position: absolute; left: 0; top: .05em; width: 1.75em; height: 1.75em;
  border-radius: 50%; background: #b3261e; color: #fff; text-align: center; line-height: 1.75; font-weight: 700; }
.pufa-guide .say { font-weight: 600; font-size: 1.08em; }
.pufa-guide .see b, .pufa-guide .otherwise b { display: inline-block; margin-right: .5em; font-weight: 600; }
.pufa-guide .otherwise { color: var(--card-muted-fg-color); }
.pufa-guide img { display: block; max-width: 100%; height: auto; margin: .8em 0 0; border: 1px solid var(--card-border-color);
  border-radius: 6px; }
.pufa-guide img.tall { width: 300px; }
.pufa-guide nav ul { margin: 0; padding: 0; list-style: none; }
.pufa-guide nav button, .pufa-guide-tools button, .pufa-guide .found button { min-height: 44px; padding: 6px 12px; border: 0; border-radius: 4px;
  background: none; color: inherit; font: inherit; text-align: left; cursor: pointer; }
.pufa-guide nav button { width: 100%; }
.pufa-guide nav button:hover, .pufa-guide .found button:hover { background: var(--card-muted-bg-color, rgba(0, 0, 0, .05)); }
.pufa-guide nav button[aria-current="true"] { background: #4457d8; color: #fff; }
.pufa-guide nav .chapters { margin: 0 0 .6em; padding-left: 1em; font-size: .94em; }
.pufa-guide-tools { display: flex; flex-wrap: wrap; gap: 8px; margin: 0 0 16px; }
.pufa-guide-tools button { border: 1px solid var(--card-border-color); text-align: center; }
.pufa-guide button:focus-visible, .pufa-guide input:focus-visible { outline: 3px solid #556bfc; outline-offset: 1px; }
.pufa-guide input { width: 100%; min-height: 44px; margin: 0 0 12px; padding: 6px 12px; border: 1px solid var(--card-border-color);
  border-radius: 4px; background: var(--card-bg-color); color: inherit; font: inherit; box-sizing: border-box; }
.pufa-guide .found { margin: 0; padding: 0; list-style: none; }
.pufa-guide .found button { width: 100%; padding: 12px; border-bottom: 1px solid var(--card-border-color); border-radius: 0; }
.pufa-guide .found span { display: block; }
@media (max-width: 760px) {
  .pufa-guide { display: block; overflow-y: auto; }
  .pufa-guide-aside { width: auto; max-width: none; border-right: 0; border-bottom: 1px solid var(--card-border-color); padding-bottom: 12px; }
  .pufa-guide-main { overflow: visible; padding: 16px 16px 80px; }
  .pufa-guide ol > li { padding-left: 2.5em; }
  .pufa-guide img { width: calc(100% + 2.5em); max-width: none; margin-left: -2.5em; }
  .pufa-guide img.tall { width: min(300px, 100%); margin-left: 0; }
}
@media print {
  @page { size: A4; margin: 16mm; }
  html, body { height: auto !important; overflow: visible !important; background: #fff !important; }
  body *:has(.pufa-guide) { display: block !important; position: static !important; height: auto !important; min-height: 0 !important;
    max-height: none !important; overflow: visible !important; }
  body :has(.pufa-guide) > *:not(:has(.pufa-guide), .pufa-guide), .pufa-guide-aside, .pufa-guide-tools { display: none !important; }
  .pufa-guide { display: block; height: auto; font-size: 11pt; color: #000; }
  .pufa-guide-main { overflow: visible; padding: 0; }
  .pufa-guide h2, .pufa-guide h2 + p { break-after: avoid; break-inside: avoid; }
  .pufa-guide h2 { margin-top: 1.2em; }
  .pufa-guide ol > li { padding-bottom: 1em; }
  .pufa-guide img { max-height: 72mm; width: auto; max-width: 100%; margin-left: 0; }
}
`
