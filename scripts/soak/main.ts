/**
 * @file `npm run soak -- NAME [--option N]`: trials of endurance, too long for `npm test`. Without a name it
 * lists them. Ends with code 1 when anything was lost.
 */
import { agreementSoak } from './agreement.ts'
import { filmsSoak } from './films.ts'
import { fuzzSoak } from './fuzz.ts'
import { killSoak } from './kill.ts'
import { outageSoak, pagesSoak, playerSoak, rulesSoak, studioSoak, walksSoak } from './long-tests.ts'
import { listenersSoak } from './listeners.ts'
import { queriesSoak } from './queries.ts'
import { screenSoak } from './screen.ts'
import type { Soak } from './soak.ts'

const soaks: readonly Soak[] = [
  killSoak,
  fuzzSoak,
  listenersSoak,
  queriesSoak,
  agreementSoak,
  screenSoak,
  filmsSoak,
  playerSoak,
  pagesSoak,
  outageSoak,
  walksSoak,
  studioSoak,
  rulesSoak,
]

const say = (line: string) => process.stdout.write(`${line}\n`)

function list(): void {
  say('用法：npm run soak -- 名称 [--选项 数]')
  for (const { name, title, options } of soaks) {
    say(`  ${name}    ${title}`)
    for (const [option, { title: meaning, byDefault }] of Object.entries(options))
      say(`    --${option}  ${meaning}（默认 ${byDefault}）`)
  }
}

/** @throws Error with a Chinese line when an option is unknown or no whole number */
function readOptions({ name, options }: Soak, given: readonly string[]): Record<string, number> {
  const read = Object.fromEntries(
    Object.entries(options).map(([option, { byDefault }]) => [option, byDefault]),
  )
  for (let at = 0; at < given.length; at += 2) {
    const option = given[at]?.replace(/^--/, '') ?? ''
    const value = given[at + 1] ?? ''
    if (!(option in options)) throw new Error(`${name} 没有选项“${given[at]}”。运行 npm run soak 看有哪些`)
    if (!/^[1-9]\d{0,6}$/.test(value))
      throw new Error(`--${option} 要写成大于 0 的整数，例如 --${option} 200`)
    read[option] = Number(value)
  }
  return read
}

async function run([name, ...rest]: readonly string[]): Promise<void> {
  if (name === undefined) return list()
  const soak = soaks.find((candidate) => candidate.name === name)
  if (!soak) throw new Error(`没有“${name}”这项。运行 npm run soak 看有哪些`)
  const { passed, line } = await soak.run(readOptions(soak, rest), say)
  say(`${passed ? '通过' : '没有通过'}：${line}`)
  if (!passed) process.exitCode = 1
}

try {
  await run(process.argv.slice(2))
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
