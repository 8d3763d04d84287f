/**
 * @file Makes one film at a time fit a screen. The film that was last brought in is kept for the next size.
 */
import { copyFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { LakeAccess } from '../../contracts/part.ts'
import type { RenditionRequest } from '../compile/renditions.ts'
import { bring } from './fetching.ts'
import type { FilmFile, FilmTools } from './ffmpeg.ts'
import { readFacts, type FilmFacts } from './film-facts.ts'
import { megabytes, planFilm, renditionBytesMax, sizeOn, sourceBytesMax } from './film-plan.ts'
import { Refused } from './refusals.ts'

const bringWithinMs = 15 * 60_000
/** A rendition that is shorter than its film by more than this was made from a film that breaks off. */
const missingSecondsMax = 1.5
const types: Readonly<Record<FilmFacts['container'], string>> = { mp4: 'video/mp4', webm: 'video/webm' }

export interface FilmMaker {
  /**
   * @param to the file that is written
   * @returns its type, and what the film is
   * @throws Refused
   */
  make(request: RenditionRequest, to: string): Promise<{ type: string; facts: FilmFacts }>
  /** Nothing more is to be made for now: the film that was kept is let go. */
  rest(): Promise<void>
  /** What is being made, and how far it is; `null` while nothing is. */
  progress(): { assetId: string; size: RenditionRequest['size']; percent: number } | null
  close(): void
}

export function filmMaker(folder: string, lake: LakeAccess, tools: FilmTools): FilmMaker {
  const closing = new AbortController()
  let source: { assetId: string; film: FilmFile } | null = null
  let brought = 0
  let at: ReturnType<FilmMaker['progress']> = null

  async function sourceOf({ assetId, path }: RenditionRequest): Promise<FilmFile> {
    if (source?.assetId === assetId) return source.film
    await rest()
    // A name of its own: the one before may still be on its way out.
    const file = join(folder, `film.${++brought}.source.part`)
    try {
      const film = { path: file, facts: await bringFilm(path, file) }
      source = { assetId, film }
      return film
    } catch (error) {
      await rm(file, { force: true })
      throw error
    }
  }

  async function bringFilm(path: string, to: string): Promise<FilmFacts> {
    await bring(lake, to, {
      path,
      bytesMax: sourceBytesMax,
      withinMs: bringWithinMs,
      signal: closing.signal,
    })
    const facts = await readFacts(to).catch((error: unknown) => {
      throw new Refused({ code: 'damaged', found: error instanceof Error ? error.message : String(error) })
    })
    if (!facts) throw new Refused({ code: 'not-a-film' })
    return facts
  }

  async function rest(): Promise<void> {
    const path = source?.film.path
    source = null
    if (path) await rm(path, { force: true })
  }

  /** ffmpeg makes something of a film that breaks off; half a story is not shown. */
  async function checked(from: FilmFile, to: string): Promise<void> {
    const made = await readFacts(to).catch(() => null)
    if (!made?.decodable) throw new Refused({ code: 'codec', found: from.facts.codec ?? '未知' })
    if (made.seconds + missingSecondsMax < Math.min(from.facts.seconds, from.facts.seconds * 0.98))
      throw new Refused({ code: 'damaged', found: `${Math.round(made.seconds)} 秒以后读不出来` })
    if (made.bytes > renditionBytesMax)
      throw new Refused({
        code: 'too-many-bytes',
        found: megabytes(made.bytes),
        limit: megabytes(renditionBytesMax),
      })
  }

  async function makeFilm(request: RenditionRequest, from: FilmFile, to: string): Promise<string> {
    const { size, sound, assetId } = request
    const plan = planFilm(from.facts, { ...size, sound, converter: await tools.available() })
    if (plan.as === 'refused') throw new Refused(plan.refusal)
    if (plan.as === 'it-is') await copyFile(from.path, to)
    else {
      await tools.encode(from, to, plan.encoding, (share) => {
        at = { assetId, size, percent: Math.floor(share * 100) }
      })
      await checked(from, to)
    }
    return types[from.facts.container]
  }

  async function makePoster({ size }: RenditionRequest, from: FilmFile, to: string): Promise<string> {
    if (from.facts.codec === null) throw new Refused({ code: 'no-picture' })
    if (!(await tools.available())) throw new Refused({ code: 'no-converter', found: '封面' })
    await tools.poster(from, to, sizeOn(from.facts, size))
    return 'image/jpeg'
  }

  return {
    async make(request, to) {
      at = { assetId: request.assetId, size: request.size, percent: 0 }
      try {
        const film = await sourceOf(request)
        const type = await (request.as === 'poster' ? makePoster : makeFilm)(request, film, to)
        return { type, facts: film.facts }
      } catch (error) {
        await rm(to, { force: true })
        throw error
      } finally {
        at = null
      }
    },
    rest,
    progress: () => at,
    close() {
      closing.abort()
      tools.close()
    },
  }
}
