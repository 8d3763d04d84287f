/** @file The film of the form that is open: where it can be played from, and what the form says of it. */
import { useSyncExternalStore } from 'react'
import { useFormValue } from 'sanity'
import { useAssetUrl } from '../asset-url.ts'
import { chosenOf, publishedId, subscribe, type ChosenFilm } from './chosen.ts'
import type { Written } from './facts.ts'

interface FileValue {
  asset?: { _ref?: string }
}

const useFile = (name: string): string | undefined =>
  (useFormValue([name]) as FileValue | undefined)?.asset?._ref

export interface FormFilm {
  /** Of the document, without what names its draft. */
  id: string
  chosen: ChosenFilm | null
  /** Asset ids of the files, of which one is enough for a screen. */
  assets: readonly string[]
  /** Where it plays from, best first; empty while nothing is there. */
  urls: readonly string[]
  written: Written
}

const numberOf = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined)

export function useFilm(): FormFilm {
  const id = publishedId(String(useFormValue(['_id']) ?? ''))
  const mp4 = useFile('mp4')
  const webm = useFile('webm')
  const chosen = useSyncExternalStore(subscribe, () => chosenOf(id))
  const uploaded = useAssetUrl(mp4)
  const backup = useAssetUrl(webm)
  const urls = [chosen?.url ?? uploaded, backup]
  return {
    ...{ id, chosen },
    assets: [mp4, webm].filter((asset) => asset !== undefined),
    urls: urls.filter((url) => url !== null),
    written: {
      seconds: numberOf(useFormValue(['seconds'])),
      width: numberOf(useFormValue(['width'])),
      height: numberOf(useFormValue(['height'])),
    },
  }
}
