/**
 * @file What the relay lets through, told by its first bytes and not by what the source says of it. Pure.
 *
 * So a source that was taken over, or an address that leads elsewhere, cannot make this origin serve pages
 * or scripts.
 */

/** `sealed`: a segment under AES-128, which shows no sign of what it is. */
export type ResourceKind = 'playlist' | 'segment' | 'sealed' | 'key'

export const bytesMax: Readonly<Record<ResourceKind, number>> = {
  playlist: 1024 * 1024,
  segment: 16 * 1024 * 1024,
  sealed: 16 * 1024 * 1024,
  key: 16,
}

const packetBytes = 188
const syncByte = 0x47
const blockBytes = 16
const boxes = new Set(['ftyp', 'styp', 'sidx', 'moof', 'moov', 'emsg', 'prft', 'mdat'])

function isTransportStream(body: Buffer): boolean {
  return body[0] === syncByte && body.length >= packetBytes && (body[packetBytes] ?? syncByte) === syncByte
}

function isFragment(body: Buffer): boolean {
  return body.length >= 8 && body.readUInt32BE(0) >= 8 && boxes.has(body.toString('latin1', 4, 8))
}

/** @returns the type under which it is served, or `null` where it is not what it is taken for */
export function typeOf(kind: ResourceKind, body: Buffer): string | null {
  switch (kind) {
    case 'playlist':
      return body.toString('utf8', 0, 16).replace('\uFEFF', '').startsWith('#EXTM3U')
        ? 'application/vnd.apple.mpegurl'
        : null
    case 'segment':
      return isTransportStream(body) ? 'video/mp2t' : isFragment(body) ? 'video/mp4' : null
    case 'sealed':
      return body.length > 0 && body.length % blockBytes === 0 ? 'application/octet-stream' : null
    case 'key':
      return body.length === blockBytes ? 'application/octet-stream' : null
  }
}
