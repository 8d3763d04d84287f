/**
 * @file The connection to the server: kept up, kept alive, and never hurried.
 *
 * Socket, clock, waiting and randomness are handed in. One socket at a time. A push may be lost, so a
 * poll stands behind it; a connection over which nothing comes is taken for dead and dialled anew, with
 * a jittered pause that grows with every failure.
 */
import {
  closeCodes,
  heartbeatEveryMs,
  pollEveryMs,
  type PlayerMessage,
  type ServerMessage,
} from '../../contracts/messages.ts'
import type { Wait } from '../time/wait.ts'
import { backoffMs, type Backoff } from './backoff.ts'
import { parseServerMessage } from './messages.ts'

export interface Socket {
  send(text: string): void
  close(): void
}

export interface SocketEvents {
  opened(): void
  message(text: string): void
  closed(code: number): void
}

export interface LinkWorld {
  dial(events: SocketEvents): Socket
  wait: Wait
  /** Uniform in [0, 1). */
  random(): number
  /** The first message of every connection. */
  greeting(): PlayerMessage
  heartbeat(): PlayerMessage
  poll(): PlayerMessage
  time(): PlayerMessage
  received(message: ServerMessage): void
  /** The server does not know this player. */
  refused(): void
  lost(): void
}

export interface Link {
  /** Dials at once, closing what is open. */
  redial(): void
  /** Dials at once unless connected. */
  hurry(): void
  send(message: PlayerMessage): boolean
  connected(): boolean
}

const backoff: Backoff = { firstMs: 1_000, mostMs: 60_000 }
const openWithinMs = 15_000
/** Two heartbeats unanswered, and a little. */
const silenceMaxMs = 2 * heartbeatEveryMs + 15_000
const firstTimeRounds = 4
const timeRoundGapMs = 400

export function openLink(world: LinkWorld): Link {
  /** Bumped with every dial: what an abandoned socket still says is not heard. */
  let turn = 0
  let socket: Socket | null = null
  let open = false
  let failures = 0
  let timers: (() => void)[] = []
  let silence: () => void = () => undefined

  const send = (message: PlayerMessage): boolean => {
    if (!socket || !open) return false
    socket.send(JSON.stringify(message))
    return true
  }
  const drop = (): void => {
    turn++
    silence()
    for (const cancel of timers) cancel()
    timers = []
    const dropped = socket
    const wasOpen = open
    socket = null
    open = false
    dropped?.close()
    if (wasOpen) world.lost()
  }
  const fail = (): void => {
    drop()
    const pause = backoffMs(backoff, failures++, world.random())
    timers.push(world.wait(pause, dial))
  }
  const listen = (): void => {
    silence()
    silence = world.wait(silenceMaxMs, fail)
  }
  const every = (ms: number, run: () => void): void => {
    const index = timers.length
    const again = (): void => {
      timers[index] = world.wait(ms, () => {
        again()
        run()
      })
    }
    timers.push(() => undefined)
    again()
  }
  const keepAlive = (welcomed: boolean): void => {
    if (timers.length > 0) return
    if (welcomed) {
      for (let round = 0; round < firstTimeRounds; round++)
        timers.push(world.wait(round * timeRoundGapMs, () => send(world.time())))
      // An operator who has just paired it should not wait half a minute to see what it plays.
      timers.push(world.wait(firstTimeRounds * timeRoundGapMs, () => send(world.heartbeat())))
      every(pollEveryMs, () => send(world.poll()))
    }
    every(heartbeatEveryMs, () => {
      // Only now: a server that welcomes and then throws out must not be dialled every second.
      failures = 0
      if (welcomed) send(world.heartbeat())
      send(world.time())
    })
  }
  const dial = (): void => {
    drop()
    const mine = turn
    const current = (): boolean => mine === turn
    silence = world.wait(openWithinMs, fail)
    socket = world.dial({
      opened() {
        if (!current()) return
        open = true
        listen()
        send(world.greeting())
      },
      message(text) {
        if (!current()) return
        listen()
        const message = parseServerMessage(text)
        if (!message) return
        if (message.type === 'welcome' || message.type === 'pairing') keepAlive(message.type === 'welcome')
        world.received(message)
      },
      closed(code) {
        if (!current()) return
        fail()
        if (code === closeCodes.notPaired) world.refused()
      },
    })
  }
  return {
    redial: dial,
    hurry() {
      if (!open) dial()
    },
    send,
    connected: () => open,
  }
}
