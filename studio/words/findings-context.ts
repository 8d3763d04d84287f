/** @file What was found in the document of this form, for the panel above it and for the fields that mark it. */
import { createContext, use } from 'react'
import type { Found } from './use-findings.ts'

export const FindingsContext = createContext<Found>({ state: 'looking', findings: [] })

export const useFound = (): Found => use(FindingsContext)
