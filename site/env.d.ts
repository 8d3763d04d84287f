/** @file What every page is handed by `site/serve/page-server.ts`. */
declare namespace App {
  interface Locals {
    readonly content: import('./content/index.ts').Content
    /** Short codes of documents that have a page. */
    readonly codes: import('./share/code-book.ts').CodeBook
    readonly search: import('./search/live-search.ts').Search
    /** The bureau's date on the day of rendering. */
    readonly today: import('../contracts/documents/base.ts').LocalDate
    readonly now: import('../contracts/documents/base.ts').LocalDateTime
    readonly instant: import('../contracts/part.ts').Instant
    readonly zone: string
    /** 24 px and simpler pages; with `largest`, 30 px. */
    readonly largeText: boolean
    readonly largest: boolean
    /** Public address of the site without a trailing slash; null until the bureau has set one. */
    readonly origin: string | null
    /** Where this program answers: `origin`, or its address on this machine. Codes lead there. */
    readonly here: string
    /** What stands before an asset's path: empty for the embedded lake. */
    readonly assetBase: string
    /** Path and sorted query of this page, for the way back from the large-text switch. */
    readonly address: string
    /** What a reader tried to hand in, and what is wrong with it; null on every page that is asked for. */
    readonly report: {
      about: string
      text: string
      problem: import('../contracts/errors/registry.ts').PufaError
    } | null
  }
}
