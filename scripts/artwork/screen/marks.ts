/**
 * @file The small marks: board icons in one colour, the emblem and the favicon.
 *
 * Icons are 48 units square, one weight of contour, coloured by the text around them (`currentColor`).
 * The emblem is the xiezhi, the one-horned beast that knows right from wrong, cut as a seal: its horn is
 * the post of a balance and its curled brows the beam. It is invented and stands for no state emblem.
 */

/** The icon names and what is drawn inside each. */
export const icons = {
  search:
    '<circle cx="20" cy="20" r="13"/><path d="M30 30L42 42" stroke-width="6"/><path d="M13 20a7 7 ' +
    '0 0 1 7-7" stroke-width="2.6"/>',
  phone:
    '<path d="M9 7c4-3 8-2 9 2l2 7c1 3-2 5-4 6c2 5 5 8 10 10c1-2 3-5 6-4l7 2c4 1 5 5 2 9c-4 5-12 ' +
    '5-21-1C11 32 5 23 5 15c0-4 2-6 4-8Z" fill="currentColor"/><path d="M28 6c8 1 13 6 14 14M28 14' +
    'c3 1 6 3 6 6"/>',
  lawyer:
    '<circle cx="24" cy="14" r="9"/><path d="M15 12c2-7 16-7 18 0c-6-3-12-3-18 0Z" ' +
    'fill="currentColor"/><path d="M6 44c0-12 8-18 18-18s18 6 18 18Z"/><path d="M24 30l-5-4h10Zm0 0' +
    'l-3 5l3 9l3-9Z" fill="currentColor"/>',
  question:
    '<path d="M6 8h36v26H26l-10 9v-9H6Z"/><path d="M19 17c0-7 11-6 10 0c-1 4-5 3-5 7"/><circle ' +
    'cx="24" cy="29" r="1.4" fill="currentColor"/>',
  mural:
    '<path d="M4 8h40v26H4Z"/><path d="M4 40h40M12 34v6M24 34v6M36 34v6"/><path d="M9 29l9-12l7 8' +
    'l5-5l9 9Z" fill="currentColor"/><circle cx="34" cy="15" r="3"/>',
  law:
    '<path d="M24 6v34M14 42h20M7 12c11-4 23-4 34 0"/><path d="M10 13L4 28h12ZM38 13l-6 15h12Z"/>' +
    '<path d="M3 28c2 6 12 6 14 0ZM31 28c2 6 12 6 14 0Z" fill="currentColor"/>',
  screen:
    '<path d="M3 7h42v27H3Z"/><path d="M24 34v9M14 43h20"/><path d="M10 14h18v6H10Z" ' +
    'fill="currentColor"/><path d="M10 26h28"/>',
  village:
    '<path d="M3 20C9 18 13 12 15 7h18c2 5 6 11 12 13Z" fill="currentColor"/><path d="M8 21v21h32' +
    'V21"/><path d="M19 42V29h10v13M24 29v13"/>',
} as const

/** One icon as a file. */
export const iconFile = (inside: string): string =>
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48" fill="none" stroke="currentColor" ' +
  `stroke-width="3.4" stroke-linecap="round" stroke-linejoin="round">${inside}</svg>\n`

const both = (d: string): string => `<path d="${d}"/><path d="${d}" transform="matrix(-1 0 0 1 64 0)"/>`

/** The beast's face in two colours, on a 64-unit square: horn for post, brows for beam, eyes for pans. */
export const beast = (light: string, dark: string): string =>
  `<path d="M32 2C35.5 9 37.5 16 38 24h-12C26.5 16 28.5 9 32 2Z" fill="${light}"/>` +
  `<path d="M28 17q4 2.5 8 0M29 11.5q3 2 6 0" fill="none" stroke="${dark}" stroke-width="1.8"/>` +
  `<g fill="none" stroke="${light}" stroke-width="4.2" stroke-linecap="round" stroke-linejoin="round">` +
  both('M32 27C26 22.5 17 22 11 25C5 28 2.5 20 8 17.5C11.5 16 14 19 12 21') +
  both('M8 36C3.5 42 5 52 13 56C9.5 51 9.5 46 12 43.5') +
  `</g><g fill="${light}"><path d="M29.5 26h5L36 41.5C40 40.5 44 43.5 43 47.5C42 51 37 50.5 32 52.5` +
  'C27 50.5 22 51 21 47.5C20 43.5 24 40.5 28 41.5Z"/>' +
  both('M11.5 30.5L27.5 33.5C27 40 22 42.5 17.5 41C13 39.5 11 35.5 11.5 30.5Z') +
  both('M32 55.5C27 54 22 54 16.5 56C21 58.5 23 58.5 25.5 58.6L27.5 62.5L29.5 59Q31 59.2 32 59.2Z') +
  `</g><g fill="${dark}"><circle cx="20.5" cy="35.8" r="2.7"/><circle cx="43.5" cy="35.8" r="2.7"/></g>`

/** The emblem: the beast in a cinnabar seal with the double line of a print. */
export const emblem = (): string =>
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 80"><title>普法徽记：獬豸</title><rect x="2" ' +
  'y="2" width="76" height="76" rx="17" fill="#B3261E" stroke="#1F1B16" stroke-width="3"/><rect ' +
  'x="6.5" y="6.5" width="67" height="67" rx="13" fill="none" stroke="#F3CB62" ' +
  `stroke-width="1.6"/><g transform="translate(8 8)">${beast('#FFFDF8', '#1F1B16')}</g></svg>\n`

/** The favicon: the same beast without the lines, for sixteen pixels. */
export const favicon = (): string =>
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" ' +
  `rx="13" fill="#B3261E"/>${beast('#FFFDF8', '#1F1B16')}</svg>\n`
