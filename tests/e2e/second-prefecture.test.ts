/** @file The next prefecture installs the same software: content alone makes it theirs. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createClient } from '@sanity/client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { twoHalves } from '../content-lake/picture.ts'
import { writeOtherPrefecture } from '../support/other-prefecture.ts'
import { linksOf } from '../support/pages.ts'
import { startProgram, type Program } from '../support/program.ts'

/** The first client: its name, its code, its counties. */
const firstClient = /衡水|1311\d\d|桃城|冀州|枣强|武邑|武强|饶阳|安平县|故城|景县|阜城|深州/
let program: Program

beforeAll(async () => {
  program = await startProgram({ env: { PUFA_DEMO: '0' } })
  const client = createClient({
    projectId: 'pufa',
    dataset: 'production',
    apiVersion: '2025-02-19',
    apiHost: program.origin,
    useProjectHostname: false,
    useCdn: false,
    token: program.token(),
  })
  await writeOtherPrefecture(client, await twoHalves())
})
afterAll(async () => {
  await program.stop()
  program.removeData()
})

test('every page of an invented prefecture of three counties speaks of it and never of the first client', async () => {
  const reached = new Map<string, string>([['/', 'the address bar']])
  const faults: string[] = []
  for (const [path, from] of reached) {
    const response = await fetch(program.origin + path)
    const text = await response.text()
    if (response.status >= 400) faults.push(`${response.status} ${path}, linked from ${from}`)
    const named = firstClient.exec(text)
    if (named) faults.push(`${path} names ${named[0]}`)
    if (response.headers.get('content-type')?.startsWith('text/html') && !text.includes('青屏')) {
      faults.push(`${path} does not say whose it is`)
    }
    for (const link of linksOf(text, program.origin + path))
      if (!reached.has(link.path)) reached.set(link.path, path)
  }
  process.stdout.write(`${reached.size} pages of the other prefecture\n`)
  expect(faults).toEqual([])
  const home = await (await fetch(program.origin)).text()
  for (const county of ['云溪区', '石林县', '白沙县']) expect(home).toContain(county)
  expect(await (await fetch(`${program.origin}/accent.css`)).text()).toContain('#1e5a46')
})

test('no code names the first client: what differs between two prefectures is content', () => {
  const root = join(import.meta.dirname, '../..')
  const folders = 'contracts,content-lake,hosted,studio,site,scheduler,signage-player,server,scripts'
  const files = globSync([`{${folders}}/**/*.{ts,tsx,astro,css,mjs,json,svg}`, '*.ts', '*.mjs'], {
    cwd: root,
  })
  expect(files.length).toBeGreaterThan(400)
  expect(files.filter((file) => firstClient.test(readFileSync(join(root, file), 'utf8')))).toEqual([])
})
