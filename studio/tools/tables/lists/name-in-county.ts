/** @file The identity of what is known by its name within a county. Pure. */
import { plainName } from '../check/facts.ts'
import type { Draft } from './shape.ts'

/** @returns null while the name or the county is missing */
export function nameInCounty({ title, county }: Draft): string | null {
  const ref = (county as { _ref?: string } | undefined)?._ref
  return typeof title === 'string' && title !== '' && ref ? `${ref} ${plainName(title)}` : null
}
