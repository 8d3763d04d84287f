/** @file Names that the page and its service worker must agree on. */

/** Content-addressed, so all players of one browser share it. */
export const assetCacheName = 'pufa-assets'
export const assetPrefix = '/player/asset/'
/** Beside the assets each player leaves the list of those that it needs. */
export const listPrefix = '/player/asset-list/'
export const shellCachePrefix = 'pufa-shell-'

export function assetPath(sha256: string): string {
  return `${assetPrefix}${sha256}`
}

export function listPath(slot: string): string {
  return `${listPrefix}${encodeURIComponent(slot)}`
}
