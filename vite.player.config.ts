/** @file Builds the player's pages. Its service worker is built after them: signage-player/build.ts. */
import { defineConfig } from 'vite'
import { pagesConfig } from './signage-player/build.ts'

export default defineConfig(pagesConfig('dist/player'))
