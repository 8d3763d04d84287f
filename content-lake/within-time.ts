/**
 * @file Ends work that does not come to an end, on the thread where it runs.
 *
 * For what must be done at once on the main thread with text that came from outside: a listener's filter,
 * the patches of a commit. `work` must be pure: it is cut off wherever it is.
 */
import { createContext, Script } from 'node:vm'
import { failLake, type LakeErrorCode } from '../contracts/errors/lake.ts'
import { isRecord } from './store/document.ts'

const context = createContext({ run: () => undefined })
const script = new Script('run()')

/** @throws PufaError of the code after so many milliseconds; whatever `work` throws */
export function withinTime<T>(msMax: number, work: () => T, code: LakeErrorCode = 'lake.query-too-slow'): T {
  let result: { value: T } | null = null
  context['run'] = () => {
    result = { value: work() }
  }
  try {
    script.runInContext(context, { timeout: msMax })
  } catch (error) {
    // It is made in the other context, and so is none of our `Error`s.
    if (isRecord(error) && error['code'] === 'ERR_SCRIPT_EXECUTION_TIMEOUT')
      throw failLake(code, { timeMsMax: msMax }, error)
    throw error
  }
  if (!result) throw new Error('the work was not done')
  return (result as { value: T }).value
}
