/** @file What is in review, live, held once for the navbar and the tool: one query and one stream for both. */
import { liveQuery, type LiveQuery, type QueryStore } from '../../lake/live-query.ts'
import type { Rows } from './rows.ts'
import { rowsListen, rowsMax, rowsQuery } from './rows.ts'

/** The part of Sanity's document store that is used. */
export type Lists = QueryStore<Rows>
export type LiveRows = LiveQuery<Rows>

const throttleMs = 800

/** @param me id of the account that looks */
export const liveRows = (store: Lists, me: string, apiVersion: string): LiveRows =>
  liveQuery(store, {
    ...{ fetch: rowsQuery, listen: rowsListen, params: { me, max: rowsMax } },
    ...{ apiVersion, tag: 'review.lists', throttleMs },
  })
