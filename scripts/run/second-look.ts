/**
 * @file Which files of tests deserve a second look. A browser on a busy machine can be late in ways that no
 * patience covers, and one late picture among some four hundred files would hide whether the rest is sound.
 * Only few such files, and only those of a browser, are run once more, alone; each is named, so that it is
 * looked into. What fails there has failed.
 */
import * as v from 'valibot'

/** More at once are no chance. */
const filesMax = 3
const inBrowser = /(?:\/e2e\/|\.browser\.test\.ts$)/u

/** What vitest's `json` reporter writes, as far as it is read. */
const reportSchema = v.object({
  /** Of errors that belong to no test vitest only says that the whole did not succeed. */
  testResults: v.array(v.object({ name: v.string(), status: v.picklist(['passed', 'failed']) })),
})

/** @returns the files to run again; empty when there is nothing to do, or too much for chance */
export function worthSecondLook(report: unknown): string[] {
  const failed = v.parse(reportSchema, report).testResults.filter(({ status }) => status === 'failed')
  const files = failed.map(({ name }) => name)
  return files.length <= filesMax && files.every((file) => inBrowser.test(file)) ? files : []
}
