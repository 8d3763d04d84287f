/**
 * @file Where the Studio finds its content, told by `/studio/env.js` when the page opens.
 *
 * One build serves every installation: `apiHost` is null where the lake answers on this origin, and
 * the host of the hosted service else. Outside a browser (schema tools, tests) the embedded lake is meant.
 */
export interface StudioSettings {
  projectId: string
  dataset: string
  /** Without the project's name in front, e.g. `https://api.sanity.io`; null: this origin. */
  apiHost: string | null
  /** Three people approve before anything is public. */
  isReviewed: boolean
}

declare global {
  interface Window {
    PUFA?: Partial<StudioSettings>
  }
}

export const embeddedSettings: StudioSettings = {
  projectId: 'pufa',
  dataset: 'production',
  apiHost: null,
  isReviewed: true,
}

export const inBrowser = typeof window !== 'undefined' && typeof window.fetch === 'function'

export function studioSettings(): StudioSettings {
  const told = inBrowser ? window.PUFA : undefined
  const { projectId, dataset, apiHost, isReviewed } = { ...embeddedSettings, ...told }
  return { projectId, dataset, isReviewed, apiHost: apiHost && withoutProject(apiHost, projectId) }
}

/** Content is hosted, and this origin's own desk judges every step of review. */
export const hasDesk = ({ apiHost, isReviewed }: StudioSettings): boolean => apiHost !== null && isReviewed

/** `https://abc.api.sanity.io` → `https://api.sanity.io` for project `abc`, as the client wants it. */
function withoutProject(apiHost: string, projectId: string): string {
  const { protocol, host } = new URL(apiHost)
  return `${protocol}//${host.startsWith(`${projectId}.`) ? host.slice(projectId.length + 1) : host}`
}

/** Outside a browser nothing is ever asked of it. */
export function pageOrigin(): string {
  return inBrowser ? window.location.origin : 'http://localhost'
}
