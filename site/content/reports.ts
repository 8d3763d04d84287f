/** @file What became of a report, for who holds its receipt. The reader's own words are never shown again. */
import type { ErrorReport } from '../../contracts/documents/desk.ts'
import { readReceipt } from '../desk/reports.ts'
import type { LakeReader } from './lake.ts'

export type ReceiptPage = Pick<ErrorReport, 'receipt' | 'path' | 'receivedAt' | 'state'> & {
  answer: string | null
  answeredOn: string | null
}

export interface ReportContent {
  /** @returns null when there is no such receipt */
  receipt(text: string): Promise<ReceiptPage | null>
}

const query = `*[_type == "errorReport" && _id == $id][0]{receipt, path, receivedAt, state, answer, answeredOn}`

export function createReportContent(lake: LakeReader): ReportContent {
  return {
    async receipt(text) {
      const receipt = readReceipt(text)
      if (receipt === null) return null
      return lake.read<ReceiptPage | null>(['errorReport'], query, { id: `report.${receipt}` })
    },
  }
}
