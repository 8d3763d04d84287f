/** @file Pages of one person and of one office: “列为意向” takes along what was chosen before. */
import { carryChoices } from './people/carry.ts'

carryChoices(document)
addEventListener('hashchange', () => carryChoices(document))
