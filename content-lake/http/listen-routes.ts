/** @file Listening over SSE, each stream a connection of its own. Bodies: http/listen.ts. */
import type { ServerResponse } from 'node:http'
import { failLake } from '../../contracts/errors/lake.ts'
import { TAKEN, type Exchange, type Handler } from './exchange.ts'
import { openListen, openLive, type Listening } from './listen.ts'
import type { Route } from './router.ts'
import type { Sink } from './streams.ts'

export function listenRoutes(listening: Listening, dataset: string): Route[] {
  const stream =
    (open: (exchange: Exchange, sink: Sink) => () => void): Handler =>
    (exchange) => {
      if (exchange.params['dataset'] !== dataset) throw failLake('lake.unknown-dataset')
      const { response } = exchange
      const close = open(exchange, sinkOf(response))
      response.on('close', close)
      return TAKEN
    }
  return [
    [
      'GET',
      'data/listen/:dataset',
      'signed-in',
      stream(({ caller, origin, query, request }, sink) => {
        const header = request.headers['last-event-id']
        return openListen(
          { caller, origin, query, lastEventId: typeof header === 'string' ? header : null, sink },
          listening,
        )
      }),
    ],
    [
      'GET',
      'data/live/events/:dataset',
      'anyone',
      stream(({ caller, origin }, sink) => openLive({ caller, origin, sink }, listening)),
    ],
  ]
}

/** The head goes out with the first event, so that a stream that cannot open is an ordinary error. */
function sinkOf(response: ServerResponse): Sink {
  return {
    write: (text) => {
      if (!response.headersSent)
        response.writeHead(200, {
          'content-type': 'text/event-stream; charset=utf-8',
          'cache-control': 'no-cache, no-transform',
          'x-accel-buffering': 'no',
        })
      response.write(text)
    },
    unsentBytes: () => response.writableLength,
    end: () => response.end(),
    // An end waits behind all that the reader has not taken.
    cut: () => response.destroy(),
    channel: response,
  }
}
