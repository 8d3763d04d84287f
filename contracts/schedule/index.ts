/** @file The timetable and its rule, as one import. */
export type * from './shape.ts'
export * from './items.ts'
export * from './defaults.ts'
export { parseCron, type Cron, type CronParse } from './cron.ts'
export { isZone, localInstant, parseLocal } from './zone.ts'
export { plays, resolve, timeline, type Resolution } from './resolve.ts'
