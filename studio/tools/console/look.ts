/** @file What the interface library has no piece for: the tile map, the wall, pictures, bars. Colours are the theme's. */
export const look = `
#console-panel a { color: var(--card-link-fg-color, inherit) }
.console-tiles { display: grid; gap: 6px; }
.console-tile { display: flex; flex-direction: column; gap: 4px; min-width: 0; min-height: 76px; padding: 8px 10px;
  font: inherit; font-size: 13px; line-height: 1.35; text-align: left; cursor: pointer; border-radius: 4px;
  color: inherit; background: var(--card-bg-color); border: 1px solid var(--card-border-color); border-left-width: 5px }
.console-tile b { font-size: 14px; overflow-wrap: anywhere }
.console-tile span { font-size: 12px; white-space: nowrap; overflow: hidden; text-overflow: ellipsis }
.console-tile [data-part="none"] { color: var(--card-muted-fg-color) }
.console-tile[data-tone="online"] { border-left-color: #2e8b57 }
.console-tile[data-tone="offline"] { border-left-color: #d18b00 }
.console-tile[data-tone="alert"] { border-left-color: #cf2a1d }
.console-tile[aria-pressed="true"] { outline: 2px solid var(--card-focus-ring-color, #4e6cff); outline-offset: 1px }
.console-tile:hover { background: var(--card-muted-bg-color, var(--card-bg-color)) }
.console-tile:focus-visible { outline: 2px solid var(--card-focus-ring-color, #4e6cff); outline-offset: 2px }
.console-wall { display: grid; gap: 12px; grid-template-columns: repeat(auto-fill, minmax(min(100%, 260px), 1fr)) }
#console-panel .console-thumb { display: block; color: inherit; text-decoration: none; border-radius: 3px }
.console-thumb:focus-visible { outline: 2px solid var(--card-focus-ring-color, #4e6cff); outline-offset: 2px }
.console-picture { display: flex; align-items: center; justify-content: center; background: #000; color: #aaa;
  border-radius: 3px 3px 0 0; overflow: hidden; font-size: 13px }
.console-picture[data-empty="true"] { background: var(--card-muted-bg-color, #eceef2); color: var(--card-muted-fg-color) }
.console-picture img { width: 100%; height: 100%; object-fit: contain; image-rendering: auto }
.console-map, .console-two { display: grid; gap: 24px; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); align-items: start }
.console-facts { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 8px 16px; margin: 0; font-size: 13px; line-height: 1.5 }
.console-facts dt { color: var(--card-muted-fg-color) }
.console-facts dd { margin: 0; overflow-wrap: anywhere }
.console-bar { height: 14px; border-radius: 7px; background: var(--card-border-color); overflow: hidden }
.console-bar i { display: block; height: 100%; background: #2e8b57; transition: width .3s }
.console-table { width: 100%; border-collapse: collapse; font-size: 13px; line-height: 1.5 }
.console-table th, .console-table td { padding: 7px 10px; text-align: left; border-bottom: 1px solid var(--card-border-color); vertical-align: top }
.console-table th { font-weight: 500; color: var(--card-muted-fg-color); white-space: nowrap }
.console-table .figure { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap }
.console-table tfoot td { font-weight: 600 }
.console-scroll { overflow-x: auto }
#console-panel details > summary { cursor: pointer; font-size: 13px; line-height: 1.6 }
.console-words { border-radius: 4px; padding: 22px 20px; text-align: center; color: #fff; background: #000; font-size: 20px;
  line-height: 1.7; white-space: pre-line; overflow-wrap: anywhere }
.console-words[data-tone="solemn"] { background: #8c1210; color: #ffe9b8 }
.console-words small { display: block; font-size: 15px; opacity: .85 }
.console-picks { display: grid; gap: 8px 16px; grid-template-columns: repeat(auto-fill, minmax(min(100%, 220px), 1fr)) }
.console-pick { display: flex; gap: 8px; align-items: flex-start; font-size: 13px; line-height: 1.5; cursor: pointer }
.console-chart { min-width: 0; overflow: hidden }
.console-chart .uplot { position: relative; width: min-content }
.console-chart .u-wrap { position: relative }
.console-chart .u-over, .console-chart .u-under, .console-chart .u-axis { position: absolute }
.console-chart canvas { display: block; position: relative; width: 100%; height: 100% }
@media (max-width: 900px) { .console-map, .console-two { grid-template-columns: minmax(0, 1fr) } }
@media (max-width: 480px) {
  .console-picture[data-large] { max-height: 210px }
  .console-tile { padding: 6px; min-height: 68px; border-left-width: 4px }
  .console-tile b { font-size: 13px }
  .console-tile span { font-size: 11px }
  .console-table th, .console-table td { padding: 6px }
}
`
