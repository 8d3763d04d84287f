/** @file Icon of the lists of words. */
import { printIcon } from './print.tsx'

/** Lines of writing, looked through. */
export const WordIcon = printIcon(
  'words',
  <>
    <path d="M4 5h16M4 10h9M4 15h5M4 20h5" />
    <path d="M12.5 16.5l3 3 5.5 -8" />
  </>,
)
