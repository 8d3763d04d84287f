/**
 * @file Somebody who has never seen the Studio puts a slogan on a square by what the screen says alone:
 * signs in, writes, hands in; three reviewers approve. Nothing is found by an id, and presses are counted.
 */
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dialogWords } from '../../scripts/guides/deeds.ts'
import { box, press, seen, typingPlace } from '../../scripts/guides/hands.ts'
import { launchBrowser } from '../support/browser.ts'
import { keepLedger, type Ledger } from '../support/ledger.ts'
import { openScreen, waitUntilShown } from '../support/player.ts'
import { startProgram, type Program } from '../support/program.ts'
import { samplePassword } from '../support/review-people.ts'
import { englishOn } from '../support/studio.ts'

const words = '遇事找法，吵架没用'
const pressesMax = 25
let program: Program
let office: Browser
let square: Browser
let screen: Page
const ledgers: Ledger[] = []
let presses = 0

/** A person with eyes for words, and a finger that is counted. */
interface Person {
  page: Page
  press(words: string, within?: string): Promise<void>
  /** A press into the box, and typing. */
  write(label: string, text: string): Promise<void>
  sees(words: string): Promise<unknown>
}

async function sitDown(name: string): Promise<Person> {
  const context = await office.newContext({
    ...{ viewport: { width: 1440, height: 900 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' },
  })
  context.setDefaultTimeout(60_000)
  ledgers.push(keepLedger(context, program.origin))
  const page = await context.newPage()
  const person: Person = {
    page,
    async press(what, within) {
      presses++
      await press(page, what, within)
    },
    async write(label, text) {
      presses++
      await (await box(page, label)).fill(text)
    },
    sees: (what) => seen(page, what),
  }
  await page.goto(`${program.origin}/studio/`)
  // The cursor stands in the first box, and the tabulator leads to the next.
  await typingPlace(page)
  await page.keyboard.insertText(name)
  await page.keyboard.press('Tab')
  await page.keyboard.insertText(samplePassword(program, name))
  await person.press('登录')
  return person
}

beforeAll(async () => {
  program = await startProgram({ env: { PUFA_REVIEW: '1' } })
  office = await launchBrowser()
  square = await launchBrowser()
  const context = await square.newContext({ viewport: { width: 320, height: 160 } })
  screen = await openScreen(context, program.origin, 'screen-bureau-tryout', program.demoKey())
})
afterAll(async () => {
  await Promise.all([office.close(), square.close()])
  await program.stop()
  program.removeData()
})

test(`from the sign-in page to the square in at most ${pressesMax} presses, by visible words alone`, async () => {
  const begun = performance.now()
  const author = await sitDown('示例编辑')
  await author.press('创建新文档')
  await author.press('标语')
  await author.write('标语文字', words)
  await author.press('添加项', '主题')
  await author.page.keyboard.insertText('邻里')
  await author.press('邻里纠纷')
  await author.press('送审')
  await author.press('送审', dialogWords)
  await author.sees('现在等初审。')
  expect(await englishOn(author.page)).toEqual([])
  const written = presses

  for (const [name, button] of [
    ['示例初审', '初审通过'],
    ['示例复审', '复审通过'],
    ['示例终审', '终审通过并公开'],
  ] as const) {
    const reviewer = await sitDown(name)
    await reviewer.press('审核 · 待审 1')
    await reviewer.press(words)
    await reviewer.press(button)
    if (name === '示例终审') await reviewer.press(button, dialogWords)
    await reviewer.sees('没有等您审的内容。')
  }
  await waitUntilShown(screen, words)
  const minutes = (performance.now() - begun) / 60_000
  process.stdout.write(
    `a newcomer’s slogan: ${presses} presses (${written} of the author’s), ${minutes.toFixed(1)} minutes by machine\n`,
  )
  expect(presses).toBeLessThanOrEqual(pressesMax)
})

test('nothing left the origin, and no page reported an error', () => {
  for (const ledger of ledgers) {
    // Whether an account may make releases Sanity asks by trying.
    ledger.forgive(/403 \(Forbidden\) .*\/data\/actions\/|WebSocket is already in CLOSING/u)
    expect(ledger.faults()).toEqual([])
  }
})
