/** @file A part whose build is missing stops the start by name, instead of serving empty pages. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startErrors } from '../../contracts/errors/start.ts'
import { playerPart } from '../../signage-player/server.ts'
import { openSite } from '../../site/main.ts'
import { studioPart } from '../../studio/main.ts'
import { handClock, ownFolder } from '../scheduler/clock.ts'
import { silent } from './parts.ts'

const lake = {
  apiHost: 'http://127.0.0.1:9',
  assetHost: 'http://127.0.0.1:9',
  projectId: 'pufa',
  dataset: 'production',
  token: '',
  useProjectHostname: false,
}

const starts: [string, (folder: string) => Promise<unknown> | undefined][] = [
  [
    'the Studio',
    (folder) =>
      studioPart(
        {
          folder,
          env: { projectId: 'pufa', dataset: 'production', apiHost: null, isReviewed: true },
          connectHosts: [],
          signInPath: '/login',
        },
        { log: silent },
      ).start?.(),
  ],
  ['the player', (folder) => playerPart({ folder }, { log: silent }).start?.()],
  [
    'the site',
    (folder) =>
      openSite(
        {
          serverEntry: join(folder, 'server/entry.mjs'),
          clientFolder: join(folder, 'client'),
          folder: join(folder, 'store'),
          lake,
          origin: null,
          localAddress: 'http://localhost',
          zone: 'Asia/Shanghai',
        },
        { clock: handClock(), log: silent },
      ),
  ],
]

test.each(starts)('%s that was never built is refused by name', async (_name, start) => {
  await expect(start(join(ownFolder(), 'nothing'))).rejects.toMatchObject({ code: 'start.build-missing' })
})

test.each(starts)('%s of which only a stray file is left is refused too', async (_name, start) => {
  const folder = ownFolder()
  writeFileSync(join(folder, 'stray.txt'), '')
  await expect(start(folder)).rejects.toMatchObject({ code: 'start.build-missing' })
})

test('the remedy is the command that builds by itself', () => {
  expect(startErrors['start.build-missing'].remedy).toContain('npm start')
})
