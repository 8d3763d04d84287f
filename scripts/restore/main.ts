/** @file `npm run restore -- BACKUP`: puts a backup into the empty folder that `PUFA_DATA` names. */
import { resolve } from 'node:path'
import { explain } from '../backup/copy-file.ts'
import { restoreBackup } from './restore.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)

try {
  const [backup, ...others] = process.argv.slice(2)
  if (backup === undefined || backup.startsWith('-') || others.length > 0)
    throw new Error('用法：npm run restore -- 备份文件夹/pufa-日期-时间。恢复到 PUFA_DATA 指定的空文件夹')
  const given = process.env['PUFA_DATA']?.trim() || './data'
  const { files, madeAt, seq } = await restoreBackup({
    backup: resolve(backup),
    dataFolder: resolve(given),
    say,
  })
  const until = seq === null ? '' : `，内容到第 ${seq} 次改动为止`
  say(`恢复好了：${files.length} 个文件，备份做于 ${madeAt}${until}。`)
  say(`  启动：PUFA_DATA=${given} npm start`)
  say('  账号和密码是备份那时的；屏幕不用重新配对。启动前可以用 npm run doctor 再检查一遍。')
} catch (error) {
  process.stderr.write(`没有恢复：${explain(error)}\n`)
  process.exitCode = 1
}
