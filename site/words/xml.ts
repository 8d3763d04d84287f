/** @file Words inside XML. Pure. */

/** Text as XML holds it; control characters that XML has no way to write are left out. */
export function xmlText(text: string): string {
  return text

    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
