/** @file 屏幕值守: the console of whoever watches over the screens. Its page is loaded when it is opened. */
import type { Tool } from 'sanity'
import { route } from 'sanity/router'
import { ScreenIcon } from '../../icons/screens.tsx'
import { whenOpened } from '../opened.tsx'

export const consoleTool: Tool = {
  name: 'console',
  title: '屏幕值守',
  icon: ScreenIcon,
  component: whenOpened('屏幕值守', () => import('./Main.tsx')),
  // A tab, and what is open in it: a reload stays there, and the address may be sent to a colleague.
  router: route.create('/', [route.create('/:tab', [route.create('/:id')])]),
}
