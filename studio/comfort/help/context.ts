/** @file How the help menu starts what the frame shows: the tour and the list of keys. */
import { createContext, useContext } from 'react'

export interface Help {
  startTour(): void
  showKeys(): void
}

const nothing: Help = { startTour: () => undefined, showKeys: () => undefined }

export const HelpContext = createContext<Help>(nothing)
export const useHelp = (): Help => useContext(HelpContext)
