/**
 * @file The papers, in the order of the index page. For the server: a phone loads one kind alone
 * (site/phone/papers.ts).
 */
import { debtNote } from './kinds/debt-note.ts'
import { labourArbitration } from './kinds/labour-arbitration.ts'
import { loanComplaint } from './kinds/loan-complaint.ts'
import { loanNote } from './kinds/loan-note.ts'
import { repaymentAgreement } from './kinds/repayment-agreement.ts'
import { supportAgreement } from './kinds/support-agreement.ts'
import type { Paper } from './shape.ts'

export const papers: readonly Paper[] = [
  loanNote,
  debtNote,
  repaymentAgreement,
  labourArbitration,
  loanComplaint,
  supportAgreement,
]
