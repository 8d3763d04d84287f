/** @file 编务: what the editors' desk has to do today, and for the year. Its code is fetched when it is opened. */
import { ClipboardIcon } from '@sanity/icons/Clipboard'
import type { Tool } from 'sanity'
import { route } from 'sanity/router'
import { whenOpened } from '../opened.tsx'
import { toolName } from './place.ts'

/** `/editorial/<tab>/<what is open in it>` */
export const editorialTool: Tool = {
  name: toolName,
  title: '编务',
  icon: ClipboardIcon,
  component: whenOpened('编务', () => import('./Main.tsx')),
  router: route.create('/', [route.create('/:tab', [route.create('/:open')])]),
}
