/** @file The table's layout: columns at a desk, a card a row on a phone. */
export const look = `
.pufa-contents { height: 100%; overflow: auto; }
.pufa-contents-inner { max-width: 1320px; margin: 0 auto; padding: 20px 20px 120px; }
.pufa-contents-bar { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; }
.pufa-contents-bar > .words { flex: 1 1 240px; }
.pufa-contents-bar > .choice { flex: 0 1 150px; min-width: 118px; }
.pufa-contents table { width: 100%; border-collapse: collapse; font-size: 14px; line-height: 1.5; }
.pufa-contents thead th { padding: 8px 10px; text-align: left; font-weight: 500; white-space: nowrap;
  color: var(--card-muted-fg-color); border-bottom: 1px solid var(--card-border-color); }
.pufa-contents tbody td, .pufa-contents tbody th { padding: 6px 10px; text-align: left; font-weight: 400;
  border-bottom: 1px solid var(--card-border-color); vertical-align: middle; }
.pufa-contents tbody tr:hover, .pufa-contents tbody tr[data-picked] {
  background: var(--card-muted-bg-color, rgba(0, 0, 0, .04)); }
.pufa-contents tbody tr[data-picked] { box-shadow: inset 3px 0 0 #2276fc; }
.pufa-contents tbody th a { color: inherit; text-decoration: none; font-weight: 500; overflow-wrap: anywhere;
  display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; }
.pufa-contents tbody th a:hover { text-decoration: underline; }
.pufa-contents tbody th a:focus-visible { outline: 2px solid #2276fc; outline-offset: 2px; }
.pufa-contents .kind, .pufa-contents .county, .pufa-contents .changed, .pufa-contents .state { white-space: nowrap; }
.pufa-contents .pick { width: 1%; } .pufa-contents .open { width: 1%; }
.pufa-contents .pick label { display: flex; align-items: center; justify-content: center; min-width: 28px; min-height: 28px;
  cursor: pointer; }
.pufa-contents [data-tone] { font-weight: 500; }
.pufa-contents [data-tone="positive"] { color: #0b6b2e; } .pufa-contents [data-tone="caution"] { color: #8a5300; }
.pufa-contents [data-tone="critical"] { color: #b3261e; } .pufa-contents [data-tone="primary"] { color: #1a56c4; }
.pufa-contents table[data-busy] tbody { opacity: .55; }
.pufa-contents-chips { display: flex; flex-wrap: wrap; gap: 6px; align-items: center; }
.pufa-contents-chips a { display: inline-flex; align-items: center; max-width: 220px; padding: 5px 10px; border-radius: 999px;
  border: 1px solid var(--card-border-color); color: inherit; font-size: 13px; text-decoration: none; }
.pufa-contents-chips a span { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.pufa-contents-chips a:hover { background: var(--card-muted-bg-color, rgba(0, 0, 0, .04)); }
.pufa-contents-chips a:focus-visible { outline: 2px solid #2276fc; outline-offset: 1px; }
.pufa-contents-bulk { position: sticky; bottom: 0; z-index: 2; margin-top: 12px; }
@media (max-width: 760px) {
  .pufa-contents-inner { padding: 14px 12px 90px; }
  .pufa-contents-bar > .choice { flex: 1 1 45%; }
  .pufa-contents thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .pufa-contents table, .pufa-contents tbody { display: block; }
  .pufa-contents tbody tr { display: grid; grid-template-columns: 48px 1fr auto; gap: 2px 8px; padding: 10px 0;
    border-bottom: 1px solid var(--card-border-color); }
  .pufa-contents tbody td, .pufa-contents tbody th { border: 0; padding: 0; }
  .pufa-contents .pick { grid-row: 1 / span 3; width: auto; } .pufa-contents .pick label { min-height: 44px; }
  .pufa-contents tbody th { grid-column: 2 / span 2; font-size: 16px; }
  .pufa-contents .open { display: none; }
  .pufa-contents .kind { grid-area: 2 / 2; color: var(--card-muted-fg-color); }
  .pufa-contents .county { grid-area: 2 / 3; color: var(--card-muted-fg-color); text-align: right; }
  .pufa-contents .state { grid-area: 3 / 2; } .pufa-contents .changed { grid-area: 3 / 3; text-align: right; }
  .pufa-contents tbody th a { min-height: 28px; padding: 6px 0; }
  .pufa-contents button, .pufa-contents-chips a { min-height: 44px; }
}
`
