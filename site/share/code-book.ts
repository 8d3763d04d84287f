/**
 * @file Which code belongs to which document.
 *
 * A code is given once and never again to another document, also after the document is gone: whoever
 * scans an old sign learns that, and is not led to something else.
 */

export interface CodeBook {
  /** The document's code; given at the first asking. */
  of(documentId: string): string
  /** @returns null when no document ever had it */
  documentOf(code: string): string | null
}
