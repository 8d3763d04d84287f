/**
 * @file Keeps the search index up to date with the lake, off the path of any request.
 *
 * A change of a searched document starts a rebuild after a short quiet time; readers use the index they
 * have until the next one is ready. The first question waits for the first index. The rebuild gives way
 * to readers between slices.
 */
import { failSite } from '../../contracts/errors/site.ts'
import type { Log } from '../../contracts/part.ts'
import type { Content } from '../content/index.ts'
import type { LakeReader } from '../content/lake.ts'
import { readSearchSources, searchedTypes } from '../content/search-source.ts'
import { traces } from '../content/trace.ts'
import { buildSearchIndexInSlices, type SearchIndex, type SearchResult } from './search-index.ts'
import { soundOfHan } from './sound.ts'
import { keptWords } from './unanswered.ts'

/** The name under which pages that show results depend on the index. */
export const searchIndexType = '~searchIndex'

const quietMs = 250
const firstIndexMsMaxDefault = 5_000
const catchUpMsMaxDefault = 2_000

export interface Search {
  /** @throws PufaError `site.content-unreachable` while there is no index yet */
  find(query: string): Promise<readonly SearchResult[]>
}

export interface LiveSearch extends Search {
  /** Told of every change in the lake; `null` when it is not known what changed. */
  changed(type: string | null): void
  close(): void
}

export interface LiveSearchParts {
  today: () => string
  onRebuilt: () => void
  /** Told the words of a question that found nothing, without any number or name; never the question. */
  onNothing?: (words: string) => void
  /** How long the first question waits for the first index, and any for what was just published. */
  firstIndexMsMax?: number
  catchUpMsMax?: number
  log: Log
}

export function createLiveSearch(
  lake: LakeReader,
  content: Pick<Content, 'topics' | 'laws'>,
  parts: LiveSearchParts,
): LiveSearch {
  const { firstIndexMsMax = firstIndexMsMaxDefault, catchUpMsMax = catchUpMsMaxDefault } = parts
  let index: SearchIndex | null = null
  let building: Promise<void> | null = null
  let changedWhileBuilding = false
  let timer: NodeJS.Timeout | null = null
  let closed = false

  async function build(): Promise<void> {
    const [sources, topics, laws] = await Promise.all([
      readSearchSources(lake),
      content.topics.all(),
      content.laws.list(parts.today()),
    ])
    const searchedLaws = laws.map(({ edition, ...law }) => ({
      ...law,
      articleCount: edition?.articleCount ?? 0,
    }))
    index = await buildSearchIndexInSlices({ sources, topics, laws: searchedLaws }, soundOfHan)
    parts.onRebuilt()
  }

  function rebuild(): Promise<void> {
    if (building) {
      changedWhileBuilding = true
      return building
    }
    building = traces
      .exit(build)
      .catch((error: unknown) => parts.log.warn({ error: String(error) }, '检索索引没有更新'))
      .finally(() => {
        building = null
        if (changedWhileBuilding) schedule()
        changedWhileBuilding = false
      })
    return building
  }

  /** Nobody is told that there is nothing while what was just published is on its way into the index. */
  async function catchUp(): Promise<void> {
    if (timer !== null) {
      clearTimeout(timer)
      timer = null
      await withinTime(rebuild(), catchUpMsMax)
    } else if (building) await withinTime(building, catchUpMsMax)
  }

  function tellOfNothing(query: string): void {
    const words = keptWords(query)
    if (words !== '') parts.onNothing?.(words)
  }

  function schedule(): void {
    if (closed || timer !== null) return
    timer = setTimeout(() => {
      timer = null
      void rebuild()
    }, quietMs)
  }

  return {
    async find(query) {
      const trace = traces.getStore()
      trace?.types.add(searchIndexType)
      if (!index) await withinTime(rebuild(), firstIndexMsMax)
      if (!index) {
        if (trace) trace.unreachable = true
        throw failSite('site.content-unreachable')
      }
      const found = (index as SearchIndex).find(query)
      if (found.length > 0) return found
      await catchUp()
      const foundSince = (index as SearchIndex).find(query)
      if (foundSince.length === 0) tellOfNothing(query)
      return foundSince
    },
    changed(type) {
      if (type === null || searchedTypes.some((searched) => searched === type)) schedule()
    },
    close() {
      closed = true
      if (timer !== null) clearTimeout(timer)
    },
  }
}

async function withinTime(work: Promise<void>, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const timeout = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms)
  })
  await Promise.race([work, timeout])
  clearTimeout(timer)
}
