/** @file Ends the program in order: the parts, the last one first, then the ports, then the log. */
import type { Part } from '../contracts/part.ts'
import type { OpenPort } from './listen.ts'

export interface Lifetime {
  parts: readonly Part[]
  ports: readonly OpenPort[]
  /** Whatever else must be undone, after the parts. */
  undo: readonly (() => void)[]
}

const patienceMs = 8_000

/** Ctrl+C and the service manager's signal end the program; a part that hangs is not waited for. */
export function endOnSignal(lifetime: Lifetime): void {
  let ending = false
  const end = async () => {
    if (ending) return
    ending = true
    setTimeout(() => process.exit(1), patienceMs).unref()
    for (const part of lifetime.parts.toReversed()) await part.close()
    for (const port of lifetime.ports) await port.close()
    for (const undo of lifetime.undo) undo()
    process.exit(0)
  }
  process.on('SIGINT', () => void end())
  process.on('SIGTERM', () => void end())
}
