/** @file What a player may say in which state: a table, with a wire and a clock of the test's own. */
import { describe, expect, test } from 'vitest'
import {
  closeCodes,
  playerFramesPerMinuteMax,
  type PlayerMessage,
  type ServerMessage,
} from '../../contracts/messages.ts'
import { Session } from '../../scheduler/push/session.ts'
import { healthy } from '../support/manifests.ts'
import { handClock } from './clock.ts'

const token = 't'.repeat(43)
const otherToken = 'o'.repeat(43)
const request = 'r'.repeat(32)

const pair: PlayerMessage = { type: 'pair', request, width: 192, height: 96, version: '1' }
const hello: PlayerMessage = { type: 'hello', screen: 'screen-1', token, revision: 0, version: '1' }
const heartbeat: PlayerMessage = {
  type: 'heartbeat',
  at: 1,
  revision: 1,
  nowPlaying: null,
  offsetMs: -0.5,
  storedPlays: 0,
  assetsMissing: 0,
  health: healthy,
}
const poll: PlayerMessage = { type: 'poll', revision: 3 }
const applied: PlayerMessage = { type: 'applied', revision: 3 }
const refused: PlayerMessage = { type: 'refused', revision: 3, reason: 'bad-signature' }
const time: PlayerMessage = { type: 'time', sent: 12 }
const play = {
  sequence: 1,
  item: 'i',
  title: '题',
  kind: 'slogan',
  event: null,
  playlist: null,
  from: 1,
  until: 2,
  revision: 1,
  previous: '',
}
const plays: PlayerMessage = { type: 'plays', plays: [play] }

function rig() {
  const clock = handClock()
  const sent: ServerMessage[] = []
  const closed: number[] = []
  const said: PlayerMessage[] = []
  const joined: unknown[] = []
  const session = new Session(
    { send: (text) => sent.push(JSON.parse(text) as ServerMessage), close: (code) => closed.push(code) },
    {
      now: clock.now,
      openCode(secret) {
        const opened = {
          code: secret === request ? '123456' : '654321',
          expiresAt: clock.at + 1,
          request: secret,
        }
        return opened
      },
      findPairing: (given) =>
        given === token
          ? { id: 1, screen: 'screen-1', pairedAt: 0, tryOut: false }
          : given === otherToken
            ? { id: 2, screen: 'screen-2', pairedAt: 0, tryOut: false }
            : null,
      joined: (_session, { revision, version }) => void joined.push({ revision, version }),
      said: (_session, message) => said.push(message),
    },
  )
  const say = (...messages: readonly (PlayerMessage | string | object)[]) => {
    for (const message of messages)
      session.receive(typeof message === 'string' ? message : JSON.stringify(message))
  }
  return { session, sent, closed, said, joined, clock, say }
}

const { protocol, notPaired, tooMuch } = closeCodes

/** What was said, how it ends, and with which code the last frame says why. */
const table: {
  rule: string
  frames: readonly (PlayerMessage | string | object)[]
  state: Session['state']
  closed?: number
  error?: string
}[] = [
  { rule: 'a connection begins without a name', frames: [], state: 'new' },
  { rule: 'pair shows a code', frames: [pair], state: 'pairing' },
  { rule: 'hello with the screen’s own token plays', frames: [hello], state: 'playing' },
  {
    rule: 'a player that was just approved says hello on the same connection',
    frames: [pair, hello],
    state: 'playing',
  },
  { rule: 'pair may be repeated, for a code expires', frames: [pair, pair], state: 'pairing' },
  {
    rule: 'all that a playing player reports is taken',
    frames: [hello, heartbeat, poll, applied, refused, plays],
    state: 'playing',
  },
  {
    rule: 'the time is told to anyone, since an untrusted clock must be set first',
    frames: [time],
    state: 'new',
  },
  {
    rule: 'a token that nobody has is refused',
    frames: [{ ...hello, token: 'x'.repeat(43) }],
    state: 'closed',
    closed: notPaired,
    error: 'signage.not-paired',
  },
  {
    rule: 'another screen’s token is refused, for it would show what is not meant for it',
    frames: [{ ...hello, token: otherToken }],
    state: 'closed',
    closed: notPaired,
    error: 'signage.not-paired',
  },
  ...[heartbeat, poll, applied, refused, plays].map((message) => ({
    rule: `${message.type} before hello is out of order, for nobody knows whose it is`,
    frames: [message],
    state: 'closed' as const,
    closed: protocol,
    error: 'signage.bad-message',
  })),
  {
    rule: 'plays while only a code is shown are out of order',
    frames: [pair, plays],
    state: 'closed',
    closed: protocol,
    error: 'signage.bad-message',
  },
  {
    rule: 'a second hello is out of order',
    frames: [hello, hello],
    state: 'closed',
    closed: protocol,
    error: 'signage.bad-message',
  },
  {
    rule: 'a playing player cannot ask for a code, or it could take two screens',
    frames: [hello, pair],
    state: 'closed',
    closed: protocol,
    error: 'signage.bad-message',
  },
  ...[
    ['broken JSON', '{"type":"poll"'],
    ['an empty frame', ''],
    ['JSON that is no object', 'null'],
    ['an unknown type', { type: 'reboot' }],
    ['a type that only the server sends', { type: 'welcome', serverTime: 1, screen: 'screen-1' }],
    ['a missing field', { type: 'hello', screen: 'screen-1', token, version: '1' }],
    ['a field of another kind', { ...hello, revision: '0' }],
    ['a revision below zero', { ...hello, revision: -1 }],
    ['a revision too great to count exactly', { ...hello, revision: 2 ** 53 }],
    ['a secret too short to be one', { ...pair, request: 'short' }],
    ['a screen of no width', { ...pair, width: 0 }],
    ['a title without end', { ...plays, plays: [{ ...play, title: '长'.repeat(501) }] }],
    ['a batch of none', { ...plays, plays: [] }],
    [
      'a batch of too many',
      { ...plays, plays: Array.from({ length: 201 }, (_, at) => ({ ...play, sequence: at + 1 })) },
    ],
    ['a play numbered zero', { ...plays, plays: [{ ...play, sequence: 0 }] }],
    ['a reason of its own making', { ...refused, reason: 'no thanks' }],
  ].map(([what, frame]) => ({
    rule: `${String(what)} closes the connection, since nothing after it can be trusted`,
    frames: [frame as string | object],
    state: 'closed' as const,
    closed: protocol,
    error: 'signage.bad-message',
  })),
]

describe('the state machine of a connection', () => {
  test.each(table)('$rule', ({ frames, state, closed, error }) => {
    const { session, sent, closed: codes, say } = rig()
    say(...frames)
    expect(session.state).toBe(state)
    expect(codes).toEqual(closed === undefined ? [] : [closed])
    expect(sent.at(-1)?.type === 'error' ? sent.at(-1) : undefined).toEqual(
      error === undefined
        ? undefined
        : expect.objectContaining({
            code: error,
            remedy: expect.stringMatching(/\p{Script=Han}/u) as string,
          }),
    )
  })

  test('what comes after the end is not heard', () => {
    const { said, closed, say } = rig()
    say(poll, hello, poll)
    expect([said, closed]).toEqual([[], [protocol]])
  })

  test('nothing is sent to a closed connection', () => {
    const { session, sent } = rig()
    session.close(closeCodes.goingAway)
    session.send({ type: 'unpaired', reason: '' })
    session.fail('signage.failed', 1011)
    expect(sent).toEqual([])
  })
})

test('pair is answered with the code and its end, and with nothing else that the server keeps beside them', () => {
  const { say, sent, clock } = rig()
  say(pair)
  expect(sent).toEqual([{ type: 'pairing', code: '123456', expiresAt: clock.at + 1 }])
})

test('hello is welcomed with the server’s time before anything else, for the clock comes first', () => {
  const { say, sent, joined, clock } = rig()
  say({ ...hello, revision: 7, version: '2.1' })
  expect(sent).toEqual([{ type: 'welcome', serverTime: clock.at, screen: 'screen-1' }])
  expect(joined).toEqual([{ revision: 7, version: '2.1' }])
})

test('the time comes back with what was sent, so that the player can reckon the way', () => {
  const { say, sent, clock } = rig()
  say(time)
  expect(sent).toEqual([{ type: 'time', sent: 12, serverTime: clock.at }])
})

describe('frames', () => {
  const times = (count: number) => Array.from({ length: count }, () => time)

  test('up to the bound are answered, the next one ends the connection', () => {
    const { say, sent, closed } = rig()
    say(...times(playerFramesPerMinuteMax))
    expect([sent.length, closed]).toEqual([playerFramesPerMinuteMax, []])
    say(time)
    expect([sent.at(-1)?.type, closed]).toEqual(['error', [tooMuch]])
  })

  test('are counted by the minute: a player that speaks steadily is never cut off', () => {
    const { say, closed, clock } = rig()
    for (let minute = 0; minute < 3; minute++) {
      say(...times(playerFramesPerMinuteMax))
      clock.at += 60_000
    }
    expect(closed).toEqual([])
  })

  test('that are broken count too, or broken ones would be free', () => {
    const { say, sent } = rig()
    say(...times(playerFramesPerMinuteMax), '{')
    expect(sent.at(-1)).toMatchObject({ code: 'signage.too-many-messages' })
  })

  test('are counted anew after the clock was set back, not held against the player for hours', () => {
    const { say, closed, clock } = rig()
    say(...times(playerFramesPerMinuteMax))
    clock.at -= 3_600_000
    say(time)
    expect(closed).toEqual([])
  })
})
