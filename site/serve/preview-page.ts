/**
 * @file What makes a page a preview: its headers, and its links. Pure.
 *
 * It may stand in a frame of our own Studio and nowhere else; it is kept by nobody and found by no search.
 */

const scripts = /<script\b[^>]*>[\s\S]*?<\/script>/giu
/** Of links to our own pages; files, pictures and other hosts are left as they are. */
const ownLinks = /(<a\b[^>]*?\shref=")(\/(?!\/|preview(?:\/|")|_astro\/|images\/|files\/|studio)[^"]*)"/giu

/** @param headers those that every answer of the site carries */
export function previewHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  const policy = (headers['content-security-policy'] ?? '')
    .replace(/script-src [^;]*/u, "script-src 'none'")
    .replace(/worker-src [^;]*/u, "worker-src 'none'")
    .replace(/form-action [^;]*/u, "form-action 'none'")
    .replace(/frame-ancestors [^;]*/u, "frame-ancestors 'self'")
  return {
    ...headers,
    'content-security-policy': policy,
    'x-frame-options': 'SAMEORIGIN',
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'x-robots-tag': 'noindex, nofollow, noarchive',
    vary: 'cookie',
  }
}

export function asPreview(html: string): string {
  return html
    .replace(scripts, '')
    .replace(ownLinks, '$1/preview$2"')
    .replace('<head>', '<head><meta name="robots" content="noindex">')
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** A page of one heading and one sentence. */
export function noteOf(heading: string, remedy: string): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escaped(heading)}</title>
<link rel="icon" href="data:,">
</head>
<body>
<h1>${escaped(heading)}</h1>
<p>${escaped(remedy)}</p>
</body>
</html>
`
}
