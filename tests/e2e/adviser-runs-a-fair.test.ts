/** @file An adviser runs a stand at a market: chooses, spins, asks, goes on without network, prints. */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findings } from '../support/axe.ts'
import { launchBrowser } from '../support/browser.ts'
import { origin } from '../support/lane.ts'
import { keepLedger } from '../support/ledger.ts'
import { views } from '../support/views.ts'

const square = { width: 1920, height: 1080 }
const phone = { width: 390, height: 844 }
const bankAddress = `${origin}/data/quiz.json`
interface Bank {
  questions: { id: string; title: string; choices: string[]; answer: number; explanation: string }[]
}
let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

/** Where nothing moves a spin is over at once; one test watches the wheel turn. */
const open = (options: BrowserContextOptions): Promise<BrowserContext> =>
  browser.newContext({ locale: 'zh-CN', reducedMotion: 'reduce', ...options })

const stageOf = (page: Page) => page.locator('#stage').getAttribute('data-stage')
const score = (page: Page) => page.locator('#score').innerText()

async function expectStage(page: Page, stage: string): Promise<void> {
  await page.locator(`#stage[data-stage="${stage}"]`).waitFor()
}

async function openWheel(context: BrowserContext, fragment = ''): Promise<Page> {
  const page = await context.newPage()
  await page.goto(`${origin}/fair/wheel${fragment}`)
  await expectStage(page, 'ready')
  return page
}

describe('on the square', () => {
  test('topics and audience are chosen, the wheel turns, and the question under the pointer is asked', async () => {
    const context = await open({ viewport: square, reducedMotion: 'no-preference' })
    const ledger = keepLedger(context, origin)
    const page = await context.newPage()
    await page.goto(`${origin}/fair`)
    await page.getByRole('button', { name: '全不选' }).click()
    for (const name of ['工伤', '遗嘱', '宪法']) await page.getByRole('checkbox', { name }).check()
    await page.getByLabel('来的是什么人').selectOption({ label: '老年人' })
    await page.getByRole('button', { name: '打开大屏转盘' }).click()
    await page.waitForURL(/\/fair\/wheel#topics=/)
    await expectStage(page, 'ready')
    expect(await page.locator('#face .sector').count()).toBe(3)

    await page.getByRole('button', { name: '转一转' }).click()
    expect(await stageOf(page)).toBe('spinning')
    await expectStage(page, 'asking')
    const topic = await page.locator('#topic').innerText()
    expect(['工伤', '遗嘱', '宪法']).toContain(topic)
    // The label that lies nearest to the pointer, which stands at the top, is the topic that is asked.
    const under = await page.locator('#face text').evaluateAll((labels) => {
      const middle = (label: Element) => {
        const { left, right, top, bottom } = label.getBoundingClientRect()
        return { x: (left + right) / 2, y: (top + bottom) / 2 }
      }
      const pointer = document.querySelector('.pointer')
      if (!pointer) return null
      const tip = middle(pointer)
      const far = (label: Element) => Math.hypot(middle(label).x - tip.x, middle(label).y - tip.y)
      return labels.sort((a, b) => far(a) - far(b))[0]?.textContent ?? null
    })
    expect(under).toBe(topic)
    expect(ledger.faults()).toEqual([])
    await context.close()
  })

  test('the longest questions and their answers stand on a large screen without scrolling', async () => {
    const { questions } = (await (await fetch(bankAddress)).json()) as Bank
    const length = ({ title, choices, explanation }: Bank['questions'][number]) =>
      title.length * 2 + choices.length * 20 + explanation.length
    const longest = questions.toSorted((a, b) => length(b) - length(a)).slice(0, 4)
    const context = await open({ viewport: square })
    const page = await openWheel(context)
    for (const { id } of longest) {
      const round = { stage: 'told', asked: [id], present: id, chosen: 1, answered: 1, right: 0 }
      await page.evaluate((text) => localStorage.setItem('pufa-fair-round', text), JSON.stringify(round))
      await page.reload()
      await expectStage(page, 'told')
      expect(await page.evaluate(() => document.documentElement.scrollHeight), id).toBeLessThanOrEqual(1080)
      const size = await page
        .locator('#question')
        .evaluate((title) => parseFloat(getComputedStyle(title).fontSize))
      expect(size).toBeGreaterThanOrEqual(40)
    }
    await context.close()
  })
})

test('with keyboard or remote alone a round is played: nothing repeats, the score adds up, a reload loses nothing', async () => {
  const context = await open({ viewport: { width: 1440, height: 900 } })
  const page = await openWheel(context)
  const { questions } = (await (await fetch(bankAddress)).json()) as Bank
  const asked = new Set<string>()
  let right = 0
  for (let turn = 1; turn <= 10; turn += 1) {
    await page.keyboard.press(turn % 2 === 0 ? 'PageDown' : 'Space')
    await expectStage(page, 'asking')
    const title = await page.locator('#question').innerText()
    expect(asked.has(title), title).toBe(false)
    asked.add(title)
    if (turn === 4) {
      await page.reload()
      await expectStage(page, 'asking')
      expect(await page.locator('#question').innerText()).toBe(title)
    }
    const question = questions.find((each) => each.title === title)
    const place = turn % 3 === 0 ? question?.answer : 1
    await page.keyboard.press(String(place))
    await expectStage(page, 'told')
    const isRight = place === question?.answer
    if (isRight) right += 1
    // Right and wrong are said in words and by a sign, not by colour alone.
    expect(await page.locator('#outcome').innerText()).toMatch(
      isRight ? /^✔ 答对了$/ : /^✘ 答错了，应当选[A-D]$/,
    )
    expect(await page.locator('#choices .right').innerText()).toContain('✔ 正确')
    expect(await page.locator('#laws').innerText()).toMatch(/^《.+》第.+条/)
    expect(await score(page)).toContain(`答了${turn}题`)
    await page.keyboard.press('PageDown')
    await expectStage(page, 'ready')
  }
  await page.reload()
  await expectStage(page, 'ready')
  expect(await score(page)).toContain('答了10题')
  expect(await score(page)).toContain(`答对${right}题`)

  const reset = page.locator('#reset')
  await reset.click()
  expect(await score(page), 'the first press only asks').toContain('答了10题')
  await page.getByRole('button', { name: '确定清零' }).click()
  expect(await score(page)).toContain('答了0题')
  await page.reload()
  await expectStage(page, 'ready')
  expect(await score(page)).toContain('答了0题')
  await context.close()
})

test('when all questions of a small choice have been asked, it is said and begins anew', async () => {
  const context = await open({ viewport: phone })
  const page = await openWheel(context, '#topics=mediation.anti-cult&audience=&sectors=8')
  const rounds: string[][] = [[], []]
  for (const round of rounds) {
    for (let turn = 0; turn < 3; turn += 1) {
      await page.locator('#spin').click()
      await expectStage(page, 'asking')
      round.push(await page.locator('#question').innerText())
      if (round === rounds[1] && turn === 0)
        expect(await page.locator('#notice').innerText()).toContain('从头开始')
      await page.locator('#choices button').first().click()
      await page.getByRole('button', { name: '下一题' }).click()
      await expectStage(page, 'ready')
    }
  }
  expect(new Set(rounds[0]).size).toBe(3)
  expect(rounds[1]?.toSorted()).toEqual(rounds[0]?.toSorted())
  await context.close()
})

describe('where the network comes and goes', () => {
  test('a lost network does not stop the fair, and nothing that is answered leaves the phone', async () => {
    const context = await open({ viewport: phone, hasTouch: true, isMobile: true })
    const page = await openWheel(context)
    const sent: string[] = []
    context.on('request', (request) => sent.push(request.url()))
    for (const offline of [false, true]) {
      await context.setOffline(offline)
      for (let turn = 0; turn < 3; turn += 1) {
        await page.locator('#spin').tap()
        await expectStage(page, 'asking')
        await page.locator('#choices button').nth(1).tap()
        await page.locator('#next').tap()
        await expectStage(page, 'ready')
      }
    }
    expect(await score(page)).toContain('答了6题')
    expect(sent).toEqual([])
    await context.close()
  })

  test('a bank that was read once is used again, and it is said', async () => {
    const context = await open({ viewport: phone })
    await (await openWheel(context)).close()
    await context.route('**/data/quiz.json', (route) => route.abort())
    const page = await openWheel(context)
    expect(await page.locator('#notice').innerText()).toContain('没有网络')
    await page.keyboard.press('Space')
    await expectStage(page, 'asking')
    await context.close()
  })

  test('without network and without a bank it says what to do, and starts when the network is back', async () => {
    const context = await open({ viewport: phone })
    await context.route('**/data/quiz.json', (route) => route.abort())
    const page = await context.newPage()
    await page.goto(`${origin}/fair/wheel`)
    const trouble = page.locator('#trouble')
    await trouble.waitFor()
    expect(await trouble.innerText()).toContain('连上网')
    await context.unroute('**/data/quiz.json')
    await page.getByRole('button', { name: '再试一次' }).click()
    await expectStage(page, 'ready')
    expect(await trouble.isVisible()).toBe(false)
    await context.close()
  })
})

describe.each(views)('$name', ({ viewport, largeText }) => {
  test('axe finds nothing, nothing is too wide, answers are large enough for any thumb', async () => {
    const context = await open({ viewport })
    if (largeText) await context.addCookies([{ name: 'large-text', value: 'on', url: origin }])
    const ledger = keepLedger(context, origin)
    const faults: string[] = []
    const page = await context.newPage()
    const look = async (name: string) => {
      faults.push(...(await findings(page)).map((finding) => `${name}: ${finding}`))
      if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth))
        faults.push(`${name}: scrolls sideways`)
    }
    for (const path of ['/fair', '/fair/questions?topic=wages']) {
      await page.goto(origin + path)
      await look(path)
    }
    await page.goto(`${origin}/fair/wheel`)
    await expectStage(page, 'ready')
    await look('the wheel')
    await page.locator('#spin').click()
    await expectStage(page, 'asking')
    await look('the question')
    const heights = await page
      .locator('#choices button')
      .evaluateAll((all) => all.map((one) => one.clientHeight))
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(50)
    await page.locator('#choices button').first().click()
    await expectStage(page, 'told')
    await look('the answer')
    expect([...faults, ...ledger.faults()]).toEqual([])
    await context.close()
  })
})
