/**
 * @file `npm run review:adopt -- --reason "…"`: takes over as approved what a hosted project has public without
 * approval, after showing it and asking. For what stood there before review, for laws that a program brought,
 * and after a key of review was lost.
 *
 * It works beside the running program, with the key and the memory of the data folder; whoever may read those
 * may decide this. Each trail tells the reason and the account of the machine.
 */
import { existsSync } from 'node:fs'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import { explainFailure } from '../../server/command-line.ts'
import { adopt, unapproved, type Unapproved } from '../../hosted/adopt.ts'
import { openReviewKey } from '../../hosted/key.ts'
import { openService } from '../../hosted/service/service.ts'
import { openDatabase } from '../../hosted/store/database.ts'
import { floorsIn } from '../../hosted/store/floors.ts'
import { trailsIn } from '../../hosted/store/trails.ts'
import { subjectOf } from '../../contracts/review/subject.ts'
import { targetOf } from '../dataset/target.ts'

const usage = `用法：npm run review:adopt -- --reason "为什么不经过三审就沿用"
  先列出托管项目里已经公开、没有经过审核的内容，问过以后才办理
  --yes  不再询问，用于脚本`
const reasonMax = 200
const listedMax = 40

const say = (line: string): void => void process.stdout.write(`${line}\n`)

function list(found: readonly Unapproved[]): void {
  for (const { document } of found.slice(0, listedMax)) {
    const { type, title } = subjectOf(document._id, document._type, document)
    say(`  ${title}（${type} ${document._id}）`)
  }
  if (found.length > listedMax) say(`  ……一共 ${found.length} 份`)
}

async function isWanted(count: number): Promise<boolean> {
  const lines = createInterface({ input: process.stdin, output: process.stdout })
  try {
    const answer = await lines.question(
      `把这 ${count} 份都按已审核沿用，网站和屏幕马上会显示。确定请输入 yes：`,
    )
    return answer.trim().toLowerCase() === 'yes'
  } finally {
    lines.close()
  }
}

async function run(): Promise<void> {
  const { values } = parseArgs({
    options: { reason: { type: 'string' }, yes: { type: 'boolean', default: false } },
  })
  const reason = values.reason?.trim() ?? ''
  if (reason === '' || reason.length > reasonMax) throw new Error(usage)
  const dataFolder = process.env['PUFA_DATA']?.trim() || './data'
  const folder = join(dataFolder, 'hosted')
  if (!existsSync(join(folder, 'review.db')))
    throw new Error(
      `${dataFolder} 没有配合托管项目审核过。请先设置 SANITY_PROJECT_ID 等、用 npm start 启动一次；启动时设过 PUFA_DATA 的，这里也要设成同一个文件夹`,
    )
  const { access, name } = targetOf(process.env)
  const { key } = openReviewKey(dataFolder)
  const database = openDatabase(folder)
  try {
    const service = openService(access)
    const parts = { service, key, trails: trailsIn(database, key), floors: floorsIn(database) }
    const found = await unapproved(parts)
    if (found.length === 0) return say(`${name} 里公开的内容都经过了审核，没有要沿用的`)
    say(`${name} 里有 ${found.length} 份公开的内容没有经过审核：`)
    list(found)
    if (!values.yes && !(await isWanted(found.length))) return say('没有办理，什么也没有改')
    const adoption = { reason, operator: userInfo().username, at: Date.now() }
    const done = await adopt(parts, found, adoption, (count) => say(`  已办理 ${count}/${found.length}`))
    say(`已沿用 ${done} 份，审核记录里写明了理由和办理的人`)
    if (done < found.length) say(`有 ${found.length - done} 份刚刚被改动，没有沿用。请再运行一次`)
  } finally {
    database.close()
  }
}

try {
  await run()
} catch (error) {
  process.stderr.write(`${explainFailure(error)}\n`)
  process.exitCode = 1
}
