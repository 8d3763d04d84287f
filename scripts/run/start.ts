/**
 * @file `npm start`: builds what is missing, then runs the program in this process. What only films need is
 * installed beside it, so that nobody waits for it.
 */
import { buildMissing } from './build.ts'
import { ensureFfmpeg } from './converter.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)

await buildMissing(say)
ensureFfmpeg(say, false).catch((error: unknown) => say(`没有装上 ffmpeg：${String(error)}`))
await import('../../main.ts')
