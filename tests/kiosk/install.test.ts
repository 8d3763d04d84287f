/** What the scripts lay down, and when a box restarts itself; the programs of the machine are stubs. */
import { execFile, spawnSync } from 'node:child_process'
import { mkdir, readFile, readdir, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openBox, scripts, type Box } from './box.ts'

const run = promisify(execFile)
const has = (program: string) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0
const names = (await readdir(scripts)).sort()
const shellScripts = names.filter((name) => name.endsWith('.sh'))
const units = names.filter((name) => /\.(?:service|timer)$/u.test(name))

let box: Box
beforeEach(async () => void (box = await openBox()))
afterEach(() => box.close())

test.each(shellScripts)('%s is sound bash and can be run', async (name) => {
  await run('bash', ['-n', join(scripts, name)])
  expect((await stat(join(scripts, name))).mode & 0o111).not.toBe(0)
})

test.skipIf(!has('shellcheck'))('shellcheck finds nothing in the scripts', async () => {
  await run(
    'shellcheck',
    shellScripts.map((name) => join(scripts, name)),
  )
})

describe('laying the files', () => {
  const install = (...args: readonly string[]) =>
    box.run('install.sh', { DESTDIR: join(box.folder, 'root') }, args)
  const laid = (path: string) => readFile(join(box.folder, 'root', path), 'utf8')

  test('a second run keeps what was asked at the first, and the box’s own key', async () => {
    expect(await install('--server', 'https://pufa.test:8443/', '--window', '1280,720').ended).toBe(0)
    await writeFile(join(box.folder, 'root/etc/pufa-box.conf'), 'PUFA_BOX_KEY=k\n')
    expect(await install().ended).toBe(0)
    expect(await laid('etc/pufa-kiosk.conf')).toBe(
      'PUFA_SERVER=https://pufa.test:8443\nPUFA_WINDOW=1280,720\nPUFA_SLOT=main\n',
    )
    expect(await laid('etc/pufa-box.conf')).toBe('PUFA_BOX_KEY=k\n')
  })

  test('the browser may go to the server and nowhere else', async () => {
    await install('--server', 'https://pufa.test').ended
    expect(JSON.parse(await laid('etc/chromium/policies/managed/pufa.json'))).toMatchObject({
      URLBlocklist: ['*'],
      URLAllowlist: ['https://pufa.test'],
    })
  })

  test('the box’s key is nobody’s to read', async () => {
    await install('--server', 'https://pufa.test').ended
    expect((await stat(join(box.folder, 'root/etc/pufa-box.conf'))).mode & 0o077).toBe(0)
  })

  test.each([
    ['http://pufa.test', /https:\/\/ 开头/],
    ['https://pufa.test/player/', /只有主机名和端口/],
    ['', /https:\/\/ 开头/],
  ])('the address %j is refused with what to write', async (server, words) => {
    const { ended, said } = install('--server', server)
    expect(await ended).toBe(1)
    expect(said()).toMatch(words)
  })

  test('a file that is no certificate is refused before anything is laid', async () => {
    const file = join(box.folder, 'ca.crt')
    await writeFile(file, 'no certificate')
    const { ended, said } = install('--server', 'https://pufa.test', '--ca', file)
    expect(await ended).toBe(1)
    expect(said()).toContain('不是 PEM 格式的证书')
    await expect(laid('etc/pufa-kiosk.conf')).rejects.toThrow('ENOENT')
  })

  test.skipIf(!has('systemd-analyze'))('systemd understands all units', async () => {
    await install('--server', 'https://pufa.test').ended
    const root = join(box.folder, 'root')
    const texts = await Promise.all(
      units.map(
        async (name) => [name, await readFile(join(root, 'etc/systemd/system', name), 'utf8')] as const,
      ),
    )
    const folder = join(box.folder, 'units')
    await mkdir(folder)
    // Where they will lie the scripts are not yet.
    for (const [name, text] of texts)
      await writeFile(join(folder, name), text.replaceAll('/usr/local', join(root, 'usr/local')))
    const files = texts.map(([name]) => join(folder, name))
    const { status, stderr } = spawnSync('systemd-analyze', ['verify', ...files], { encoding: 'utf8' })
    expect(stderr.split('\n').filter((line) => line.includes('pufa'))).toEqual([])
    expect(status).toBe(0)
  })

  test('the service is what the guide says: watched, restarted always, after the time but not for ever', async () => {
    await install('--server', 'https://pufa.test').ended
    const unit = await laid('etc/systemd/system/pufa-kiosk.service')
    for (const line of ['Type=notify', 'WatchdogSec=90', 'Restart=always', 'StartLimitIntervalSec=0'])
      expect(unit.split('\n')).toContain(line)
    expect(await laid('etc/systemd/system/systemd-time-wait-sync.service.d/pufa.conf')).toContain(
      'TimeoutStartSec=60',
    )
  })
})

describe('restarting the machine', () => {
  /** @param starts up-times in seconds at which the browser was started before */
  async function startAt(up: number, starts: readonly number[]): Promise<boolean> {
    await box.stub('systemctl', 'echo "$*" >> "$NOTES/ordered"')
    await writeFile(join(box.folder, 'uptime'), `${up}.42 100.00\n`)
    await writeFile(join(box.folder, 'starts'), starts.map((start) => `${start}\n`).join(''))
    const environment = { PUFA_RUN: box.folder, PUFA_UPTIME: join(box.folder, 'uptime') }
    expect(await box.run('pufa-kiosk-start.sh', environment).ended).toBe(0)
    return (await box.noted('ordered')).includes('--no-block reboot')
  }

  test('five starts in ten minutes are too many', async () => {
    expect(await startAt(5_000, [4_600, 4_700, 4_800, 4_900])).toBe(true)
    expect(await box.noted('starts')).toHaveLength(5)
  })

  test('four are not, nor are five over a longer time', async () => {
    expect(await startAt(5_000, [4_700, 4_800, 4_900])).toBe(false)
    expect(await startAt(5_000, [4_400, 4_700, 4_800, 4_900])).toBe(false)
    expect(await box.noted('starts')).toEqual(['4700', '4800', '4900', '5000'])
  })

  test('a machine up for less than an hour is left running: it restarts once an hour at most', async () => {
    expect(await startAt(3_599, [3_300, 3_400, 3_500, 3_550])).toBe(false)
    expect(await startAt(3_600, [3_300, 3_400, 3_500, 3_550])).toBe(true)
  })
})

describe('the report of the box', () => {
  async function report(more: Record<string, string>) {
    const heard: { url: string | undefined; key: string | undefined; body: string }[] = []
    const server = createServer((request, response) => {
      let body = ''
      request.on('data', (bytes: Buffer) => void (body += bytes.toString()))
      request.on('end', () => {
        heard.push({ url: request.url, key: request.headers.authorization, body })
        response.end('{}')
      })
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    await writeFile(join(box.folder, 'uptime'), '3723.99 1.00\n')
    const { ended, said } = box.run('pufa-box-report.sh', {
      PUFA_SERVER: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      PUFA_UPTIME: join(box.folder, 'uptime'),
      PUFA_THERMAL: box.folder,
      ...more,
    })
    const code = await ended
    server.close()
    return { code, heard, said: said() }
  }
  const paired = { PUFA_BOX_SCREEN: 'screen-1', PUFA_BOX_KEY: 'secret-key' }

  test('tells the hottest place, the free disk and the up-time, with the box’s own key', async () => {
    for (const [zone, text] of [
      ['0', '48500'],
      ['1', '61300'],
      ['2', 'broken'],
    ] as const) {
      await mkdir(join(box.folder, `thermal_zone${zone}`))
      await writeFile(join(box.folder, `thermal_zone${zone}/temp`), `${text}\n`)
    }
    const { code, heard } = await report(paired)
    expect(code).toBe(0)
    expect(heard).toMatchObject([{ url: '/api/signage/box/screen-1', key: 'Bearer secret-key' }])
    const body = JSON.parse(heard[0]?.body ?? '') as Record<string, number>
    expect(body).toMatchObject({ temperatureC: 61.3, uptimeSeconds: 3723 })
    expect(body['diskFreeBytes']).toBeGreaterThan(0)
  })

  test('a box without a sensor says so', async () => {
    const { heard } = await report(paired)
    expect(JSON.parse(heard[0]?.body ?? '')).toMatchObject({ temperatureC: null })
  })

  test('a box without a key is silent, and that is no failure', async () => {
    expect(await report({})).toMatchObject({ code: 0, heard: [] })
  })
})
