/** @file The token of whoever signed in at a hosted lake's service, where Sanity's Studio keeps it. */

/** @param kept what stands under `__studio_auth_token_<project>` */
export function tokenIn(kept: string | null): string | null {
  try {
    const { token } = (JSON.parse(kept ?? 'null') ?? {}) as { token?: unknown }
    return typeof token === 'string' && /^[\x21-\x7e]+$/.test(token) ? token : null
  } catch (error) {
    // Somebody else's text under that name is no token.
    if (error instanceof SyntaxError) return null
    throw error
  }
}

export const signedInToken = (projectId: string): string | null =>
  tokenIn(window.localStorage.getItem(`__studio_auth_token_${projectId}`))
