/**
 * @file Gets the question bank: from the network, else as this phone kept it the last time.
 *
 * A fair stands where the network comes and goes, so a bank that has been read once is enough.
 */
import { type Bank, parseBank } from '../../fair/bank.ts'
import { keepText, keptText } from '../kept-text.ts'

const bankName = 'pufa-fair-bank'
const waitMsMax = 8_000

export interface LoadedBank {
  bank: Bank
  from: 'network' | 'phone'
}

async function fetchText(address: string): Promise<string | null> {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(waitMsMax) })
    return response.ok ? await response.text() : null
  } catch (error) {
    // No network is a TypeError, a wait that took too long a DOMException.
    if (error instanceof TypeError || error instanceof DOMException) return null
    throw error
  }
}

/** @returns null when there is neither network nor a bank on this phone */
export async function loadBank(address: string): Promise<LoadedBank | null> {
  const text = await fetchText(address)
  const bank = text === null ? null : parseBank(text)
  if (text !== null && bank !== null) {
    keepText(bankName, text)
    return { bank, from: 'network' }
  }
  const kept = parseBank(keptText(bankName) ?? '')
  return kept && { bank: kept, from: 'phone' }
}
