/** @file Reads the list of demonstration screens; entries that are none are left out. */
export interface DemoScreen {
  id: string
  title: string
  county: string
  width: number
  height: number
}

/** A browser that runs more players at once begins to stutter. */
export const screensShownMax = 16

function isScreen(value: unknown): value is DemoScreen {
  if (typeof value !== 'object' || value === null) return false
  const { id, title, county, width, height } = value as Record<string, unknown>
  const named = [id, title, county].every((text) => typeof text === 'string')
  return named && [width, height].every((side) => typeof side === 'number' && side > 0)
}

export function parseScreens(body: unknown): readonly DemoScreen[] {
  return Array.isArray(body) ? body.filter(isScreen).slice(0, screensShownMax) : []
}
