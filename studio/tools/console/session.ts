/** @file Who is signed in, for every page of the console. What somebody may not do has no button. */
import { createContext, useContext } from 'react'
import type { Me } from './shapes.ts'

export const SessionContext = createContext<Me>({ id: '', commands: false, county: null })

export const useSession = (): Me => useContext(SessionContext)
