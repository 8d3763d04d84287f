/** @file A line to a server that can be cut, with everything that goes over it, and mended again. */
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

export interface CuttableLine {
  origin: string
  /** Ends every connection, and each new one at once. */
  cut(): void
  mend(): void
  close(): Promise<void>
}

export async function openLine(target: string): Promise<CuttableLine> {
  const { hostname, port } = new URL(target)
  const sockets = new Set<Socket>()
  let isCut = false
  const keep = (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => sockets.delete(socket))
  }
  const endAll = () => {
    for (const socket of sockets) socket.destroy()
  }
  const server = createServer((near) => {
    keep(near)
    if (isCut) {
      near.destroy()
      return
    }
    const far = connect(Number(port), hostname)
    keep(far)
    near.on('close', () => far.destroy())
    far.on('close', () => near.destroy())
    near.pipe(far).pipe(near)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    cut() {
      isCut = true
      endAll()
    },
    mend() {
      isCut = false
    },
    close: () =>
      new Promise((closed) => {
        endAll()
        server.close(() => closed())
      }),
  }
}
