/** @file Mutations and actions, as the text of a request's body: right, nearly right, and wrong. */
import type { Dice } from './dice.ts'
import { queryText } from './queries.ts'
import { anId, damaged, jsonObject, jsonValue, members, patchPath, words } from './values.ts'

const quoted = (text: string) => JSON.stringify(text)
const types = ['question', 'question', 'law', 'law', 'sanity.imageAsset', 'system.release', '', '__proto__']

function document(dice: Dice): string {
  const more = members(dice, 4, 0.9)
  const id = dice.chance(0.9) ? `"_id":${quoted(anId(dice))},` : ''
  const type = dice.chance(0.95) ? `"_type":${quoted(dice.pick(types))}` : '"_type":5'
  return `{${id}${type}${more === '' || dice.chance(0.1) ? '' : `,${more}`}}`
}

const paths = (dice: Dice, value: () => string) =>
  `{${dice.many(0, 3, () => `${quoted(patchPath(dice))}:${value()}`).join(',')}}`

function operation(dice: Dice): string {
  switch (dice.int(9)) {
    case 0:
    case 1:
      return `"set":${paths(dice, () => jsonValue(dice, 3))}`
    case 2:
      return `"setIfMissing":${paths(dice, () => jsonValue(dice, 2))}`
    case 3:
      return `"unset":[${dice.many(0, 3, () => quoted(patchPath(dice))).join(',')}]`
    case 4:
      return `"${dice.pick(['inc', 'dec'])}":${paths(dice, () => jsonValue(dice, 0))}`
    case 5:
      return `"insert":{"${dice.pick(['before', 'after', 'replace', 'beside'])}":${quoted(patchPath(dice))},"items":${dice.pick([`[${jsonValue(dice, 2)}]`, jsonValue(dice, 1)])}}`
    case 6:
      return `"diffMatchPatch":${paths(dice, () => quoted(dice.pick(['@@ -1,3 +1,4 @@\n x\n+y\n', '@@ -9,99999 +1 @@\n%zz', ...words])))}`
    case 7:
      return `"merge":${jsonObject(dice, 2)}`
    default:
      return `"${dice.pick(['explode', '__proto__', 'ifRevisionID', 'set', 'unset', 'insert'])}":${jsonValue(dice, 2)}`
  }
}

const patch = (dice: Dice) => dice.many(1, 3, () => operation(dice)).join(',')

const byQuery = (dice: Dice) =>
  `"query":${quoted(queryText(dice))},"params":${dice.pick(['{"n":1}', jsonValue(dice, 1)])}`

function mutation(dice: Dice): string {
  const target = () => (dice.chance(0.93) ? `"id":${quoted(anId(dice))}` : byQuery(dice))
  switch (dice.int(8)) {
    case 0:
      return `{"create":${document(dice)}}`
    case 1:
      return `{"createIfNotExists":${document(dice)}}`
    case 2:
    case 3:
      return `{"createOrReplace":${document(dice)}}`
    case 4:
      return `{"delete":{${target()}}}`
    case 7:
      return dice.chance(0.2) ? jsonValue(dice, 2) : `{"patch":{${target()},${patch(dice)}}}`
    default:
      return `{"patch":{${target()},${patch(dice)}}}`
  }
}

const transactionId = (dice: Dice) =>
  dice.chance(0.2)
    ? `,"transactionId":${dice.pick(['"t1"', '""', '"a b"', '7', '"__proto__"', jsonValue(dice, 1)])}`
    : ''

const maybeDamaged = (text: string, dice: Dice) => (dice.chance(0.05) ? damaged(text, dice) : text)

/** Body of `POST /data/mutate`. */
export function mutationsBody(dice: Dice): string {
  const list = dice.chance(0.99) ? `[${dice.many(0, 4, () => mutation(dice)).join(',')}]` : jsonValue(dice, 2)
  return maybeDamaged(`{"mutations":${list}${transactionId(dice)}}`, dice)
}

const actionNames = [
  ...['create', 'edit', 'replaceDraft', 'publish', 'unpublish', 'discard', 'delete'].map(
    (verb) => `document.${verb}`,
  ),
  ...['create', 'replace', 'discard', 'unpublish'].map((verb) => `document.version.${verb}`),
  ...['create', 'edit', 'publish', 'schedule', 'unschedule', 'archive', 'unarchive', 'delete', 'import'].map(
    (verb) => `release.${verb}`,
  ),
  '__proto__',
  'nothing',
]

function action(dice: Dice): string {
  const id = () => quoted(anId(dice))
  const members = [
    `"actionType":${quoted(`sanity.action.${dice.pick(actionNames)}`)}`,
    `"publishedId":${id()}`,
    `"draftId":${id()}`,
    `"versionId":${id()}`,
    `"baseId":${id()}`,
    `"releaseId":${quoted(dice.pick(['r1', 'r2', '', '../x', '__proto__']))}`,
    `"attributes":${dice.chance(0.7) ? document(dice) : jsonValue(dice, 2)}`,
    `"document":${dice.chance(0.7) ? document(dice) : jsonValue(dice, 2)}`,
    `"patch":${dice.chance(0.8) ? `{${patch(dice)}}` : jsonValue(dice, 2)}`,
    `"metadata":${jsonValue(dice, 2)}`,
    `"publishAt":${quoted(dice.pick(words))}`,
    `"ifExists":${dice.pick(['"fail"', '"ignore"', '1'])}`,
    `"includeDrafts":[${id()}]`,
    `"includeVersions":${jsonValue(dice, 1)}`,
    `"ifDraftRevisionId":${jsonValue(dice, 0)}`,
    `"purge":true`,
  ]
  const [kind = '', ...rest] = members
  return `{${[kind, ...rest.filter(() => dice.chance(0.6))].join(',')}}`
}

/** Body of `POST /data/actions`. */
export function actionsBody(dice: Dice): string {
  const list = dice.chance(0.97) ? `[${dice.many(0, 3, () => action(dice)).join(',')}]` : jsonValue(dice, 2)
  const dryRun = dice.chance(0.1) ? `,"dryRun":${dice.pick(['true', '1', 'null'])}` : ''
  return maybeDamaged(`{"actions":${list}${transactionId(dice)}${dryRun}}`, dice)
}
