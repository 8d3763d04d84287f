/**
 * @file A draft as screens would show it, and what is wrong with it: the answer to the Studio's preview.
 *
 * The draft comes with the question and is kept nowhere. Its pictures are made as for a real screen, in the
 * sizes of the signs that are offered and in no others; of its films nothing is made: where a sign's own
 * version is not there yet, the film is shown as it was uploaded.
 */
import type { PreviewAnswer, PreviewAsset, PreviewProblem, PreviewShow } from '../../contracts/preview.ts'
import { failSignage } from '../../contracts/errors/signage.ts'
import type { ScreenProfile } from '../../contracts/manifest.ts'
import type { Instant } from '../../contracts/part.ts'
import { localInstant } from '../../contracts/schedule/zone.ts'
import type { RenditionStore } from '../assets/renditions.ts'
import type { SignageDocument } from '../compile/documents.ts'
import type { RenditionRequest } from '../compile/renditions.ts'
import { draftOf, type Draft } from './draft.ts'
import { fontFor, type PreviewFonts } from './font.ts'
import { contextOf, linesOn, zoneOf, type ItemWorld, type Line } from './items.ts'
import { judge } from './judge.ts'
import { signNamed, signsOf, type Sign } from './signs.ts'

export interface PreviewParts {
  now(): Instant
  origin: string
  documents(): ReadonlyMap<string, SignageDocument>
  profiles(): readonly ScreenProfile[]
  /** A screen's font and other assets, by hash. */
  renditions: Pick<RenditionStore, 'find' | 'made' | 'film' | 'captions'>
  liveStopped(id: string): boolean
  /** `null`: signs write with the fonts that their boxes have. */
  fonts: PreviewFonts | null
  /** Where players fetch assets. */
  assetPath: string
  /** Uploaded files can be had on this origin. */
  filesHere: boolean
}

type LinesOf = (sign: Sign) => readonly Line[]

const worldOf = (parts: PreviewParts, rendition: ItemWorld['rendition']): ItemWorld => ({
  ...{ origin: parts.origin, now: parts.now(), rendition },
  film: (assetId) => parts.renditions.film(assetId),
  captions: (file) => parts.renditions.captions(file),
  liveStopped: parts.liveStopped,
})

/** Lines as they are judged: only words and times count, and nothing is made for them. */
function judgedLines(draft: Draft, parts: PreviewParts): LinesOf {
  const world = worldOf(parts, ({ assetId }) => assetId)
  return (sign) => linesOn(sign.profile, draft, contextOf(sign.profile, draft, world))
}

function assetsFor(parts: PreviewParts) {
  const assets = new Map<string, PreviewAsset>()
  const seen = { making: 0, filmAsIs: false }
  const keep = (asset: string, url: string): string => {
    assets.set(asset, { asset, url })
    return asset
  }
  const rendition = (request: RenditionRequest): string | null => {
    const isFilm = request.as === 'film'
    const found = isFilm ? parts.renditions.made(request) : parts.renditions.find(request)
    if (found) return keep(found.sha256, found.url)
    if (isFilm && parts.filesHere) {
      seen.filmAsIs = true
      return keep(request.assetId, `/${request.path}`)
    }
    if (request.as === 'picture') seen.making++
    return null
  }
  return { assets, seen, keep, rendition }
}

/** The broadcast itself has nothing to show until it is on; its cards have. */
function isShowable({ item }: Line, zone: string, now: Instant): boolean {
  if (item.kind !== 'live' || item.id.includes(':')) return true
  const [begins, ends] = [localInstant(zone, item.begins), localInstant(zone, item.ends)]
  return begins !== null && ends !== null && begins <= now && now < ends
}

function showOn(sign: Sign, draft: Draft, parts: PreviewParts): PreviewShow {
  const { profile } = sign
  const zone = zoneOf(profile)
  const { assets, seen, keep, rendition } = assetsFor(parts)
  const lines = linesOn(profile, draft, contextOf(profile, draft, worldOf(parts, rendition)))
  const items = lines
    .filter((line) => isShowable(line, zone, parts.now()))
    .map(({ key, item, seconds, asked }) => ({
      key,
      item,
      seconds: Math.max(1, Math.round(asked ?? seconds)),
    }))
  const worn = fontFor(profile, items, parts.fonts)
  if (worn) keep(worn.font.asset, worn.asset?.url ?? parts.assetPath + worn.font.asset)
  return {
    screen: { ...profile, ...(worn ? { font: worn.font } : {}) },
    ...{ zone, items, assets: [...assets.values()], filmAsIs: seen.filmAsIs },
    making: seen.making + (worn?.making ? 1 : 0),
  }
}

/** What is not shown although all its words are there. */
function absences({ document, documents }: Draft, lines: readonly Line[], sign: Sign, now: Instant) {
  const say = (text: string): PreviewProblem => ({ kind: 'absent', text, screens: [], count: 0 })
  const ends = 'validUntil' in document ? document.validUntil : undefined
  const over = ends ? localInstant(zoneOf(sign.profile), ends) : null
  if (over !== null && over <= now)
    return [say('有效期已经过了，屏幕上不会播。还要播的话，请把“失效时间”改成以后的时间。')]
  if (document._type !== 'playlist') return []
  const dark = (document.items ?? []).flatMap((entry, index) => {
    const content = entry._type === 'contentItem' ? entry.content?._ref : undefined
    return content && !documents.has(content) ? [index + 1] : []
  })
  if (dark.length > 0)
    return [say(`第 ${dark.join('、')} 条的内容还没有发布，屏幕会跳过。请先发布那些内容。`)]
  return lines.length > 0 ? [] : [say('播放单里没有一条能播的内容。请往里面加已发布的内容。')]
}

/**
 * @param sent `document` as it is on the desk; `sign`: the key of a sign, or the id of any
 *   screen, to show it on, left out: the first;
 *   `show`: false: it is judged only
 * @param county whose screens are looked at; `null`: all
 * @throws PufaError `signage.bad-request`, `signage.unknown-screen`
 */
export function previewOf(
  sent: { document: unknown; sign?: string | undefined; show?: boolean | undefined },
  county: string | null,
  parts: PreviewParts,
): PreviewAnswer {
  const draft = draftOf(sent.document, parts.documents())
  const profiles = parts.profiles()
  const signs = signsOf(profiles, county)
  const sign = sent.sign === undefined ? signs[0] : signNamed(sent.sign, signs, profiles, county)
  if (!sign) throw failSignage('signage.unknown-screen', { screen: sent.sign })
  const linesFor = judgedLines(draft, parts)
  try {
    const absent = draft.readable ? absences(draft, linesFor(sign), sign, parts.now()) : []
    return {
      signs: signs.map(({ profile: _profile, ...each }) => each),
      problems: [...absent, ...judge(draft, signs, linesFor)],
      missing: draft.missing,
      show: sent.show === false ? null : showOn(sign, draft, parts),
    }
  } catch (error) {
    throw failSignage('signage.bad-request', { reason: '这份内容里有写错的地方，排不出画面' }, error)
  }
}
