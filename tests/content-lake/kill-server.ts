/**
 * @file A lake on a port that prints its port and a token as one line of JSON, and serves until it is killed.
 *
 * Argument: the data folder.
 */
import { writeSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { openLake } from '../../content-lake/main.ts'

const [, , dataFolder] = process.argv
if (dataFolder === undefined) throw new Error('usage: kill-server.ts <data folder>')
const silent = { info: () => {}, warn: () => {}, error: () => {} }
const lake = await openLake(
  {
    dataFolder,
    projectId: 'pufa',
    dataset: 'production',
    origin: null,
    adminPassword: null,
    queryWorkers: 1,
  },
  { clock: Date, log: silent },
)
const token = lake.issueServiceToken('clients', 'administrator')
const server = createServer((request, response) => lake.handle(request, response))
await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
const { port } = server.address() as AddressInfo
writeSync(1, `${JSON.stringify({ port, token })}\n`)
