/** @file The kinds that every player must have at once: what it falls back on, and what most screens show. */
import type { HotlineItem, SloganItem } from '../../contracts/schedule/items.ts'
import type { Drawing, Frame, RendererTools } from './drawing.ts'
import { drawHotline } from './hotline.ts'
import { drawSlogan } from './slogan.ts'

/** Drawn without an asset and without a chunk. All other kinds: kinds.ts. */
export type PlainItem = SloganItem | HotlineItem

/** Lower screens have room for one row of characters. */
const oneRow = 40

function inOneRow({ id, title, text, number }: HotlineItem): SloganItem {
  return { kind: 'slogan', id, title, lines: [text, number], layout: 'auto', tone: 'plain', signature: '' }
}

export function drawPlainItem(item: PlainItem, frame: Frame, tools: RendererTools): Drawing {
  if (item.kind === 'slogan') return drawSlogan(item, frame, tools)
  return frame.height < oneRow ? drawSlogan(inOneRow(item), frame, tools) : drawHotline(item, frame, tools)
}
