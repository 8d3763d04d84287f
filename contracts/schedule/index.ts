/** @file The timetable and its rule, as one import. */
export type * from './shape.ts'
export * from './items.ts'
export { parseCron, type Cron, type CronParse } from './cron.ts'
export { isZone, localInstant, parseLocal } from './zone.ts'
export { resolve, timeline, type Resolution } from './resolve.ts'
