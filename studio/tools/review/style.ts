/**
 * @file The tool's layout as a style sheet: two columns at a desk, one at a time on a phone, with every press
 * at least 44 px high there.
 */
export const narrowWidth = 760

export const style = `
.pufa-review { display: flex; flex-direction: column; height: 100%; min-height: 0; }
.pufa-review .narrow { display: none; }
.pufa-review-body { display: flex; flex: 1; min-height: 0; }
.pufa-review-list { display: flex; flex-direction: column; width: 420px; flex: none; min-height: 0;
  border-right: 1px solid var(--card-border-color); }
.pufa-review-scroll { flex: 1; min-height: 0; overflow-y: auto; overflow-x: hidden; }
.pufa-review-pane { display: flex; flex-direction: column; flex: 1; min-width: 0; min-height: 0; }
.pufa-review-drafts { display: flex; flex-direction: column; flex: 1; min-height: 0; width: 100%; max-width: 860px;
  margin: 0 auto; }
.pufa-review-row { display: flex; align-items: flex-start; border-bottom: 1px solid var(--card-border-color); }
.pufa-review-row[data-open] { background: var(--card-muted-bg-color, rgba(0, 0, 0, .05)); box-shadow: inset 3px 0 0 #2276fc; }
.pufa-review-row > label { display: flex; padding: 16px 4px 16px 14px; cursor: pointer; }
.pufa-review-row > label + button { padding-left: 8px; }
.pufa-review-row > button { flex: 1; min-width: 0; padding: 12px 14px; border: 0; background: none; color: inherit;
  font: inherit; text-align: left; cursor: pointer; }
.pufa-review-row > button:focus-visible { outline: 2px solid #2276fc; outline-offset: -2px; }
.pufa-review-words { overflow-wrap: anywhere; white-space: pre-wrap; line-height: 1.75; font-size: 16px; }
.pufa-review-words p { margin: 0 0 .35em; }
.pufa-review-words .heading { font-weight: 700; }
.pufa-review-words .quote { border-left: 3px solid var(--card-border-color); padding-left: .8em; }
.pufa-review-words ins { background: #d3f3dc; color: #0b4f24; text-decoration: underline; text-underline-offset: 3px; }
.pufa-review-words del { background: #fbdcd9; color: #8a1c12; }
.pufa-review-picture { margin: 0; max-width: 480px; }
.pufa-review-picture img { display: block; max-width: 100%; max-height: 360px; border: 1px solid var(--card-border-color); }
.pufa-review-step { border-left: 2px solid var(--card-border-color); padding: 0 0 14px 14px; margin-left: 6px; }
.pufa-review-press { display: flex; flex-wrap: wrap; gap: 8px; }
.pufa-review-fold > summary { cursor: pointer; padding: 8px 0; font-size: 14px; color: var(--card-muted-fg-color); }
@media (max-width: ${narrowWidth}px) {
  .pufa-review .narrow { display: block; }
  .pufa-review .wide { display: none; }
  .pufa-review-body { display: block; overflow-y: auto; }
  .pufa-review[data-reading] .pufa-review-list, .pufa-review[data-reading] .pufa-review-head { display: none; }
  .pufa-review[data-reading] .pufa-review-body { display: flex; overflow: hidden; }
  .pufa-review:not([data-reading]) .pufa-review-pane { display: none; }
  .pufa-review:not([data-reading]) .pufa-review-body { display: flex; overflow: hidden; }
  .pufa-review-list { width: 100%; border-right: 0; }
  .pufa-review button, .pufa-review a[data-ui="Button"],
  .pufa-review-dialog button { min-height: 44px; }
  .pufa-review-row > label { min-width: 44px; min-height: 44px; padding: 12px 0 12px 14px; }
  .pufa-review-press > button { flex: 1 1 auto; }
  .pufa-review-fold > summary { min-height: 44px; box-sizing: border-box; padding: 12px 0; }
}
`
