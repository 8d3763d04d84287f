/** @file `npm start`: builds what is missing, then runs the program in this process. */
import { buildMissing } from './build.ts'

await buildMissing((line) => process.stdout.write(`${line}\n`))
await import('../../main.ts')
