/**
 * @file A program that commits as fast as it can and prints each id once it is acknowledged, until it is killed.
 *
 * Arguments: the data folder. Half of the writes are transactions of two documents, so that a torn one
 * would show.
 */
import { writeSync } from 'node:fs'
import { openLake } from '../../content-lake/main.ts'
import { randomId } from '../../content-lake/store/random.ts'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'

const [, , dataFolder] = process.argv
if (dataFolder === undefined) throw new Error('usage: kill-writer.ts <data folder>')
const silent = { info: () => {}, warn: () => {}, error: () => {} }
const lake = await openLake(
  {
    dataFolder,
    projectId: 'pufa',
    dataset: 'production',
    origin: null,
    adminPassword: 'of no account',
    queryWorkers: 1,
  },
  { clock: Date, log: silent },
)
const token = lake.issueServiceToken('writer', 'administrator')
const server = createServer((incoming, response) => lake.handle(incoming, response))
await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
const { port } = server.address() as AddressInfo

/** The status of one commit over HTTP. */
const commit = (body: string) =>
  new Promise<number>((resolve, reject) => {
    const call = request({
      port,
      host: '127.0.0.1',
      method: 'POST',
      path: '/v1/data/mutate/production',
      headers: { authorization: `Bearer ${token}` },
    })
    call.on('response', (response) => response.resume().on('end', () => resolve(response.statusCode ?? 0)))
    call.on('error', reject)
    call.end(body)
  })

writeSync(1, 'ready\n')
for (let n = 0; ; n++) {
  const id = randomId()
  const ids = n % 2 === 0 ? [`${id}-a`, `${id}-b`] : [`${id}-a`]
  const mutations = ids.map((_id) => ({ create: { _id, _type: 'written', text: '字'.repeat(n % 700) } }))
  const status = await commit(JSON.stringify({ mutations }))
  if (status !== 200) throw new Error(`commit answered ${status}`)
  writeSync(1, `${ids.join(' ')}\n`)
}
