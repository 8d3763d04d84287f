/** @file 排期日历: what plays when, drawn and moved. Its code is fetched when it is opened. */
import type { Tool } from 'sanity'
import { route } from 'sanity/router'
import { ScheduleIcon } from '../../icons/screens.tsx'
import { whenOpened } from '../opened.tsx'

export const calendarTool: Tool = {
  name: 'calendar',
  title: '排期日历',
  icon: ScheduleIcon,
  component: whenOpened('排期日历', () => import('./Main.tsx')),
  // Where it stands: a reload, a link and the way back lead there.
  router: route.create('/', [route.create('/:scope', [route.create('/:span/:day')])]),
}
