/** @file The tool's layout as a style sheet; on a phone one column, every press at least 44 px high. */
export const narrowWidth = 760

export const style = `
.pufa-desk { display: flex; flex-direction: column; height: 100%; min-height: 0; }
.pufa-desk .narrow { display: none; }
.pufa-desk-body { flex: 1; min-height: 0; overflow: auto; }
.pufa-desk-line { display: grid; grid-template-columns: 148px minmax(0, 1fr) auto; gap: 4px 16px; align-items: center;
  padding: 12px 16px; }
.pufa-desk-line + .pufa-desk-line { border-top: 1px solid var(--card-border-color); }
.pufa-desk-line[data-urgency="now"] { box-shadow: inset 4px 0 0 #d42f2f; }
.pufa-desk-line[data-urgency="soon"] { box-shadow: inset 4px 0 0 #d69b0b; }
.pufa-desk-line[data-open] { background: var(--card-muted-bg-color, rgba(0, 0, 0, .05)); }
.pufa-desk-open { display: block; width: 100%; padding: 0; border: 0; background: none; color: inherit; font: inherit;
  text-align: left; cursor: pointer; }
.pufa-desk-open:focus-visible, .pufa-desk-fold > summary:focus-visible { outline: 2px solid #2276fc; outline-offset: 3px; }
.pufa-desk-words { overflow-wrap: anywhere; line-height: 1.6; font-size: 14px; margin: 0; }
.pufa-desk-words.quiet { color: var(--card-muted-fg-color); font-size: 13px; }
.pufa-desk-words.strong { font-weight: 600; }
.pufa-desk-presses { display: flex; flex-wrap: wrap; gap: 6px; justify-content: flex-end; }
.pufa-desk-facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(200px, 1fr)); gap: 12px; }
.pufa-desk-two { display: grid; grid-template-columns: minmax(340px, 440px) minmax(0, 1fr); gap: 16px; align-items: start; }
.pufa-desk-two > .side { position: sticky; top: 0; }
.pufa-desk-pair { display: grid; grid-template-columns: 1fr 1fr; gap: 12px; }
.pufa-desk-article { border: 1px solid var(--card-border-color); border-radius: 4px; padding: 10px 12px; }
.pufa-desk-article p { margin: 0 0 6px; line-height: 1.7; font-size: 14px; overflow-wrap: anywhere; }
.pufa-desk-article h4 { margin: 0 0 6px; font-size: 13px; }
.pufa-desk-article ins { background: #d3f3dc; color: #0b4f24; text-decoration: underline; text-underline-offset: 3px; }
.pufa-desk-article del { background: #fbdcd9; color: #8a1c12; }
.pufa-desk-fields { display: grid; grid-template-columns: 130px minmax(0, 1fr); gap: 12px; align-items: start; }
.pufa-desk-frame { width: 100%; height: 520px; border: 1px solid var(--card-border-color); border-radius: 4px; background: #fff; }
.pufa-desk-scroll { overflow: auto; max-height: 70vh; border: 1px solid var(--card-border-color); border-radius: 4px; }
#plan-day label:has(input) { min-height: 28px; }
.pufa-desk-fold > summary { cursor: pointer; padding: 6px 0; font-size: 14px; }
.pufa-desk-matrix { width: 100%; border-collapse: separate; border-spacing: 0; font-size: 13px; }
.pufa-desk-matrix th, .pufa-desk-matrix td { border-right: 1px solid var(--card-border-color);
  border-bottom: 1px solid var(--card-border-color); padding: 0; text-align: center; height: 34px; }
.pufa-desk-matrix thead th { position: sticky; top: 0; background: var(--card-bg-color); padding: 6px 4px; min-width: 54px;
  font-weight: 600; z-index: 1; }
.pufa-desk-matrix tbody th { position: sticky; left: 0; background: var(--card-bg-color); text-align: left; padding: 0 10px;
  font-weight: 500; white-space: nowrap; }
.pufa-desk-matrix thead th:first-child { left: 0; z-index: 2; text-align: left; padding-left: 10px; }
.pufa-desk-matrix button { width: 100%; height: 100%; min-height: 34px; min-width: 50px; border: 0; background: none; color: inherit; font: inherit;
  cursor: pointer; }
.pufa-desk-matrix button:focus-visible { outline: 2px solid #2276fc; outline-offset: -2px; }
.pufa-desk-matrix [data-shade="1"] { background: #e3eefd; color: #12233f; }
.pufa-desk-matrix [data-shade="2"] { background: #b9d5fb; color: #12233f; }
.pufa-desk-matrix [data-shade="3"] { background: #7fb1f5; color: #0a1830; }
.pufa-desk-matrix [data-shade="4"] { background: #2c6fce; color: #fff; }
.pufa-desk-matrix [data-gap] { background: repeating-linear-gradient(45deg, #fff4f2, #fff4f2 5px, #fbdcd9 5px, #fbdcd9 7px);
  color: #8a1c12; }
.pufa-desk-matrix [data-open] { outline: 3px solid #2276fc; outline-offset: -3px; }
.pufa-desk-plan { display: grid; grid-template-columns: 156px minmax(150px, 1.1fr) minmax(180px, 1.6fr) 110px auto; gap: 4px 14px;
  align-items: center; padding: 10px 14px; }
.pufa-desk-plan + .pufa-desk-plan { border-top: 1px solid var(--card-border-color); }
.pufa-desk-plan[data-open] { box-shadow: inset 4px 0 0 #2276fc; }
@media (max-width: ${narrowWidth}px) {
  .pufa-desk .narrow { display: block; }
  .pufa-desk .wide { display: none; }
  .pufa-desk-line { grid-template-columns: minmax(0, 1fr); }
  .pufa-desk-presses { justify-content: flex-start; }
  .pufa-desk-two, .pufa-desk-pair, .pufa-desk-fields { grid-template-columns: minmax(0, 1fr); }
  .pufa-desk-two[data-open] > .list { display: none; }
  .pufa-desk-two > .side { position: static; }
  .pufa-desk-plan { grid-template-columns: minmax(0, 1fr); }
  .pufa-desk button, .pufa-desk a[data-ui="Button"], .pufa-desk label:has(input), .pufa-desk summary,
  #plan-day button, #plan-day label:has(input), #plan-day a[data-ui="Button"], #calendar-window button { min-height: 44px; }
}
`
