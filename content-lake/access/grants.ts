/**
 * @file What each role may do, as a set of filters with permissions: the one statement of it.
 *
 * Pure. The Studio is told the very same set (`…/acl`), so its buttons agree with what the lake enforces.
 * Filters are GROQ conditions on one document. An id without a dot is published; `drafts.**` and
 * `versions.**` are copies at work; any other id with a dot is kept from all who are not named here.
 */
import { countyOwnedTypes, openTypes, reviewedTypes, typesOfWork } from '../../contracts/documents/kinds.ts'
import type { Party } from './party.ts'

/** As Sanity names them. `update` covers deletion. */
export type Permission = 'read' | 'history' | 'create' | 'update' | 'editHistory' | 'manage'

export interface Grant {
  filter: string
  permissions: readonly Permission[]
  /**
   * On assets only, which belong to nobody: `seen`: those that a document refers to which the party may
   * read; `loose`: those that nothing refers to as well. No filter over one document can say so.
   */
  assets?: 'seen' | 'loose'
}

export const ASSET_TYPES: readonly string[] = ['sanity.imageAsset', 'sanity.fileAsset']

const list = (types: readonly string[]) => JSON.stringify(types)
const everything = '_id in path("**")'
const assets = `_type in ${list(ASSET_TYPES)}`
const published = `_id in path("*") && !(_type in path("system.**") || ${assets} || _type == "errorReport")`
const copy = '(_id in path("drafts.**") || _id in path("versions.**"))'
const releases = '_type == "system.release" && _id in path("_.releases.*")'
const reports = '_type == "errorReport" && _id in path("report.*")'

const trail = '_type == "review" && _id in path("review.*")'

const LOOK: readonly Permission[] = ['read', 'history']
const WRITE: readonly Permission[] = ['create', 'update']

/**
 * What a party may do. The order of grants means nothing.
 * @param isReviewed what goes out wants the approval of others, so whoever works on it may put it out
 */
export function grantsOf(party: Party, isReviewed = false): readonly Grant[] {
  return [...ownGrantsOf(party), ...trails(party, isReviewed), ...(isReviewed ? publishes(party) : [])]
}

function ownGrantsOf({ role, county }: Party): readonly Grant[] {
  switch (role) {
    case 'administrator':
    case 'system':
      return [{ filter: everything, permissions: [...LOOK, ...WRITE, 'editHistory', 'manage'] }]
    case 'operator':
      return [
        ...staff(county, ['errorReport']),
        ...writes(`(_id in path("*") || ${copy})`, typesOfWork('registry'), county),
        ...writes(copy, typesOfWork('schedule'), county),
      ]
    case 'editor':
      return [...staff(county), ...seesReports(county), ...writes(copy, typesOfWork('content'), county)]
    case 'reviewer':
      return [...staff(county), ...seesReports(county)]
    case 'viewer':
      return [{ filter: everything, permissions: LOOK }]
    case 'adviser':
      return [
        { filter: published, permissions: ['read'] },
        { filter: assets, permissions: ['read'], assets: 'seen' },
      ]
    case 'receiver':
      return [
        { filter: published, permissions: ['read'] },
        { filter: reports, permissions: ['read', 'create'] },
        { filter: assets, permissions: ['read'], assets: 'seen' },
      ]
    case 'anonymous':
      return [
        { filter: `_id in path("*") && _type in ${list(openTypes)}`, permissions: ['read'] },
        { filter: assets, permissions: ['read'], assets: 'seen' },
      ]
  }
}

/** What all who work at the desk see: what is published, and the copies at work of their own county. */
function staff(county: string | null, except: readonly string[] = []): Grant[] {
  const ownCopies = county === null ? copy : `${copy} && ${isOf(county)}`
  return [
    { filter: published, permissions: LOOK },
    {
      filter: `${ownCopies} && !(_type in path("system.**") || _type in ${list(except)})`,
      permissions: LOOK,
    },
    { filter: releases, permissions: LOOK },
    { filter: assets, permissions: LOOK, assets: 'loose' },
  ]
}

/**
 * Trails of review: everybody at the desk adds a step of his own to those of his county; no more is let in.
 * Where nobody judges what is written there, only who moves data in writes it.
 */
function trails({ role, county }: Party, isReviewed: boolean): Grant[] {
  const own = county === null ? trail : `${trail} && ${isOf(county)}`
  switch (role) {
    case 'operator':
    case 'editor':
    case 'reviewer':
      return [{ filter: own, permissions: isReviewed ? [...LOOK, ...WRITE] : LOOK }]
    case 'receiver':
      return [{ filter: trail, permissions: ['read'] }]
    default:
      return []
  }
}

/** Of what wants approval, and of answers to readers, which do not wait for it. */
function publishes({ role, county }: Party): Grant[] {
  const inPlace = '_id in path("*")'
  const content = typesOfWork('content').filter((type) => type !== 'errorReport')
  switch (role) {
    case 'operator':
      return writes(inPlace, typesOfWork('schedule'), county)
    case 'editor':
      return [...writes(inPlace, content, county), { filter: reportsOf(county), permissions: ['update'] }]
    case 'reviewer':
      return writes(inPlace, reviewedTypes, county)
    default:
      return []
  }
}

/** A report that names no county is everybody's at the desk. */
const reportsOf = (county: string | null): string =>
  county === null ? reports : `${reports} && (!defined(county) || ${isOf(county)})`

const seesReports = (county: string | null): Grant[] => [{ filter: reportsOf(county), permissions: LOOK }]

/**
 * The lake sets the county of what is created without one, so such a creation is granted; what stands
 * belongs to the county before and after every change.
 */
function writes(place: string, types: readonly string[], county: string | null): Grant[] {
  const upload: Grant = { filter: assets, permissions: ['create'] }
  if (county === null) return [upload, { filter: `${place} && _type in ${list(types)}`, permissions: WRITE }]
  const owned = types.filter((type) => countyOwnedTypes.some((one) => one === type))
  const ofType = `${place} && _type in ${list(owned)}`
  return [
    upload,
    { filter: `${ofType} && ${isOf(county)}`, permissions: WRITE },
    { filter: `${ofType} && !defined(county)`, permissions: ['create'] },
  ]
}

const isOf = (county: string) => `county._ref == ${JSON.stringify(county)}`
