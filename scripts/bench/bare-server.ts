/**
 * @file The least that node:http can do: sends the same bytes with the same headers to everyone. A reference.
 *
 * Arguments: a JSON file `{headers, body}` with the body in base64. Prints its port.
 */
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

const [, , file] = process.argv
if (file === undefined) throw new Error('usage: bare-server.ts <file>')
const { headers, body } = JSON.parse(readFileSync(file, 'utf8')) as {
  headers: Record<string, string>
  body: string
}
const bytes = Buffer.from(body, 'base64')
const server = createServer((_request, response) => {
  response.writeHead(200, headers)
  response.end(bytes)
})
server.listen(0, '127.0.0.1', () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`))
