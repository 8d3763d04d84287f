/**
 * @file Tells what a file is by its bytes, whatever its name or header says.
 *
 * Pure. Only kinds in this list are stored; anything a browser could run as a page is not among them.
 */
export interface FileKind {
  extension: string
  mimeType: string
  isImage: boolean
}

const kind = (extension: string, mimeType: string, isImage = false): FileKind => ({
  extension,
  mimeType,
  isImage,
})

/** Bytes from the start that are enough to tell. */
export const SNIFFED_BYTES = 4096

const MAGIC: readonly (readonly [offset: number, bytes: string, FileKind])[] = [
  [0, '\xff\xd8\xff', kind('jpg', 'image/jpeg', true)],
  [0, '\x89PNG\r\n\x1a\n', kind('png', 'image/png', true)],
  [0, 'GIF8', kind('gif', 'image/gif', true)],
  [0, '%PDF-', kind('pdf', 'application/pdf')],
  [0, 'OggS', kind('ogg', 'audio/ogg')],
  [0, 'ID3', kind('mp3', 'audio/mpeg')],
  [0, 'fLaC', kind('flac', 'audio/flac')],
  [0, 'wOF2', kind('woff2', 'font/woff2')],
  [0, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', kind('doc', 'application/msword')],
]

const FTYP: Readonly<Record<string, FileKind>> = {
  avif: kind('avif', 'image/avif', true),
  avis: kind('avif', 'image/avif', true),
  'qt  ': kind('mov', 'video/quicktime'),
  'M4A ': kind('m4a', 'audio/mp4'),
}

const OFFICE: Readonly<Record<string, FileKind>> = {
  docx: kind('docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'),
  xlsx: kind('xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'),
  pptx: kind('pptx', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'),
}

const TEXT: Readonly<Record<string, FileKind>> = {
  csv: kind('csv', 'text/csv'),
  json: kind('json', 'application/json'),
  srt: kind('srt', 'text/plain'),
}

/** @param name the name it was uploaded under: it only tells Office files and plain texts apart
 *  @returns null for what is not accepted */
export function sniff(head: Buffer, name: string): FileKind | null {
  const at = (offset: number, length: number) => head.toString('latin1', offset, offset + length)
  const extension = /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? ''
  for (const [offset, bytes, found] of MAGIC) if (at(offset, bytes.length) === bytes) return found
  if (at(0, 4) === 'RIFF') {
    if (at(8, 4) === 'WEBP') return kind('webp', 'image/webp', true)
    return at(8, 4) === 'WAVE' ? kind('wav', 'audio/wav') : null
  }
  if (at(4, 4) === 'ftyp') {
    const brand = at(8, 4)
    const isHeic = /^(heic|heix|mif1|msf1)$/.test(brand) && !at(16, 64).includes('avif')
    return isHeic
      ? null
      : (FTYP[brand] ?? (brand === 'mif1' ? kind('avif', 'image/avif', true) : kind('mp4', 'video/mp4')))
  }
  if (at(0, 4) === '\x1aE\xdf\xa3') return at(0, 64).includes('webm') ? kind('webm', 'video/webm') : null
  const isMpegFrame = head[0] === 0xff && ((head[1] ?? 0) & 0xe6) === 0xe2
  if (isMpegFrame) return kind('mp3', 'audio/mpeg')
  if (at(0, 4) === 'PK\x03\x04') return OFFICE[extension] ?? kind('zip', 'application/zip')
  return sniffText(head, extension)
}

function sniffText(head: Buffer, extension: string): FileKind | null {
  if (head.length === 0 || head.includes(0)) return null
  // The head may end inside a character, so the last three bytes are not judged.
  const text = head.toString('utf8', 0, head.length < SNIFFED_BYTES ? head.length : head.length - 3)
  if (text.slice(0, -1).includes('\ufffd')) return null
  const start = text.replace(/^\ufeff/, '').trimStart()
  if (/^(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*<svg[\s>]/i.test(start))
    return kind('svg', 'image/svg+xml', true)
  if (start.startsWith('WEBVTT')) return kind('vtt', 'text/vtt')
  if (start.startsWith('<')) return null
  return TEXT[extension] ?? kind('txt', 'text/plain')
}
