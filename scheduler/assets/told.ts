/** @file How far a content's files are on every size of screen, for its form. Pure but for the store's answers. */
import type { ScreenProfile } from '../../contracts/manifest.ts'
import type { RenditionSize, RenditionsTold } from '../../contracts/rendition-state.ts'
import { pictureSize } from '../compile/profile.ts'
import type { RenditionState, RenditionStore } from './renditions.ts'
import { refusalWords } from './refusals.ts'

const namesMax = 3

interface Place {
  width: number
  height: number
  /** Whether some of these screens let films be heard, and some do not: each is another rendition. */
  sounds: Set<boolean>
  names: string[]
}

function placesOf(screens: readonly ScreenProfile[]): Place[] {
  const bySize = new Map<string, Place>()
  for (const screen of screens) {
    const { width, height } = pictureSize(screen)
    const key = `${width}x${height}`
    const place = bySize.get(key) ?? { width, height, sounds: new Set(), names: [] }
    place.sounds.add(screen.volumePercent > 0)
    place.names.push(screen.title)
    bySize.set(key, place)
  }
  return [...bySize.values()].sort((a, b) => b.width * b.height - a.width * a.height)
}

type Told = Pick<RenditionSize, 'state' | 'percent' | 'before' | 'reason' | 'remedy'>
const plain: Told = { state: 'unasked', percent: null, before: null, reason: null, remedy: null }

function wordsOf(state: RenditionState): Told {
  if (state.state === 'ready') return { ...plain, state: 'ready' }
  if (state.state === 'refused') return { ...plain, state: 'refused', ...refusalWords(state.refusal) }
  return state.place === 0
    ? { ...plain, state: 'making', percent: state.percent }
    : { ...plain, state: 'waiting', before: state.place - 1 }
}

/** Of files of which one is enough: the best; of renditions that are all wanted: the worst. */
const order: readonly Told['state'][] = ['ready', 'making', 'waiting', 'refused', 'unasked']
const ranked = (all: readonly Told[]): Told[] =>
  [...all].sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state))

function ofFile(store: Store, assetId: string, as: 'film' | 'picture', place: Place): Told {
  const size = { width: place.width, height: place.height }
  const silent = as === 'picture' || store.film(assetId)?.sound === false
  const wanted = silent ? [...new Set([false, ...place.sounds])] : [...place.sounds]
  const states = wanted.flatMap((sound) => store.stateOf({ assetId, size, as, sound }) ?? [])
  const [best] = ranked(states.map(wordsOf))
  // A film without sound is made once, whoever asks for it; of another, both kinds are wanted.
  return (silent ? best : ranked(states.map(wordsOf)).at(-1)) ?? plain
}

type Store = Pick<RenditionStore, 'stateOf' | 'film'>

/** @param assets files of which one is enough */
export function renditionsTold(
  assets: readonly string[],
  as: 'film' | 'picture',
  screens: readonly ScreenProfile[],
  store: Store,
): RenditionsTold {
  const film = assets.map((asset) => store.film(asset)).find((facts) => facts !== null) ?? null
  return {
    sizes: placesOf(screens).map((place) => {
      const [best = plain] = ranked(assets.map((asset) => ofFile(store, asset, as, place)))
      const { width, height, names } = place
      return { width, height, screens: names.length, names: names.slice(0, namesMax), ...best }
    }),
    film: film && { seconds: film.seconds, sound: film.sound },
  }
}
