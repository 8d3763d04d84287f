/** @file What is printed when the program cannot start: one plain line that says what to do. Pure. */
import { PufaError } from '../contracts/errors/registry.ts'

/** Faults of ours in one line; anything else with its stack, since it is a defect. */
export function faultLine(error: unknown): string {
  if (!(error instanceof PufaError)) return String(error instanceof Error ? error.stack : error)
  const { remedy, variable: _variable, ...facts } = error.details
  // SQLite tells damage in several lines.
  const where = Object.values(facts)
    .map((fact) => String(fact).replace(/\s+/g, ' '))
    .join('，')
  return `${error.message}${where ? `（${where}）` : ''}：${typeof remedy === 'string' ? remedy : error.remedy}`
}
