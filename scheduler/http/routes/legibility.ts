/** @file Whether people can read a content, or so many characters, on a screen or on those of a group. */
import { failSignage } from '../../../contracts/errors/signage.ts'
import { neededPx } from '../../../contracts/legibility.ts'
import type { ScreenProfile } from '../../../contracts/manifest.ts'
import { defaultZone } from '../../../contracts/schedule/index.ts'
import { dayText, wallClock } from '../../../contracts/schedule/zone.ts'
import type { CompiledItem } from '../../compile/items.ts'
import { charactersOf, itemOn, verdictOn, type LegibleInput } from '../../compile/legible.ts'
import { pictureSize } from '../../compile/profile.ts'
import { sendJson } from '../answer.ts'
import { operatorOf } from '../operator.ts'
import type { Route, RouteParts } from '../route.ts'

const charactersMax = 10_000

/** @throws PufaError `signage.unknown-screen`, `signage.bad-request` */
function screensOf(query: URLSearchParams, { registry, manifests }: RouteParts): ScreenProfile[] {
  const named = (['screen', 'group', 'county'] as const).filter((name) => query.get(name))
  const [place] = named
  if (named.length !== 1 || !place)
    throw failSignage('signage.bad-request', { reason: 'screen、group、county 要写一个，而且只写一个' })
  const id = query.get(place) ?? ''
  if (place === 'screen' && !manifests.get(id)) throw failSignage('signage.unknown-screen', { screen: id })
  const ids = place === 'screen' ? [id] : registry.within(place === 'group' ? { group: id } : { county: id })
  return ids.flatMap((each) => manifests.get(each)?.head.screen ?? [])
}

/** @throws PufaError `signage.bad-request` */
function askedCharacters(query: URLSearchParams): number | null {
  const text = query.get('characters')
  if ((text === null) === (query.get('item') === null))
    throw failSignage('signage.bad-request', { reason: 'item（内容编号）和 characters（字数）写一个' })
  if (text === null) return null
  const characters = /^\d{1,5}$/u.test(text) ? Number(text) : NaN
  if (!(characters <= charactersMax))
    throw failSignage('signage.bad-request', { reason: `characters 要写 0 到 ${charactersMax} 的整数` })
  return characters
}

export const legibilityRoutes: readonly Route[] = [
  {
    method: 'GET',
    pattern: /^legibility$/,
    async run({ request, response, query }, parts) {
      await operatorOf(request, parts.lake, parts.origin)
      const asked = askedCharacters(query)
      const screens = screensOf(query, parts)
      const id = query.get('item') ?? ''
      const input: LegibleInput = {
        documents: parts.documents(),
        origin: parts.origin,
        today: dayText(wallClock(defaultZone, parts.now()).day),
        film: parts.renditions.film,
        captions: parts.renditions.captions,
      }
      /** Most screens of a group are of few sizes. */
      const made = new Map<string, CompiledItem | null>()
      const itemFor = (screen: ScreenProfile): CompiledItem | null => {
        const { width, height } = pictureSize(screen)
        const key = `${width}x${height} ${verdictOn(screen, 0).sizePx}`
        if (!made.has(key)) made.set(key, itemOn(screen, id, input))
        return made.get(key) ?? null
      }
      let item: { id: string; kind: string; title: string } | null = null
      const verdicts = screens.map((screen) => {
        const compiled = asked === null ? itemFor(screen) : null
        if (asked === null && !compiled) throw failSignage('signage.unknown-item', { item: id })
        if (compiled) item = { id, kind: compiled.item.kind, title: compiled.item.title }
        const characters = asked ?? (compiled ? charactersOf(compiled.item) : 0)
        const { sizePx, fits, seconds, problems } = verdictOn(screen, characters)
        return {
          screen: screen.id,
          title: screen.title,
          characters,
          ...{ sizePx, neededPx: neededPx(screen), fits },
          seconds: compiled?.seconds ?? seconds,
          problems,
        }
      })
      sendJson(response, { item, screens: verdicts })
    },
  },
]
