/** @file From an event document to the event of the timetable: the rule that the Studio's calendar shares. */
export { compileEvent, dayAfter, selectorsOf } from '../../contracts/schedule/from-documents.ts'
