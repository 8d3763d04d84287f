/** @file The timetable and its rule, as one import. */
export type * from './shape.ts'
export * from './items.ts'
export * from './defaults.ts'
export type { Cron } from './cron.ts'
export { parseCron, type CronParse } from './cron-words.ts'
export { isZone, localInstant, parseLocal } from './zone.ts'
export { plays, resolve, timeline, type Resolution } from './explained.ts'
export { overbooked, shareSecondsMax, type Overbooked } from './overbooked.ts'
