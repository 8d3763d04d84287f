/**
 * @file Settings of the `sanity` command, which builds the Studio.
 *
 * No project is named: `/studio/env.js` names it when the page opens.
 */
import { defineCliConfig } from 'sanity/cli'
import { needlessWork } from './studio/build/needless-work.ts'
import { replaced } from './studio/build/replace.ts'
import { hardCodedWords } from './studio/strings/hard-coded.ts'

export default defineCliConfig({
  project: { basePath: '/studio' },
  deployment: { autoUpdates: false },
  vite: (config) => ({
    ...config,
    plugins: [
      ...(config.plugins ?? []),
      {
        name: 'pufa-replaced',
        enforce: 'pre',
        transform: (source: string, id: string) => {
          const code = replaced([hardCodedWords, needlessWork], id.replaceAll('\\', '/'), source)
          return code === null ? null : { code, map: null }
        },
      },
    ],
  }),
})
