/** @file Settings of the `sanity` command, which builds the Studio. No project is named: `/studio/env.js` names it at run time. */
import { defineCliConfig } from 'sanity/cli'

export default defineCliConfig({
  project: { basePath: '/studio' },
  deployment: { autoUpdates: false },
})
