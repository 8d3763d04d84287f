/** @file One request on its way through the lake, and the kinds of answer there are. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Caller } from '../accounts/caller.ts'

export interface Exchange {
  request: IncomingMessage
  response: ServerResponse
  method: string
  pathname: string
  /** `1`, `X` or a date; empty outside the API. */
  version: string
  /** Named parts of the path, decoded. */
  params: Readonly<Record<string, string>>
  query: URLSearchParams
  caller: Caller
  /** Of the request, or the configured one. */
  origin: string
}

/** `taken`: the handler answers, or has answered, by itself. */
export type Reply =
  | { kind: 'json'; body: unknown; status?: number; headers?: Record<string, string> }
  | { kind: 'text'; text: string; type: string; status?: number; headers?: Record<string, string> }
  | { kind: 'taken' }

export type Handler = (exchange: Exchange) => Reply | Promise<Reply>

export const json = (body: unknown, status = 200, headers: Record<string, string> = {}): Reply => ({
  kind: 'json',
  body,
  status,
  headers,
})

export const TAKEN: Reply = { kind: 'taken' }
