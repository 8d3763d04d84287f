/** The package has no types of its own. */
declare module 'wawoff2' {
  const wawoff2: {
    decompress(file: Uint8Array): Promise<Uint8Array>
    compress(file: Uint8Array): Promise<Uint8Array>
  }
  export default wawoff2
}
declare module '*.svg?raw' {
  const text: string
  export default text
}
