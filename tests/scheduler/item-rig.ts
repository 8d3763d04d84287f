/** @file One document compiled as a playlist of its own, with what its references lead to around it. */
import type { SignageDocument } from '../../scheduler/compile/documents.ts'
import { Reading } from '../../scheduler/compile/documents.ts'
import {
  compileItems,
  type CompiledItem,
  type ItemContext,
  type RenditionRequest,
} from '../../scheduler/compile/items.ts'
import { file, image, law, lawyer, mapOf, settings, shows, village } from './samples.ts'

const assets = [
  image('image-1'),
  image('image-poster'),
  file('file-mp4', 'video/mp4'),
  file('file-webm', 'video/webm'),
]
const around = [
  ...assets,
  village('village-1', '清风村'),
  lawyer('lawyer-1', '王律师'),
  law('law-labour', '劳动法'),
]

export interface Asked extends CompiledItem {
  renditions: RenditionRequest[]
}

/**
 * The first item that a playlist of this one document gives, and the renditions that were asked for.
 * @param missing assets whose rendition has not been made yet
 */
export function compile(
  document: SignageDocument,
  missing: readonly string[] = [],
  more: Partial<ItemContext> = {},
): Asked | null {
  const renditions: RenditionRequest[] = []
  const context: ItemContext = {
    read: new Reading(mapOf([...around, document])),
    settings: settings(),
    origin: 'https://pufa.test',
    size: { width: 192, height: 96 },
    characterPx: 16,
    today: '2026-11-22',
    rendition(request) {
      renditions.push(request)
      return missing.includes(request.assetId) ? null : `sha-of-${request.assetId}`
    },
    ...more,
  }
  const [compiled] = compileItems(shows(document._id), 'playlist', context)
  return compiled ? { ...compiled, renditions } : null
}
