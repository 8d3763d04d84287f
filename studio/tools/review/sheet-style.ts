/**
 * @file The sheet as paper: black on white, A4, on the screen as it will be printed.
 *
 * It stands beside the Studio's own frame in the page; in print everything else is left out.
 */
export const sheetStyle = `
.pufa-sheet { position: fixed; inset: 0; z-index: 1000000; overflow: auto; background: #777; color: #000;
  font-family: "Songti SC", "Noto Serif CJK SC", SimSun, serif; }
.pufa-sheet-bar { position: sticky; top: 0; display: flex; gap: 12px; justify-content: flex-end; padding: 10px 16px;
  background: #fff; border-bottom: 1px solid #ccc; }
.pufa-sheet-bar button { min-height: 44px; padding: 0 20px; border: 1px solid #333; border-radius: 4px; background: #fff;
  color: #000; font: 16px sans-serif; cursor: pointer; }
.pufa-sheet-bar button.main { background: #0b57d0; border-color: #0b57d0; color: #fff; }
.pufa-sheet-bar button:focus-visible { outline: 3px solid #f5a623; }
.pufa-sheet-paper { box-sizing: border-box; width: 210mm; max-width: 100%; margin: 16px auto; padding: 18mm 18mm 20mm;
  background: #fff; font-size: 11pt; line-height: 1.6; }
.pufa-sheet h1 { margin: 0; font-size: 20pt; text-align: center; letter-spacing: .3em; text-indent: .3em; }
.pufa-sheet .bureau { margin: 0 0 4mm; font-size: 13pt; text-align: center; }
.pufa-sheet h2 { margin: 6mm 0 2mm; font-size: 12pt; break-after: avoid; }
.pufa-sheet table { width: 100%; border-collapse: collapse; }
.pufa-sheet th, .pufa-sheet td { border: 1px solid #000; padding: 1.5mm 2mm; text-align: left; vertical-align: top;
  font-weight: 400; overflow-wrap: anywhere; }
.pufa-sheet th { white-space: nowrap; font-weight: 700; }
.pufa-sheet tr { break-inside: avoid; }
.pufa-sheet thead { display: table-header-group; }
.pufa-sheet .subject { margin-top: 5mm; }
.pufa-sheet .text { border: 1px solid #000; padding: 3mm 4mm; }
.pufa-sheet .text h3 { margin: 0; font-size: 10pt; break-after: avoid; }
.pufa-sheet .text section + section { margin-top: 3mm; }
.pufa-sheet .text p { margin: 0; overflow-wrap: anywhere; }
.pufa-sheet .text p.heading { font-weight: 700; }
.pufa-sheet .text img { display: block; max-width: 70mm; max-height: 60mm; margin: 2mm 0; }
.pufa-sheet-facts th { width: 6em; } .pufa-sheet-facts td { width: 30%; }
.pufa-sheet-steps td:nth-child(1), .pufa-sheet-steps td:nth-child(4) { white-space: nowrap; width: 1%; }
.pufa-sheet-steps td:nth-child(2) { width: 24%; }
@media screen and (max-width: 800px) { .pufa-sheet-paper { margin: 0 auto; padding: 16px; }
  .pufa-sheet-facts tr { display: grid; grid-template-columns: 6.5em 1fr; }
  .pufa-sheet-facts th, .pufa-sheet-facts td { width: auto; }
  .pufa-sheet-facts th { border-right: 0; } .pufa-sheet-facts tr + tr > * { border-top: 0; }
  .pufa-sheet-facts tr > * ~ td ~ * { border-top: 0; }
  .pufa-sheet-steps thead { display: none; }
  .pufa-sheet-steps tr { display: block; border: 1px solid #000; margin-bottom: 6px; }
  .pufa-sheet-steps td { display: block; width: auto !important; border: 0; padding: 2px 8px; } }
@media print {
  @page { size: A4; margin: 18mm 18mm 20mm;
    @bottom-center { content: "第 " counter(page) " 页，共 " counter(pages) " 页"; font: 9pt SimSun, serif; } }
  html, body { height: auto !important; overflow: visible !important; background: #fff !important; }
  body > *:not(.pufa-sheet, :has(> .pufa-sheet)) { display: none !important; }
  .pufa-sheet { position: static; overflow: visible; background: #fff; }
  .pufa-sheet-bar { display: none; }
  .pufa-sheet-paper { width: auto; margin: 0; padding: 0 1px; }
}
`
