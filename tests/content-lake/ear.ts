/** @file Hears the events of an SSE text, and waits for the next ones. */
export interface Heard {
  id: string | null
  name: string
  data: Record<string, unknown>
}

/** Collects the events of an SSE text that comes in pieces, and waits for the next ones. */
export class Ear {
  readonly heard: Heard[] = []
  #text = ''
  #wake: (() => void)[] = []

  take(text: string) {
    this.#text += text
    for (let end = this.#text.indexOf('\n\n'); end >= 0; end = this.#text.indexOf('\n\n')) {
      const lines = this.#text.slice(0, end).split('\n')
      this.#text = this.#text.slice(end + 2)
      const field = (name: string) =>
        lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2)
      const data = field('data')
      if (data !== undefined)
        this.heard.push({
          id: field('id') ?? null,
          name: field('event') ?? '',
          data: JSON.parse(data) as Record<string, unknown>,
        })
    }
    for (const wake of this.#wake.splice(0)) wake()
  }

  async next(count: number): Promise<Heard[]> {
    while (this.heard.length < count) await new Promise<void>((wake) => this.#wake.push(wake))
    return this.heard.splice(0, count)
  }
}
