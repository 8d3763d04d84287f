/**
 * @file Bounds how long work waits for an idle moment of the browser. Loaded before any part of Sanity,
 * which keeps the function that it finds when it loads.
 *
 * Sanity lets every single check of a form wait for an idle moment. Where drawing is slow (an office
 * computer without a graphics card, a busy one) such a moment comes about once a second, and a check has
 * several rounds, so a form knew only after five to ten seconds whether it may be published.
 *
 * Outside a browser the file only exports. It imports nothing, since it is served as it stands.
 */
type Request = (callback: IdleRequestCallback, options?: IdleRequestOptions) => number

/** The part of `window` that is used. Some browsers have no such function; there Sanity does not wait. */
export interface IdleHost {
  requestIdleCallback?: Request
}

/** Short enough not to be felt, long enough to let a key that was pressed be drawn first. */
export const idleWaitMsMax = 50

/** From then on nothing waits longer than the bound for an idle moment; a shorter bound of its own stays. */
export function boundIdleWaits(host: IdleHost): void {
  const real = host.requestIdleCallback
  if (!real) return
  host.requestIdleCallback = (callback, options) =>
    real.call(host, callback, { timeout: Math.min(options?.timeout || idleWaitMsMax, idleWaitMsMax) })
}

if (typeof window !== 'undefined') boundIdleWaits(window)
