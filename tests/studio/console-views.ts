/** @file A screen as the scheduler tells of it, for tests of the console. */
import type { CountyView, ScreenView } from '../../studio/tools/console/shapes.ts'

export const noon = Date.parse('2026-12-04T04:00:00Z')

export const screenView = (change: Partial<ScreenView> = {}): ScreenView => ({
  screen: 'screen-1',
  title: '示例广场屏',
  address: '示例广场东侧',
  size: { width: 512, height: 256 },
  county: { id: 'county-1', title: '示例县', tile: null },
  groups: [],
  pairedAt: noon - 86_400_000,
  online: true,
  lastSeenAt: noon - 3_000,
  nowPlaying: { item: 'slogan-1', title: '有事找法', kind: 'slogan', since: noon - 8_000 },
  revision: 7,
  appliedRevision: 7,
  behind: false,
  offsetMs: 12,
  assetsMissing: 0,
  cache: { bytes: 5e8, bytesMax: 2e9 },
  health: null,
  problems: [],
  box: null,
  version: '1.0.0',
  pictureAt: null,
  alerts: [],
  ...change,
})

export const alert = { incident: 4, kind: 'black', title: '画面全黑', openedAt: noon - 60_000, note: '' }

export const countyView = (id: string, change: Partial<CountyView> = {}): CountyView => ({
  id,
  title: id,
  tile: null,
  screens: 1,
  online: 1,
  offline: 0,
  unpaired: 0,
  alert: 0,
  ...change,
})
