/** The loop that keeps a box's browser alive, against a browser that is none. */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openBox, type Box, type Running } from './box.ts'

const poll = { timeout: 20_000, interval: 20 }

let box: Box
let devtools: Server
/** How often the pages were asked for, and what they are called. */
let asked = 0
let pages: () => readonly { type: string; title: string }[] = () => []

beforeEach(async () => {
  asked = 0
  box = await openBox()
  await box.stub('systemd-notify', 'echo "$*" >> "$NOTES/notified"')
  await box.stub(
    'cage',
    'echo "$*" > "$NOTES/started"; trap "echo ended > $NOTES/ended; exit" TERM; while :; do sleep 0.05; done',
  )
  devtools = createServer((_request, response) => {
    asked++
    response.end(JSON.stringify(pages()))
  })
  await new Promise<void>((done) => devtools.listen(0, '127.0.0.1', done))
})
afterEach(async () => {
  devtools.closeAllConnections()
  devtools.close()
  await box.close()
})

function start(): Running {
  return box.run('pufa-kiosk.sh', {
    PUFA_SERVER: 'https://pufa.test',
    PUFA_DEVTOOLS_PORT: String((devtools.address() as AddressInfo).port),
    PUFA_LOOK_EVERY: '0.02',
  })
}

const alive = async () => (await box.noted('notified')).filter((line) => line.startsWith('WATCHDOG=1')).length
const player = (seconds: number, state = 'playing') => [{ type: 'page', title: `pufa ${state} ${seconds}` }]

/** Lets the loop look so many times more. */
async function looks(times: number): Promise<void> {
  const before = asked
  await expect.poll(() => asked - before, poll).toBeGreaterThanOrEqual(times)
}

describe('the watchdog is fed', () => {
  test('while the seconds of the page grow', async () => {
    pages = () => player(asked)
    start()
    await expect.poll(alive, poll).toBeGreaterThan(3)
    expect((await box.noted('notified'))[0]).toMatch(/^--ready/)
  })

  test('and again after a reload, when they begin anew', async () => {
    pages = () => player(1_000 + asked)
    start()
    await expect.poll(alive, poll).toBeGreaterThan(0)
    const reloadedAt = asked
    pages = () => player(asked - reloadedAt)
    const before = await alive()
    await expect.poll(alive, poll).toBeGreaterThan(before + 2)
  })

  test('whatever else the browser has open', async () => {
    const others = [
      { type: 'service_worker', title: 'pufa playing 5' },
      { type: 'page', title: '新标签页' },
    ]
    pages = () => [...others, ...player(asked)]
    start()
    await expect.poll(alive, poll).toBeGreaterThan(2)
  })
})

describe('the watchdog is left hungry, so that systemd restarts the browser', () => {
  const hungry: [string, () => typeof pages][] = [
    ['the seconds stand still: a frozen page', () => () => player(7)],
    ['the page is another: an error of the browser', () => () => [{ type: 'page', title: 'pufa.test' }]],
    ['there is no page at all', () => () => []],
    ['only the worker lives', () => () => [{ type: 'service_worker', title: `pufa playing ${asked}` }]],
    ['the title is no number', () => () => [{ type: 'page', title: `pufa playing ${asked}x` }]],
    [
      'what answers is not the browser',
      () => () => JSON.parse('{"title":"pufa playing 1"}') as ReturnType<typeof pages>,
    ],
  ]
  test.each(hungry)('when %s', async (_name, titles) => {
    pages = titles()
    start()
    await looks(6)
    expect(await alive()).toBe(0)
  })

  test('when the page freezes after a while: what was fed before counts no longer', async () => {
    pages = () => player(asked)
    start()
    await expect.poll(alive, poll).toBeGreaterThan(2)
    const frozen = asked
    pages = () => player(frozen)
    // One reading may still be under way.
    await looks(3)
    const before = await alive()
    await looks(6)
    expect(await alive()).toBe(before)
  })

  test('when the browser answers no more', async () => {
    pages = () => player(asked)
    const running = start()
    await expect.poll(alive, poll).toBeGreaterThan(2)
    devtools.closeAllConnections()
    devtools.close()
    await expect.poll(() => running.said(), poll).toContain('没有回应')
    const before = await alive()
    await box.stub('curl', 'echo asked >> "$NOTES/curled"; exit 7')
    await expect.poll(async () => (await box.noted('curled')).length, poll).toBeGreaterThan(5)
    expect(await alive()).toBe(before)
  })
})

describe('the browser', () => {
  test('when it ends, the script ends as failed, and systemd starts both again', async () => {
    await box.stub('cage', 'exit 0')
    const { ended, said } = start()
    expect(await ended).toBe(1)
    expect(said()).toContain('浏览器已退出')
  })

  test('is told to end when the service is stopped', async () => {
    pages = () => player(asked)
    const { child, ended } = start()
    await expect.poll(alive, poll).toBeGreaterThan(0)
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
    expect(await box.noted('ended')).toEqual(['ended'])
  })

  test('opens our player on the whole screen, unscaled, and can be asked from this machine alone', async () => {
    start()
    await expect.poll(() => box.noted('started'), poll).toHaveLength(1)
    const [line = ''] = await box.noted('started')
    for (const wanted of [
      'https://pufa.test/player/?slot=main',
      '--kiosk',
      '--force-device-scale-factor=1',
      '--autoplay-policy=no-user-gesture-required',
      '--remote-debugging-address=127.0.0.1',
      '--disable-background-timer-throttling',
    ])
      expect(line).toContain(wanted)
    expect(line).not.toContain('--no-sandbox')
    expect(line).not.toContain('--ignore-certificate-errors')
  })

  test('forgets that it was cut off, since nobody is there to answer its question', async () => {
    const profile = join(box.folder, 'profile/Default')
    await mkdir(profile, { recursive: true })
    const preferences = join(profile, 'Preferences')
    await writeFile(preferences, '{"profile":{"exit_type":"Crashed","exited_cleanly":false,"name":"x"}}')
    await writeFile(join(box.folder, 'profile/SingletonLock'), '')
    start()
    await expect.poll(() => box.noted('started'), poll).toHaveLength(1)
    expect(JSON.parse(await readFile(preferences, 'utf8'))).toEqual({
      profile: { exit_type: 'Normal', exited_cleanly: true, name: 'x' },
    })
    await expect(readFile(join(box.folder, 'profile/SingletonLock'))).rejects.toThrow('ENOENT')
  })

  test('is not started without a server: the message says where to write it', async () => {
    const { ended, said } = box.run('pufa-kiosk.sh', { PUFA_SERVER: '' })
    expect(await ended).not.toBe(0)
    expect(said()).toContain('/etc/pufa-kiosk.conf')
  })
})
