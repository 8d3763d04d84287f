/** @file JSON values, as they come out of a file. Pure. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

export const isRecord = (value: unknown): value is Record<string, Json> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export interface ArchivedDocument {
  _id: string
  _type: string
  [key: string]: Json
}
