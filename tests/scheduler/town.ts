/** @file Two counties with a screen each, one in a group, and a player that obeys. */
import type { PlayerSocket } from './player-socket.ts'
import { county, event, playlist, ref, screen, slogan, smallTown } from './samples.ts'
import type { SchedulerOnPort } from './scheduler-on-port.ts'

export const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from('a picture')])

const group = { ...county('x', '广场屏'), _id: 'group-squares', _type: 'screenGroup' as const }

/** A second county with a screen in a group. */
export const town = () => [
  ...smallTown(),
  { ...county('2', '乙县'), tile: { column: 3, row: 1 } },
  group,
  screen('screen-2', { county: ref('county-2'), groups: [ref('group-squares')] }),
  slogan('slogan-2', '有法可依'),
  playlist('playlist-2', 'slogan-2'),
  event('event-2', { playlist: ref('playlist-2'), targets: [{ county: 'county-2' }] }),
]

export const json = async <Value>(answer: Promise<Response>): Promise<Value> =>
  (await (await answer).json()) as Value

export interface View {
  screen: string
  online: boolean
  [field: string]: unknown
}

export const viewOf = ({ ask }: SchedulerOnPort, id: string) => json<View>(ask(`screens/${id}`))

/** Answers every order as a player would. */
export async function obey(player: PlayerSocket, ok = true, note = ''): Promise<string> {
  const { id, command } = await player.next('command')
  if (command.name === 'screenshot' && ok)
    player.say({ type: 'picture', id, mime: 'image/png', data: jpeg.toString('base64') })
  else player.say({ type: 'did', id, ok, note })
  return command.name
}

export interface Results {
  results: { screen: string; ok: boolean; note: string }[]
}
