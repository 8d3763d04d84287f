/**
 * @file The program that a browser test asks: the one of its lane. Files that run at the same time have lanes of
 * their own, so that what one of them writes is not in the other's way.
 */
import { inject } from 'vitest'

/** Vitest numbers those that run at once from 1. */
const worker = Number(process.env['VITEST_POOL_ID'] ?? 1)
const lanes = inject('lanes')
const lane = lanes[(worker - 1) % lanes.length]
if (!lane) throw new Error('no program was started for the browser tests')

/** Of the program with the demonstration's content. */
export const { origin, demoKey } = lane
