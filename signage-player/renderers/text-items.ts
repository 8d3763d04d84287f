/** @file The kinds that need no asset: each can be drawn the moment it is known. */
import type { HotlineItem, ImageItem, Item, SloganItem, VideoItem } from '../../contracts/schedule/items.ts'
import { drawClock } from './clock.ts'
import type { Drawing, Frame, RendererTools } from './drawing.ts'
import { drawHotline } from './hotline.ts'
import { drawSheet } from './sheet.ts'
import { sheetOf } from './sheets.ts'
import { drawSlogan } from './slogan.ts'

export type PictureItem = ImageItem | VideoItem
export type TextItem = Exclude<Item, PictureItem>

/** Lower screens have room for one row of characters. */
const oneRow = 40

function inOneRow({ id, title, text, number }: HotlineItem): SloganItem {
  return { kind: 'slogan', id, title, lines: [text, number], layout: 'auto', tone: 'plain', signature: '' }
}

export function drawTextItem(item: TextItem, frame: Frame, tools: RendererTools): Drawing {
  switch (item.kind) {
    case 'slogan':
      return drawSlogan(item, frame, tools)
    case 'hotline':
      return frame.height < oneRow
        ? drawSlogan(inOneRow(item), frame, tools)
        : drawHotline(item, frame, tools)
    case 'clock':
      return drawClock(item, frame, tools)
    default:
      return drawSheet(sheetOf(item), frame, tools)
  }
}
