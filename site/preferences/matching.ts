/** @file Who fits the conditions of a filter, and which condition to loosen when nobody does. Pure. */

/** What a filter looks at; lines of the server and of the public list both have it. */
export interface Matchable {
  category: string
  county: { slug: string } | null
  office: { slug: string } | null
  expertise: readonly { slug: string }[]
}

/** Slugs; null means any. */
export interface Filter {
  county: string | null
  category: string | null
  topic: string | null
  office: string | null
}

export const anyone: Filter = { county: null, category: null, topic: null, office: null }

export const filterNames = ['county', 'category', 'topic', 'office'] as const
export type FilterName = (typeof filterNames)[number]

export function fits(person: Matchable, filter: Filter): boolean {
  return (
    (filter.county === null || person.county?.slug === filter.county) &&
    (filter.category === null || person.category === filter.category) &&
    (filter.office === null || person.office?.slug === filter.office) &&
    (filter.topic === null || person.expertise.some(({ slug }) => slug === filter.topic))
  )
}

/** One condition taken off, and how many people there are then. */
export interface Loosened {
  without: FilterName
  filter: Filter
  count: number
}

/** The conditions that alone stand in the way, each with the number of people found without it. */
export function loosened(people: readonly Matchable[], filter: Filter): readonly Loosened[] {
  return filterNames
    .filter((name) => filter[name] !== null)
    .map((without) => {
      const wider = { ...filter, [without]: null }
      return { without, filter: wider, count: people.filter((person) => fits(person, wider)).length }
    })
    .filter(({ count }) => count > 0)
}

/** What a condition is called in a sentence. */
export const conditionNames: Readonly<Record<FilterName, string>> = {
  county: '县（市、区）',
  category: '类别',
  topic: '擅长的事情',
  office: '机构',
}

/** The conditions of an address: its query, or what stands behind its `#`. */
export function readFilter(text: string): Filter {
  const given = new URLSearchParams(text.replace(/^[?#]/, ''))
  const value = (name: FilterName) => given.get(name)?.slice(0, 120) || null
  return {
    county: value('county'),
    category: value('category'),
    topic: value('topic'),
    office: value('office'),
  }
}

export function writeFilter(filter: Filter): string {
  const written = new URLSearchParams()
  for (const name of filterNames) if (filter[name] !== null) written.set(name, filter[name])
  return written.toString()
}
