/**
 * @file Headers that every answer of the site carries.
 *
 * Pure. No script at all, styles and pictures from our own origin only, no framing by anybody. Where the
 * lake is hosted elsewhere, its picture host is the one addition.
 */
export function securityHeaders(imageHost: string): Readonly<Record<string, string>> {
  const policy = [
    "default-src 'none'",
    "style-src 'self'",
    ["img-src 'self'", imageHost].filter(Boolean).join(' '),
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
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), browsing-topics=()',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  }
}
