/**
 * @file Headers that every answer of the site carries.
 *
 * Pure. Scripts, styles, pictures and sound from our own origin only and none inline, no framing by
 * anybody. Where the lake is hosted elsewhere, its asset host is the one addition, for pictures and sound.
 * Why there is script at all: docs/decisions/0007-script-on-the-phone.md
 */
export function securityHeaders(assetHost: string): Readonly<Record<string, string>> {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    ["img-src 'self' blob:", assetHost].filter(Boolean).join(' '),
    ["media-src 'self'", assetHost].filter(Boolean).join(' '),
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
  return {
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(self), browsing-topics=()',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  }
}
