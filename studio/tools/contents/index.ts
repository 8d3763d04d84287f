/** @file 全部内容: every content in one table, found by words, kind, state, county, person and time. */
import { SearchIcon } from '@sanity/icons/Search'
import type { Tool } from 'sanity'
import { route } from 'sanity/router'
import { whenOpened } from '../opened.tsx'
import { contentsToolName } from './name.ts'

export const contentsTool: Tool = {
  name: contentsToolName,
  title: '全部内容',
  icon: SearchIcon,
  component: whenOpened('全部内容', () => import('./Main.tsx')),
  // What is filtered is part of the address: back works, and a link can be passed on.
  router: route.create('/', [route.create('/:filter')]),
}
