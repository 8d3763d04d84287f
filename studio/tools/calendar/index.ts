/** @file 排期日历: what plays when, drawn and moved. Its code is fetched when it is opened. */
import type { Tool } from 'sanity'
import { ScheduleIcon } from '../../icons/screens.tsx'
import { CalendarTool } from './Tool.tsx'

export const calendarTool: Tool = {
  name: 'calendar',
  title: '排期日历',
  icon: ScheduleIcon,
  component: CalendarTool,
}
