/** @file Walks a guide as its person: does what each step says and looks whether it is as the step says. */
import type { Locator } from 'playwright'
import { deedsOf } from './deeds.ts'
import { perform, seen, touched } from './hands.ts'
import { quoted, type Guide, type Step } from './shape.ts'
import type { Stage } from './stage.ts'

/** Takes the picture of a step. @param marked what gets a ring */
export type Camera = (step: Step, marked: readonly Locator[], stage: Stage) => Promise<void>

const pageOf = (step: Step, stage: Stage) => stage.pageOf(step.as)

async function ringed(step: Step, stage: Stage, own: readonly Locator[]): Promise<readonly Locator[]> {
  const { picture } = step
  if (!picture?.ring) return own
  const page = await pageOf(step, stage)
  return Promise.all(picture.ring.map((words) => seen(page, words)))
}

/** By the words: every deed in turn; the picture stands before the last press, when all is filled in. */
async function byWords(step: Step, stage: Stage, camera: Camera): Promise<void> {
  const page = await pageOf(step, stage)
  const deeds = deedsOf(step.say)
  const marked: Locator[] = []
  for (const [index, deed] of deeds.entries()) {
    const isLast = index === deeds.length - 1
    if (isLast && deed.kind === 'press' && step.picture?.when === 'before') {
      const place = await touched(page, deed)
      if (place) marked.push(place)
      await camera(step, await ringed(step, stage, marked), stage)
      await perform(page, deed)
      return
    }
    const place = await perform(page, deed)
    if (place && deed.kind !== 'press') marked.push(place)
  }
  if (step.picture?.when === 'before') await camera(step, await ringed(step, stage, marked), stage)
}

async function take(step: Step, stage: Stage, camera: Camera): Promise<void> {
  await step.before?.(stage)
  const words = quoted(step.see ?? '')
  if (step.act) {
    if (step.picture?.when === 'before') await camera(step, await ringed(step, stage, []), stage)
    await step.act(stage, quoted(step.say))
  } else await byWords(step, stage, camera)
  const found: Locator[] = []
  if (step.check) await step.check(stage, words)
  else for (const each of words) found.push(await seen(await pageOf(step, stage), each))
  if (step.picture?.when === 'after') await camera(step, await ringed(step, stage, found), stage)
}

/**
 * @param camera called where a step has a picture, with what it marks on the screen
 * @throws Error that names the chapter and the step whose words are not true
 */
export async function walk(guide: Guide, stage: Stage, camera: Camera): Promise<void> {
  await guide.before?.(stage)
  for (const { title, steps } of guide.chapters)
    for (const step of steps)
      try {
        await take(step, stage, camera)
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error)
        throw new Error(`${guide.title} · ${title} · ${step.say}\n${why}`, { cause: error })
      }
}
