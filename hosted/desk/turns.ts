/** @file Lets what concerns one content happen one after the other, and other contents meanwhile. Pure. */
import { failHosted } from '../../contracts/errors/hosted.ts'

const waitingMax = 200

export function turnsOf(): <Result>(subject: string, work: () => Promise<Result>) => Promise<Result> {
  const last = new Map<string, Promise<unknown>>()
  let waiting = 0
  return async (subject, work) => {
    if (waiting >= waitingMax) throw failHosted('hosted.too-busy')
    waiting++
    const before = last.get(subject) ?? Promise.resolve()
    const mine = before.then(work, work)
    last.set(subject, mine)
    try {
      return await mine
    } finally {
      waiting--
      if (last.get(subject) === mine) last.delete(subject)
    }
  }
}
