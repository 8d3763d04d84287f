/** @file 使用指南: what each person does, step by step with pictures. Its page is loaded when it is opened. */
import { BookIcon } from '@sanity/icons/Book'
import type { Tool } from 'sanity'
import { route } from 'sanity/router'
import { whenOpened } from '../opened.tsx'

export const guidesTool: Tool = {
  name: 'guides',
  title: '使用指南',
  icon: BookIcon,
  component: whenOpened('使用指南', () => import('./Main.tsx')),
  // A guide, and a chapter of it counted from 1: an address may be sent to a colleague.
  router: route.create('/', [route.create('/:guide', [route.create('/:chapter')])]),
}
