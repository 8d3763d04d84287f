/** @file The views in which a reader's tool is looked at: all in the long form, else the strictest. */
import { long } from './long.ts'

export const views = [
  { name: 'on a phone', viewport: { width: 390, height: 844 }, largeText: false },
  { name: 'on a narrow phone in large text', viewport: { width: 360, height: 780 }, largeText: true },
  { name: 'on a desk', viewport: { width: 1440, height: 900 }, largeText: false },
].filter(({ largeText }) => long || largeText)
