/**
 * @file Lines of NDJSON as they come: a line ends with a line feed and with nothing else.
 *
 * Node's `readline` also ends lines at U+2028, which JSON lets stand within a text.
 */
const LINE_CHARACTERS_MAX = 64 * 1024 * 1024

/** @throws Error in Chinese for a line without an end */
export async function* splitLines(source: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of source) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    if (rest.length > LINE_CHARACTERS_MAX) throw new Error('有一行太长（超过 64 MB），这不是导出的内容')
    yield* lines.map((line) => line.replace(/\r$/, ''))
  }
  if (rest !== '') yield rest
}
