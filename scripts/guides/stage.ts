/**
 * @file Where guides are walked: one program with its demonstration and review, the person whose guide it
 * is at her own browser, and the others, who do their part off her screen.
 */
import type { Browser, BrowserContext, Page } from 'playwright'
import { launchBrowser } from '../../tests/support/browser.ts'
import { keepLedger, type Ledger } from '../../tests/support/ledger.ts'
import { adminPassword, startProgram, type Program } from '../../tests/support/program.ts'
import { samplePassword } from '../../tests/support/review-people.ts'
import { lakeOf, skipTour, type AskedLake } from '../../tests/support/studio.ts'
import type { ReviewStepKind } from '../../contracts/documents/review.ts'
import type { Guide } from './shape.ts'

export interface Other extends AskedLake {
  context: BrowserContext
  /** Takes a step on a content's trail, as the Studio does. @param id of the content, published form */
  step(id: string, step: { kind: ReviewStepKind; words?: string; publishes?: boolean }): Promise<void>
}

export interface Stage {
  origin: string
  program: Program
  page: Page
  context: BrowserContext
  /** What the pages of all who sit at a browser here did wrong. */
  ledger: Ledger
  passwordOf(name: string): string
  /** Somebody else with an account, signed in without a browser. */
  other(name: string): Promise<Other>
  /** The browser of somebody else with an account, at the Studio; it stays as it was left. */
  pageOf(name: string | undefined): Promise<Page>
  /** A browser of its own that nobody in the office sits at: a screen, a reader. */
  elsewhere(size: Size): Promise<Page>
  /** What steps remember for later steps. */
  notes: Map<string, string>
  close(): Promise<void>
}

export const passwordOf = (program: Program, name: string): string =>
  name === 'admin' ? adminPassword : samplePassword(program, name)

const office = { locale: 'zh-CN', timezoneId: 'Asia/Shanghai' } as const

export interface Size {
  width: number
  height: number
}
const desk: Size = { width: 1440, height: 900 }

async function letIn(context: BrowserContext, program: Program, name: string): Promise<void> {
  const form = { user: name, password: passwordOf(program, name) }
  const headers = { origin: program.origin }
  const answer = await context.request.post(`${program.origin}/login`, { form, headers, maxRedirects: 0 })
  if (answer.status() !== 303) throw new Error(`${name} was not let in: ${answer.status()}`)
  // Its card would stand beside what the guide shows.
  await skipTour(context, program.origin)
}

async function otherPerson(browser: Browser, program: Program, name: string): Promise<Other> {
  const { origin } = program
  const context = await browser.newContext(office)
  await letIn(context, program, name)
  const lake = lakeOf(context, origin)
  return {
    ...lake,
    context,
    async step(id, step) {
      const trail = `review.${id}`
      const copy = await lake.query<string>('coalesce(*[_id == $draft][0]._id, *[_id == $id][0]._id)', {
        ...{ id, draft: `drafts.${id}` },
      })
      const key = `step-${(await lake.query<number>('count(*[_id == $trail][0].steps)', { trail })) ?? 0}`
      const item = { _key: key, _type: 'reviewStep', ...(step.kind === 'submit' ? { copy } : {}), ...step }
      await lake.mutate(
        { createIfNotExists: { _id: trail, _type: 'review' } },
        { patch: { id: trail, setIfMissing: { steps: [] } } },
        { patch: { id: trail, insert: { after: 'steps[-1]', items: [item] } } },
      )
    },
  }
}

/** @param guide whose person sits down; @param browser shared by all guides that are walked */
export async function setStage(program: Program, browser: Browser, guide: Guide): Promise<Stage> {
  const { origin } = program
  const open: BrowserContext[] = []
  const ledgers: Ledger[] = []
  const others = new Map<string, Promise<Other>>()
  const pages = new Map<string, Promise<Page>>()
  const sitDown = async (viewport: Size): Promise<BrowserContext> => {
    const isPhone = viewport.width < 600
    const made = await browser.newContext({
      ...{ ...office, viewport, acceptDownloads: true, reducedMotion: 'reduce' },
      ...(isPhone ? { hasTouch: true, deviceScaleFactor: 2 } : {}),
    })
    made.setDefaultTimeout(45_000)
    open.push(made)
    ledgers.push(keepLedger(made, origin))
    return made
  }
  const context = await sitDown(guide.viewport)
  const ledger: Ledger = {
    faults: () => ledgers.flatMap((each) => each.faults()),
    forgive: (pattern) => ledgers.forEach((each) => each.forgive(pattern)),
  }
  const page = await context.newPage()
  const seat = async (name: string): Promise<Page> => {
    const made = await sitDown(name === 'admin' ? desk : guide.viewport)
    await letIn(made, program, name)
    const own = await made.newPage()
    await own.goto(`${origin}/studio/`)
    return own
  }
  return {
    ...{ origin, program, context, ledger, notes: new Map<string, string>() },
    page,
    pageOf(name) {
      if (name === undefined) return Promise.resolve(page)
      const known = pages.get(name) ?? seat(name)
      pages.set(name, known)
      return known
    },
    passwordOf: (name) => passwordOf(program, name),
    other(name) {
      const known = others.get(name) ?? otherPerson(browser, program, name)
      others.set(name, known)
      return known
    },
    async elsewhere(size) {
      const apart = await browser.newContext({ ...office, viewport: size })
      open.push(apart)
      ledgers.push(keepLedger(apart, origin))
      return apart.newPage()
    },
    async close() {
      for (const each of open) await each.close()
      for (const each of others.values()) await (await each).context.close()
    },
  }
}

/** The program with review on, and its demonstration. */
export const startForGuides = (): Promise<Program> => startProgram({ env: { PUFA_REVIEW: '1' } })

export { launchBrowser }
