/** @file Asks the resolver one question in a thread of its own; `workerData` is `{zone, at}`. */
import { parentPort, workerData } from 'node:worker_threads'
import { resolve } from '../../contracts/schedule/index.ts'
import { scheduleOf, screenOf } from '../support/schedules.ts'

const { zone, at } = workerData as { zone: string; at: number }
const schedule = scheduleOf({ zone, events: [{ id: 'e' }] }, { years: {}, legalDays: [], lunarMonths: [] })
const { from, until } = resolve(schedule, screenOf(), at)
parentPort?.postMessage({ from, until })
