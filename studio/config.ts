/** @file The Studio: schema, desk, language and the way to the content lake, put together. */
import './lake/install.ts'
import { zhHansLocale } from '@sanity/locale-zh-hans'
import { defineConfig, type DocumentActionComponent, type DocumentBadgeComponent } from 'sanity'
import { structureTool } from 'sanity/structure'
import { StudioFrame, StudioNavbar, ToolsWithAccount } from './chrome.tsx'
import { browserClock } from './clock.ts'
import { BasicsIcon } from './icons/places.tsx'
import { PufaIcon } from './icons/pufa.tsx'
import { clientFactory } from './lake/client.ts'
import { hasDesk, pageOrigin, studioSettings } from './lake/settings.ts'
import { media } from './media/plugin.tsx'
import { previewInspectors } from './preview/inspectors.tsx'
import { withPreviews } from './preview/warnings.ts'
import { withReview } from './review/actions/index.ts'
import { withheldNotice } from './review/hosted/withheld-notice.tsx'
import { review } from './review/plugin.tsx'
import { schemaTypes } from './schema/index.ts'
import { ResumeLiveAction, StopLiveAction } from './screens/live-actions.tsx'
import { PairAction, UnpairAction } from './screens/actions.tsx'
import { StateBadge } from './screens/StateBadge.ts'
import { withAnswers } from './publish/answering.ts'
import { withHeldPresses } from './publish/PublishAction.ts'
import { chineseBundles } from './strings/index.ts'
import { LapsedBadge } from './structure/LapsedBadge.ts'
import { citingTypes } from './structure/lapsed.ts'
import { comfort, comfortTypes } from './comfort/plugin.tsx'
import { consoleTool } from './tools/console/index.ts'
import { documentActions, newDocumentOptions, templates } from './structure/creating.ts'
import { deskStructure } from './structure/desk.ts'
import { calendarTool } from './tools/calendar/index.ts'
import { editorialTool } from './tools/editorial/index.ts'
import { guidesTool } from './tools/guides/index.ts'
import { tablesTool } from './tools/tables/index.ts'
import { reviewTool } from './tools/review/index.ts'

const settings = studioSettings()
const origin = pageOrigin()

/** The embedded lake has a sign-in page of its own; a hosted one brings its service's. */
const embeddedAuth = {
  loginMethod: 'cookie',
  providers: [{ name: 'pufa', title: '用账号登录', url: `${origin}/login` }],
  redirectOnSingle: true,
} as const

const screenActions = (actions: DocumentActionComponent[], type: string) =>
  type === 'screen'
    ? [...actions, PairAction, UnpairAction]
    : type === 'liveStream'
      ? [...actions, StopLiveAction, ResumeLiveAction]
      : actions

/** How a content goes out: handed in and approved, or at once where review is switched off. */
const released = (actions: DocumentActionComponent[], type: string) =>
  withHeldPresses(settings.isReviewed ? withAnswers(withReview(actions, type), type) : actions)

function ownBadges(type: string): DocumentBadgeComponent[] {
  if (type === 'screen') return [StateBadge]
  return citingTypes.some((citing) => citing === type) ? [LapsedBadge] : []
}

export default defineConfig({
  name: 'default',
  title: '普法编辑台',
  icon: PufaIcon,
  // `project.basePath` of the command line's settings is put before this; given twice it would double.
  basePath: '/',
  projectId: settings.projectId,
  dataset: settings.dataset,
  apiHost: settings.apiHost ?? origin,
  unstable_clientFactory: clientFactory(settings, origin),
  ...(settings.apiHost === null ? { auth: { ...embeddedAuth, providers: [...embeddedAuth.providers] } } : {}),
  // The desk knows people by the tokens of the service, as which a cookie of the service is of no use.
  ...(hasDesk(settings) ? { auth: { loginMethod: 'token' as const } } : {}),
  plugins: [
    structureTool({ title: '内容', icon: BasicsIcon, structure: deskStructure(browserClock) }),
    zhHansLocale(),
    review(settings.isReviewed),
    ...(hasDesk(settings) ? [withheldNotice()] : []),
    comfort(),
    media(),
  ],
  i18n: {
    locales: (known) => known.filter(({ id }) => id === 'zh-Hans'),
    bundles: (known) => [...known, ...chineseBundles],
  },
  // The name of this one stands in no locale.
  tools: (known) => [
    ...known.map((tool) => (tool.name === 'releases' ? { ...tool, title: '发布计划' } : tool)),
    ...(settings.isReviewed ? [reviewTool] : []),
    calendarTool,
    consoleTool,
    tablesTool,
    editorialTool,
    guidesTool,
  ],
  schema: {
    types: comfortTypes(withPreviews(schemaTypes(browserClock), fetch), settings.isReviewed),
    templates,
  },
  document: {
    newDocumentOptions,
    actions: (actions, { schemaType }) =>
      released(screenActions(documentActions(actions, schemaType), schemaType), schemaType),
    badges: (badges, { schemaType }) => [...badges, ...ownBadges(schemaType)],
    inspectors: (inspectors, { documentType }) => [
      ...inspectors,
      ...previewInspectors(documentType, settings.apiHost === null),
    ],
    comments: { enabled: false },
  },
  studio: {
    components: {
      layout: StudioFrame,
      navbar: StudioNavbar,
      ...(settings.apiHost === null ? { toolMenu: ToolsWithAccount } : {}),
    },
  },
  tasks: { enabled: false },
  releases: { enabled: true },
  scheduledPublishing: { enabled: false },
  scheduledDrafts: { enabled: true },
  mediaLibrary: { enabled: false },
  announcements: { enabled: false },
  // What happened to a release is read from the lake's history, not from the Studio's own comparison.
  beta: { eventsAPI: { releases: true } },
})
