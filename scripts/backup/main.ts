/** @file `npm run backup -- FOLDER [--keep N]`: a backup of the data folder, while the program runs or not. */
import { resolve } from 'node:path'
import { makeBackup } from './backup.ts'
import { explain, megabytes } from './copy-file.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)
const usage =
  '用法：npm run backup -- 放备份的文件夹 [--keep 只留最近几份]。数据文件夹用 PUFA_DATA 指定，和启动时一样'

function readOptions(given: readonly string[]): { target: string; keep: number | null } {
  const at = given.indexOf('--keep')
  const rest = at === -1 ? given : [...given.slice(0, at), ...given.slice(at + 2)]
  const keep = at === -1 ? null : (given[at + 1] ?? '')
  const [target, ...others] = rest
  if (target === undefined || target.startsWith('-') || others.length > 0) throw new Error(usage)
  if (keep !== null && !/^[1-9]\d{0,3}$/.test(keep))
    throw new Error('--keep 要写成大于 0 的整数，例如 --keep 14')
  return { target: resolve(target), keep: keep === null ? null : Number(keep) }
}

try {
  const options = readOptions(process.argv.slice(2))
  const dataFolder = resolve(process.env['PUFA_DATA']?.trim() || './data')
  const stopping = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => stopping.abort(new Error('被中止了，写了一半的已经清掉')))
  say('正在备份（不用停止系统）……')
  const { folder, manifest, missing } = await makeBackup({
    ...options,
    dataFolder,
    now: new Date(),
    say,
    stop: stopping.signal,
  })
  const bytes = manifest.files.reduce((sum, file) => sum + file.bytes, 0)
  say(`备份好了：${folder}`)
  const until = manifest.seq === null ? '' : `，内容到第 ${manifest.seq} 次改动为止`
  say(`  ${manifest.files.length} 个文件，${megabytes(bytes)}${until}。里面有密钥和账号，请妥善保管。`)
  say(`  恢复：停止系统，把 PUFA_DATA 设成一个空文件夹，运行 npm run restore -- ${folder}`)
  if (missing.length > 0)
    say(`  注意：有 ${missing.length} 个图片或文件原来就不在了，备份里也没有。运行 npm run doctor 看是哪些。`)
} catch (error) {
  process.stderr.write(`备份没有做成：${explain(error)}\n`)
  process.exitCode = 1
}
