/** @file 审核: who has to look at what before the public sees it, read and decided at a desk or on a phone. */
import { CheckmarkCircleIcon } from '@sanity/icons/CheckmarkCircle'
import type { Tool } from 'sanity'
import { route } from 'sanity/router'
import { whenOpened } from '../opened.tsx'
import { toolName } from './place.ts'

/** `/review/<list>/<content>/sheet`: each list, content and sheet has an address of its own. */
export const reviewTool: Tool = {
  name: toolName,
  title: '审核',
  icon: CheckmarkCircleIcon,
  component: whenOpened('审核', () => import('./Main.tsx')),
  router: route.create('/', [route.create('/:list', [route.create('/:subject', [route.create('/:view')])])]),
}
