/** @file The endpoints of `/api/signage/`, one entry each. Described in docs/signage-api.md. */
import type { Route } from './route.ts'
import { alertsRoutes } from './routes/alerts.ts'
import { assetsRoutes } from './routes/assets.ts'
import { keyRoutes } from './routes/key.ts'
import { ordersRoutes } from './routes/orders.ts'
import { commandsRoutes } from './routes/commands.ts'
import { fleetRoutes } from './routes/fleet.ts'
import { eventsRoutes } from './routes/events.ts'
import { gateRoutes } from './routes/gate.ts'
import { legibilityRoutes } from './routes/legibility.ts'
import { liveRoutes } from './routes/live.ts'
import { meRoutes } from './routes/me.ts'
import { pairingsRoutes } from './routes/pairings.ts'
import { previewRoutes } from './routes/preview.ts'
import { renditionsRoutes } from './routes/renditions.ts'
import { reportsRoutes } from './routes/reports.ts'
import { scheduleRoutes } from './routes/schedule.ts'
import { screensRoutes } from './routes/screens.ts'
import { timetableRoutes } from './routes/timetable.ts'

export const routes: readonly Route[] = [
  ...timetableRoutes,
  ...scheduleRoutes,
  ...eventsRoutes,
  ...assetsRoutes,
  ...fleetRoutes,
  ...screensRoutes,
  ...commandsRoutes,
  ...alertsRoutes,
  ...meRoutes,
  ...pairingsRoutes,
  ...keyRoutes,
  ...ordersRoutes,
  ...reportsRoutes,
  ...gateRoutes,
  ...renditionsRoutes,
  ...legibilityRoutes,
  ...previewRoutes,
  ...liveRoutes,
]
