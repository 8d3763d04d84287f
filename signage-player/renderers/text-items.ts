/** @file The kinds that need no asset: each can be drawn the moment it is known. */
import type { ImageItem, Item, VideoItem } from '../../contracts/schedule/items.ts'
import { drawClock } from './clock.ts'
import type { Drawing, Frame, RendererTools } from './drawing.ts'
import { drawHotline } from './hotline.ts'
import { drawSheet } from './sheet.ts'
import { sheetOf } from './sheets.ts'
import { drawSlogan } from './slogan.ts'

export type PictureItem = ImageItem | VideoItem
export type TextItem = Exclude<Item, PictureItem>

export function drawTextItem(item: TextItem, frame: Frame, tools: RendererTools): Drawing {
  switch (item.kind) {
    case 'slogan':
      return drawSlogan(item, frame, tools)
    case 'hotline':
      return drawHotline(item, frame, tools)
    case 'clock':
      return drawClock(item, frame, tools)
    default:
      return drawSheet(sheetOf(item), frame, tools)
  }
}
