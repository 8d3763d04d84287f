/**
 * @file 找错: takes a reader's report, checks it, and hands it to the lake under a receipt of its own.
 *
 * What is refused is neither kept nor logged. The report is acknowledged after the lake has it on disk.
 */
import type { SanityClient } from '@sanity/client'
import { reportTextMax, type ErrorReport } from '../../contracts/documents/desk.ts'
import { failSite } from '../../contracts/errors/site.ts'
import type { Clock } from '../../contracts/part.ts'
import { holdsPersonalNumber } from './personal.ts'
import { copiedAlphabet } from '../share/code.ts'
import { safeReturn } from './form.ts'

const receiptLength = 8

export interface Reports {
  /**
   * @returns the receipt
   * @throws PufaError `site.report-empty`, `-too-long`, `-personal`; `site.content-unreachable`
   */
  hand(report: { about: string; text: string }): Promise<string>
}

export function createReports(
  client: SanityClient,
  parts: { clock: Clock; random: (bytes: number) => Uint8Array },
): Reports {
  return {
    async hand({ about, text }) {
      const plain = text.replaceAll(/\s+/g, ' ').trim()
      if (plain === '') throw failSite('site.report-empty')
      if ([...plain].length > reportTextMax) throw failSite('site.report-too-long')
      if (holdsPersonalNumber(plain)) throw failSite('site.report-personal')
      const receipt = [...parts.random(receiptLength)]
        .map((byte) => copiedAlphabet[byte % copiedAlphabet.length])
        .join('')
      const document: Omit<ErrorReport, '_rev' | '_createdAt' | '_updatedAt'> = {
        _id: `report.${receipt}`,
        _type: 'errorReport',
        receipt,
        path: safeReturn(about),
        text: plain,
        receivedAt: new Date(parts.clock.now()).toISOString(),
        state: 'received',
      }
      try {
        await client.create(document)
      } catch (error) {
        throw failSite('site.content-unreachable', {}, error)
      }
      return receipt
    },
  }
}

/** A receipt as somebody typed it. @returns null when it is none */
export function readReceipt(text: string): string | null {
  const plain = text.normalize('NFKC').toUpperCase().replaceAll(/[\s-]/g, '')
  const isReceipt = plain.length === receiptLength && [...plain].every((c) => copiedAlphabet.includes(c))
  return isReceipt ? plain : null
}

/** In two groups, as it is read aloud. */
export const shownReceipt = (receipt: string): string => `${receipt.slice(0, 4)}-${receipt.slice(4)}`
