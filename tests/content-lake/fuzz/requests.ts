/** @file One request of the fuzzer, made from one seed: which endpoint, which address, which body. */
import { diceOf, type Dice } from './dice.ts'
import { transform, upload } from './assets.ts'
import { encoded, search, type Endpoint, type FuzzRequest, type Ground, type Made } from './parts.ts'
import { queryText } from './queries.ts'
import { anId, damaged, jsonObject, jsonValue, words } from './values.ts'
import { actionsBody, mutationsBody } from './writes.ts'

const version = (dice: Dice) =>
  dice.pick(['v1', 'vX', 'v2021-03-25', 'v2025-02-19', 'v2025-02-19', 'v9999-99-99'])

const groqParams = (dice: Dice): [string, string][] =>
  (['$n', '$words', '$list', '$__proto__'] as const)
    .filter(() => dice.chance(0.5))
    .map((name) => [name, dice.chance(0.97) ? jsonValue(dice, 1) : dice.pick(words)])

const perspective = (dice: Dice) =>
  dice.chance(0.9)
    ? dice.pick(['raw', 'raw', 'published', 'drafts', 'previewDrafts', 'r1,drafts', 'r1'])
    : dice.pick(['raw,drafts', '', '__proto__', 'a b', ','])

/** Node's servers refuse heads of more than 16 KiB before the lake sees them. */
const PATH_MAX = 12_000
const cut = (path: string) => path.slice(0, PATH_MAX).replace(/%.?$/, '')

function query(dice: Dice): Made {
  const base = `/${version(dice)}/data/query/production`
  const text = queryText(dice)
  const options: [string, string][] = [
    ...(dice.chance(0.6) ? ([['perspective', perspective(dice)]] as [string, string][]) : []),
    ...(dice.chance(0.1) ? ([['returnQuery', dice.pick(['false', 'x'])]] as [string, string][]) : []),
    ...(dice.chance(0.1) ? ([['resultSourceMap', 'true']] as [string, string][]) : []),
  ]
  const path = `${base}?${search([['query', text], ...groqParams(dice), ...options])}`
  if (path.length < PATH_MAX && dice.chance(0.6)) return { method: 'GET', path, body: null }
  const body = `{"query":${dice.chance(0.98) ? JSON.stringify(text) : jsonValue(dice, 1)},"params":${dice.chance(0.97) ? jsonObject(dice, 2) : jsonValue(dice, 2)}}`
  return { method: 'POST', path: `${base}?${search(options)}`, body: bytesOf(body, dice) }
}

/** As UTF-8; seldom with bytes that are none, or behind a mark of order. */
function bytesOf(text: string, dice: Dice): Buffer {
  const bytes = Buffer.from(text)
  if (dice.chance(0.02) && bytes.length > 0)
    bytes[dice.int(bytes.length)] = dice.pick([0xff, 0xc0, 0x00, 0xed])
  if (dice.chance(0.01)) return Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes])
  if (dice.chance(0.01)) return Buffer.from(text, 'utf16le')
  return bytes
}

function mutate(dice: Dice): Made {
  const flags = ['returnIds', 'returnDocuments', 'dryRun', 'autoGenerateArrayKeys', 'visibility']
    .filter(() => dice.chance(0.3))
    .map((name): [string, string] => [name, dice.pick(['true', 'false', 'async', ''])])
  return {
    method: 'POST',
    path: `/v2025-02-19/data/mutate/production?${search(flags)}`,
    body: bytesOf(mutationsBody(dice), dice),
  }
}

const actions = (dice: Dice): Made => ({
  method: 'POST',
  path: `/${version(dice)}/data/actions/production`,
  body: bytesOf(actionsBody(dice), dice),
})

function listen(dice: Dice): Made {
  if (dice.chance(0.1))
    return {
      method: 'GET',
      path: cut(`/vX/data/live/events/production?${search(groqParams(dice))}`),
      body: null,
    }
  const text = queryText(dice)
  const flags = [
    'includeResult',
    'includeMutations',
    'includePreviousRevision',
    'enableResume',
    'includeAllVersions',
  ]
    .filter(() => dice.chance(0.4))
    .map((name): [string, string] => [name, dice.pick(['true', 'false', 'x'])])
  const all: [string, string][] = [
    ['query', text.slice(0, 1_200)],
    ...groqParams(dice),
    ...flags,
    ['effectFormat', 'mendoza'],
  ]
  const path = `/${version(dice)}/data/listen/production?${search(all)}`
  return {
    method: 'GET',
    path: cut(path),
    headers: dice.chance(0.3)
      ? {
          'last-event-id': dice.pick([
            '1-0',
            '0-e',
            '999999999999999-9',
            '-1-0',
            '1-999999999',
            'x',
            '',
            '1e9-0',
          ]),
        }
      : {},
    body: null,
  }
}

function history(dice: Dice): Made {
  const options = search(
    (
      [
        'revision',
        'time',
        'fromTime',
        'toTime',
        'fromTransaction',
        'limit',
        'nextCursor',
        'reverse',
        'lastRevision',
        'effectFormat',
      ] as const
    )
      .filter(() => dice.chance(0.3))
      .map((name) => [
        name,
        dice.pick(['true', 't1', '-1', '1e99', '2024-01-01T00:00:00Z', 'mendoza', ...words]),
      ]),
  )
  const named = encoded(dice.many(1, 3, () => anId(dice)).join(','))
  const way = dice.pick([`events/documents/${named}`, `transactions/${named}`, `documents/${named}`])
  return { method: 'GET', path: `/v1/data/history/production/${way}?${options}`, body: null }
}

const otherPaths = [
  ...[
    'users/me',
    'users/me/keyvalue/a,b',
    'users/x,y',
    'projects/pufa',
    'projects/__proto__',
    'auth/id',
    'check/cors',
  ],
  ...[
    'data/doc/production/ID',
    'data/doc/other/ID',
    'data/references/production/documents/ID/to',
    'data/export/production',
  ],
  ...[
    'schedules/%E0%A4',
    'journey/x/y',
    '%2e%2e/%2e%2e',
    '__proto__',
    '',
    '//',
    'data/query/production',
    'data/mutate/production',
  ],
]

function other(dice: Dice): Made {
  const path = dice.pick(otherPaths).replace('ID', encoded(anId(dice)))
  const method = dice.pick(['GET', 'GET', 'GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS'])
  const hasBody = method === 'POST' || method === 'PUT'
  const putsKeys = hasBody && dice.chance(0.3)
  return {
    method,
    path: putsKeys ? '/v1/users/me/keyvalue' : `/${version(dice)}/${path}`,
    headers: dice.chance(0.4)
      ? {
          [dice.pick([
            'cookie',
            'authorization',
            'origin',
            'content-type',
            'x-forwarded-proto',
            'accept',
            'sec-fetch-site',
            'host',
          ])]: dice.pick([
            'null',
            'Bearer ',
            'Bearer x',
            'pufa_session=%00',
            'https://evil.example',
            'x'.repeat(4_000),
            'a,b;c=d',
            '[::1',
            '"',
          ]),
        }
      : {},
    body: hasBody
      ? bytesOf(dice.chance(0.2) ? damaged(jsonObject(dice, 3), dice) : jsonValue(dice, 3), dice)
      : null,
  }
}

type Maker = readonly [Endpoint, sharePercent: number, (dice: Dice, ground: Ground) => Made]

const everyday: Maker = ['query', 40, query]
const makers: readonly Maker[] = [
  everyday,
  ['mutate', 22, mutate],
  ['actions', 12, actions],
  ['listen', 10, listen],
  ['upload', 4, upload],
  ['transform', 4, transform],
  ['history', 4, history],
  ['other', 4, other],
]

/** The request of a seed: always the same one, but for the picture's address. */
export function requestOf(seed: number, ground: Ground): FuzzRequest {
  const dice = diceOf(seed)
  let throwOf = dice.int(100)
  const [endpoint, , make] = makers.find(([, share]) => (throwOf -= share) < 0) ?? everyday
  const made = make(dice, ground)
  return { headers: {}, ...made, endpoint, isAnonymous: dice.chance(endpoint === 'query' ? 0.3 : 0.03) }
}
