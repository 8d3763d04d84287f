/**
 * @file Writes a source's playlist anew, so that every address in it is a name on this origin.
 *
 * Pure. A name is the hash of what it stands for: it tells nothing of the source's address or of tokens in
 * it, and only what a playlist named can be asked for. A range of bytes is a resource of its own. Of a
 * long list only its end is passed on: screens join at the live edge.
 */
import { createHash } from 'node:crypto'
import type { ResourceKind } from './content.ts'
import type { MasterPlaylist, MediaPlaylist, Piece, Segment } from './playlist.ts'

export interface Resource extends Piece {
  kind: ResourceKind
}

export interface Rewritten {
  text: string
  /** What stands behind each name in the text. */
  resources: ReadonlyMap<string, Resource>
}

const segmentsKept = 24
const endings: Readonly<Record<ResourceKind, string>> = {
  playlist: 'm3u8',
  segment: 'seg',
  sealed: 'seg',
  key: 'key',
}

class Names {
  readonly resources = new Map<string, Resource>()

  of(piece: Piece, kind: ResourceKind): string {
    const { url, range } = piece
    const hash = createHash('sha256')
      .update(JSON.stringify([url, range, kind]))
      .digest('hex')
    const name = `${hash.slice(0, 32)}.${endings[kind]}`
    this.resources.set(name, { url, range, kind })
    return name
  }
}

function masterText({ variants }: MasterPlaylist, names: Names): string[] {
  return variants.flatMap(({ url, attributes }) => [
    `#EXT-X-STREAM-INF:${attributes}`,
    names.of({ url, range: null }, 'playlist'),
  ])
}

function keyText({ key }: Segment, names: Names): string {
  if (!key) return '#EXT-X-KEY:METHOD=NONE'
  const uri = names.of({ url: key.url, range: null }, 'key')
  return `#EXT-X-KEY:METHOD=AES-128,URI="${uri}"${key.iv ? `,IV=${key.iv}` : ''}`
}

const kindOf = ({ key }: Segment): ResourceKind => (key ? 'sealed' : 'segment')

function segmentText(segment: Segment, before: Segment | undefined, names: Names): string[] {
  const { seconds, discontinuity, gap, dateTime, key, map } = segment
  return [
    ...(discontinuity ? ['#EXT-X-DISCONTINUITY'] : []),
    ...(key !== (before?.key ?? null) ? [keyText(segment, names)] : []),
    ...(map && map !== before?.map ? [`#EXT-X-MAP:URI="${names.of(map, kindOf(segment))}"`] : []),
    ...(dateTime ? [`#EXT-X-PROGRAM-DATE-TIME:${dateTime}`] : []),
    ...(gap ? ['#EXT-X-GAP'] : []),
    `#EXTINF:${seconds},`,
    names.of(segment, kindOf(segment)),
  ]
}

function mediaText(playlist: MediaPlaylist, names: Names): string[] {
  const { segments, sequence, discontinuitySequence, targetSeconds, independent, ended } = playlist
  const dropped = segments.slice(0, Math.max(0, segments.length - segmentsKept))
  const kept = segments.slice(dropped.length)
  const passed = dropped.filter(({ discontinuity }) => discontinuity).length
  return [
    `#EXT-X-TARGETDURATION:${targetSeconds}`,
    `#EXT-X-MEDIA-SEQUENCE:${sequence + dropped.length}`,
    `#EXT-X-DISCONTINUITY-SEQUENCE:${discontinuitySequence + passed}`,
    ...(independent ? ['#EXT-X-INDEPENDENT-SEGMENTS'] : []),
    ...kept.flatMap((segment, index) => segmentText(segment, kept[index - 1], names)),
    ...(ended ? ['#EXT-X-ENDLIST'] : []),
  ]
}

export function rewritten(playlist: MediaPlaylist | MasterPlaylist): Rewritten {
  const names = new Names()
  const lines = playlist.type === 'master' ? masterText(playlist, names) : mediaText(playlist, names)
  return { text: ['#EXTM3U', '#EXT-X-VERSION:7', ...lines, ''].join('\n'), resources: names.resources }
}
