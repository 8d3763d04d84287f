/** @file The lists that can come in as tables, in the order in which they are offered. */
import { calendar } from './calendar.ts'
import { lawyers } from './lawyers.ts'
import { offices } from './offices.ts'
import { screens } from './screens.ts'
import { stations } from './stations.ts'
import type { ListShape } from './shape.ts'
import { villages } from './villages.ts'
import { words } from './words.ts'

export const lists: readonly ListShape[] = [lawyers, offices, villages, stations, screens, calendar, words]

export const listNamed = (name: string): ListShape | undefined => lists.find((list) => list.name === name)
