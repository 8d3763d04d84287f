/** @file Hands a text to the browser as a file. */

const takenWithinMs = 10_000

export function download(name: string, text: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/vtt' }))
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), takenWithinMs)
}
