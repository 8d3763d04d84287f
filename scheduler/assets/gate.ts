/**
 * @file What could not be given to screens, for operators: which document, on which sizes, why, what to do.
 * Pure. What still reaches a size by another of its files is not named.
 */
import type { Reference, Video } from '../../contracts/documents/index.ts'
import type { ScreenProfile } from '../../contracts/manifest.ts'
import type { SignageDocument } from '../compile/documents.ts'
import { captionFileOf, lacksCaptions } from '../compile/film.ts'
import { pictureSize } from '../compile/profile.ts'
import type { KnownFilm, Renditions } from '../compile/renditions.ts'
import type { RefusedRequest } from './records.ts'
import { refusalWords, type Refusal } from './refusals.ts'

export interface GateEntry {
  document: string
  type: string
  title: string
  /** Of the pictures, without the strip at the foot: `192×96`, in order; those of screens that exist. */
  sizes: readonly string[]
  reason: string
  remedy: string
}

interface Refused extends Pick<Renditions, 'captions'> {
  refused(): readonly RefusedRequest[]
  film(assetId: string): KnownFilm | null
}

type Shown = Extract<SignageDocument, { _type: 'video' | 'signagePicture' | 'mural' }>

const sizeOf = ({ width, height }: { width: number; height: number }): string => `${width}×${height}`

const isShown = (document: SignageDocument): document is Shown =>
  ['video', 'signagePicture', 'mural'].includes(document._type)

/** The files of which one is enough. */
function filesOf(document: Shown): string[] {
  const files: (Reference | undefined)[] =
    document._type === 'video'
      ? [document.mp4.asset, document.webm?.asset]
      : [(document.picture as { asset?: Reference } | undefined)?.asset]
  return files.flatMap((file) => (file ? [file._ref] : []))
}

/** A refusal that says more than another stands for both. */
function refusalsBySize(document: Shown, all: readonly RefusedRequest[]): Map<string, Refusal> {
  const files = filesOf(document)
  const bySize = new Map<string, Map<string, Refusal>>()
  for (const request of all) {
    if (!files.includes(request.asset)) continue
    const size = sizeOf(request)
    const found = bySize.get(size) ?? new Map<string, Refusal>()
    found.set(request.asset, request.refusal)
    bySize.set(size, found)
  }
  const wholly = [...bySize].filter(([, found]) => found.size === files.length)
  return new Map(
    wholly.flatMap(([size, found]) => [...found.values()].slice(0, 1).map((each) => [size, each])),
  )
}

function unheard(
  document: Video,
  screens: readonly ScreenProfile[],
  { film, captions }: Refused,
  documents: ReadonlyMap<string, SignageDocument>,
): Map<string, Refusal> {
  const hasSound = filesOf(document).some((file) => film(file)?.sound)
  const file = captionFileOf(document, (id) => documents.get(id))
  const read = file && (captions?.(file) ?? null)
  // What is being read is refused by nobody yet.
  if (!hasSound || (file && captions && !read) || !lacksCaptions(document, read)) return new Map()
  const heard = screens.filter(({ volumePercent }) => volumePercent > 0)
  return new Map(heard.map((screen) => [sizeOf(pictureSize(screen)), { code: 'no-captions' }]))
}

export function gateOf(
  documents: ReadonlyMap<string, SignageDocument>,
  screens: readonly ScreenProfile[],
  refused: Refused,
): GateEntry[] {
  const all = [...documents.values()]
  const existing = new Set(screens.map((screen) => sizeOf(pictureSize(screen))))
  const requests = refused.refused()
  const entries: GateEntry[] = []
  for (const document of all.filter(isShown)) {
    const found = refusalsBySize(document, requests)
    if (document._type === 'video')
      for (const [size, refusal] of unheard(document, screens, refused, documents))
        if (!found.has(size)) found.set(size, refusal)
    const grouped = new Map<string, GateEntry>()
    for (const [size, refusal] of found) {
      if (!existing.has(size)) continue
      const { reason, remedy } = refusalWords(refusal)
      const entry = grouped.get(reason)
      grouped.set(reason, {
        ...{ document: document._id, type: document._type, title: document.title },
        ...{ sizes: [...(entry?.sizes ?? []), size].sort(), reason, remedy },
      })
    }
    entries.push(...grouped.values())
  }
  return entries.sort((a, b) => (a.document < b.document ? -1 : a.document > b.document ? 1 : 0))
}
