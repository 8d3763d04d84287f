/**
 * @file How the public site is built: every page is rendered on the server, nothing is prerendered.
 *
 * Styles and scripts stay in files of their own (the content security policy allows neither inline), sessions are
 * off (the site keeps nothing about a reader), and pages are rendered whole before they are sent, so
 * that a failure in the middle of a page is a clean error page and never half a page with status 200.
 */
import node from '@astrojs/node'
import { defineConfig } from 'astro/config'

export default defineConfig({
  srcDir: './site',
  publicDir: './site/public',
  outDir: './dist/site',
  output: 'server',
  adapter: node({ mode: 'middleware', experimentalDisableStreaming: true }),
  session: false,
  trailingSlash: 'ignore',
  devToolbar: { enabled: false },
  build: { inlineStylesheets: 'never' },
  vite: {
    // Syntax that cheap phones of some years ago read.
    build: {
      assetsInlineLimit: 0,
      target: ['chrome70', 'safari12'],
      cssTarget: ['chrome87', 'safari14'],
    },
    // The one worker (site/phone/offline-worker.ts): a worker reaches no further than the folder that it stands in.
    worker: { rollupOptions: { output: { entryFileNames: 'offline-worker.js' } } },
    // Drawing posters needs their native code and files beside them; bundled they would find neither.
    ssr: { external: ['@resvg/resvg-js', 'fontkit', 'sharp', 'wawoff2'] },
  },
  // Requests with a body never reach a page: `site/main.ts` answers them itself.
  security: { checkOrigin: false },
})
