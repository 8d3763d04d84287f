/** @file The cast: every figure a scene may call, by role. */
import { callings } from './callings.ts'
import { family } from './family.ts'
import type { Person } from './figure.ts'

/** Every figure a scene may call. */
export const cast = { ...family, ...callings } as const satisfies Record<string, Person>
