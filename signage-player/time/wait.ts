/** @file How the player waits: one function, handed in, so that a test may run a day in a minute. */

/** Runs `then` after so many milliseconds; the function it gives back takes that back. */
export type Wait = (ms: number, then: () => void) => () => void
