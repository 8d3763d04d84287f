/** @file The browser's clock: the one place where the Studio's pages read the time. */
import type { Clock } from '../contracts/part.ts'

export const browserClock: Clock = { now: () => Date.now() }
