/** @file The program with the demonstration content, once all the work of its first start is done. */
import { startProgram, type Program } from '../../tests/support/program.ts'

const metricsToken = 'only-for-this-measurement'
const stillPollsMin = 4
const restWithinMs = 180_000

/** What moves while pictures are made and the index is built. */
async function traces({ origin }: Program): Promise<string> {
  const answer = await fetch(`${origin}/metrics`, { headers: { authorization: `Bearer ${metricsToken}` } })
  const lines = (await answer.text()).split('\n')
  return lines.filter((line) => /^lake_(?:commits|queries|image_cache)/.test(line)).join(' ')
}

/** Runs `work` with a program at rest, and removes it and its data afterwards. */
export async function withRestedProgram<Result>(
  say: (line: string) => void,
  work: (program: Program) => Promise<Result>,
): Promise<Result> {
  const program = await startProgram({ env: { PUFA_METRICS_TOKEN: metricsToken } })
  try {
    say('  程序已启动，等它把演示用的图片做完……')
    const deadline = performance.now() + restWithinMs
    let last = ''
    for (let still = 0; still < stillPollsMin || !program.demoKey();) {
      if (performance.now() > deadline) throw new Error('程序一直没有闲下来，测不准')
      await new Promise((resolve) => setTimeout(resolve, 1_000))
      const found = await traces(program)
      still = found === last ? still + 1 : 0
      last = found
    }
    return await work(program)
  } finally {
    await program.stop()
    program.removeData()
  }
}
