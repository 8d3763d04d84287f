/** @file How often one person may ask for a preview: as often as somebody types, and no more. */
import type { Instant } from '../../contracts/part.ts'

const spanMs = 10_000
const perPerson = 60
const peopleMax = 1_000

/** @returns whether the person may ask once more */
export function previewAllowance(now: () => Instant): (person: string) => boolean {
  let from = now()
  let asked = new Map<string, number>()
  return (person) => {
    if (now() - from >= spanMs || now() < from || asked.size >= peopleMax) {
      from = now()
      asked = new Map()
    }
    const count = (asked.get(person) ?? 0) + 1
    asked.set(person, count)
    return count <= perPerson
  }
}
