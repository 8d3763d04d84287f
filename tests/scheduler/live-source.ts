/** @file A source of broadcasts on a port of its own, and a relay that asks it, with a clock that the test moves. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import type { LiveStream } from '../../contracts/documents/index.ts'
import { relayOf, type Relay, type RelayParts } from '../../scheduler/live/relay.ts'
import { openSource } from '../../scheduler/live/source.ts'
import { handClock, memoryLog, type HandClock } from './clock.ts'
import { liveStream } from './live-sample.ts'

export type Answer = (request: IncomingMessage, response: ServerResponse) => void

export interface LiveSource {
  origin: string
  /** Paths with their search, in the order in which they were asked for. */
  asked: string[]
  on(path: string, answer: Answer | string | Buffer): void
}

/** A packet of a transport stream, as often as asked. */
export const packets = (count: number, fill = 0): Buffer => {
  const packet = Buffer.alloc(188, fill)
  packet[0] = 0x47
  return Buffer.concat(Array.from({ length: count }, () => packet))
}

export const mediaList = (...names: string[]): string =>
  [
    '#EXTM3U',
    '#EXT-X-TARGETDURATION:4',
    '#EXT-X-MEDIA-SEQUENCE:7',
    ...names.flatMap((name) => ['#EXTINF:4,', name]),
  ].join('\n')

export async function liveSource(): Promise<LiveSource> {
  const answers = new Map<string, Answer>()
  const asked: string[] = []
  const server = createServer((request, response) => {
    const url = request.url ?? '/'
    asked.push(url)
    const answer = answers.get(url) ?? answers.get(url.split('?')[0] ?? '')
    if (answer) answer(request, response)
    else response.writeHead(404).end()
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    on(path, answer) {
      answers.set(
        path,
        typeof answer === 'function' ? answer : (_request, response) => void response.end(answer),
      )
    },
  }
}

export interface RelayRig {
  source: LiveSource
  relay: Relay
  clock: HandClock
  log: ReturnType<typeof memoryLog>
  /** The document as it is published; may be replaced. */
  state: { document: LiveStream | null; stopped: boolean }
  /** Text of a relayed playlist. */
  text(name: string): Promise<string>
}

/** A relay of `/court/1/index.m3u8` on a source of its own. */
export async function relayRig(
  more: Partial<RelayParts> & { privateAllowed?: boolean } = {},
): Promise<RelayRig> {
  const { privateAllowed = true, ...parts } = more
  const source = await liveSource()
  const clock = handClock()
  const log = memoryLog()
  const state: RelayRig['state'] = {
    document: liveStream('live-1', { source: `${source.origin}/court/1/index.m3u8` }),
    stopped: false,
  }
  const asking = openSource(privateAllowed)
  onTestFinished(() => asking.close())
  const relay = relayOf({
    now: clock.now,
    log,
    stream: (id) => (id === 'live-1' ? state.document : null),
    isStopped: () => state.stopped,
    source: asking,
    insecure: true,
    ...parts,
  })
  return {
    source,
    relay,
    clock,
    log,
    state,
    text: async (name) => (await relay.get('live-1', name)).body.toString('utf8'),
  }
}

/** Names that a playlist gives, in order. */
export const namesIn = (text: string): string[] =>
  text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
