/**
 * @file What an operator may ask of one player at a distance, and what the player answers.
 *
 * A command changes how a screen is driven, never what it says: words and pictures come in signed
 * manifests alone. Each is answered with `did`; one that the player cannot follow says why.
 */

/** How long brightness, volume and sleep that were ordered by hand last, unless ended before. */
export const overrideLastsMs = 12 * 60 * 60_000
export const identifySeconds = 20
/** Bytes of a screenshot in base64; it must fit into one frame. */
export const screenshotCharactersMax = 56 * 1024

export type Command =
  /** Loads the page anew, with the newest player. */
  | { name: 'reload' }
  /** Shows the screen's own name and number for `identifySeconds`. */
  | { name: 'identify' }
  /** Answered with a picture of the composition itself. */
  | { name: 'screenshot' }
  /** Throws away all stored assets and fetches them again. */
  | { name: 'clear-cache' }
  /** 1–100; `null` goes back to the screen's own settings. */
  | { name: 'brightness'; percent: number | null }
  /** 0–100; `null` goes back to the screen's own settings. */
  | { name: 'volume'; percent: number | null }
  /** Dark, whatever the hours say. */
  | { name: 'sleep' }
  /** Lit, whatever the hours say. */
  | { name: 'wake' }
  /** Ends what brightness, volume, sleep and wake ordered by hand. */
  | { name: 'by-schedule' }

export type CommandName = Command['name']

export const commandNames: readonly CommandName[] = [
  'reload',
  'identify',
  'screenshot',
  'clear-cache',
  'brightness',
  'volume',
  'sleep',
  'wake',
  'by-schedule',
]
