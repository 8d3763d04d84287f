/** @file The rule table, put together from its files. */
import type { RuleTable } from '../support/schedules.ts'
import shareAndCaps from './rules-of-share-and-caps.json' with { type: 'json' }
import rules from './rules.json' with { type: 'json' }

const first = rules as unknown as RuleTable
const second = shareAndCaps as unknown as Pick<RuleTable, 'plays'>

export const table: RuleTable = { ...first, plays: [...first.plays, ...second.plays] }
