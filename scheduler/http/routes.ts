/** @file The endpoints of `/api/signage/`, one entry each. Described in docs/signage-api.md. */
import type { Route } from './route.ts'
import { assetsRoutes } from './routes/assets.ts'
import { keyRoutes } from './routes/key.ts'
import { ordersRoutes } from './routes/orders.ts'
import { pairingsRoutes } from './routes/pairings.ts'
import { screensRoutes } from './routes/screens.ts'
import { timetableRoutes } from './routes/timetable.ts'

export const routes: readonly Route[] = [
  ...timetableRoutes,
  ...assetsRoutes,
  ...screensRoutes,
  ...pairingsRoutes,
  ...keyRoutes,
  ...ordersRoutes,
]
