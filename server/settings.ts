/**
 * @file The program's settings, read once from the environment.
 *
 * Pure: the environment is handed in. An empty variable counts as not set. Every error names the
 * variable, what was found, and what to write instead. Listed for people in docs/settings.md.
 */
import * as v from 'valibot'
import { failStart } from '../contracts/errors/start.ts'
import type { LakeAccess } from '../contracts/part.ts'

export interface HostedLake {
  projectId: string
  dataset: string
  token: string
  apiHost: string
  /** Hosted projects of Sanity answer on a host name of their own; another host does not. */
  useProjectHostname: boolean
}

export interface Settings {
  port: number
  host: string
  /** Public address without a slash at its end, or `null` while the bureau has set none. */
  origin: string | null
  dataFolder: string
  demo: boolean
  adminPassword: string | null
  tls: { certFile: string; keyFile: string } | null
  internalPort: number | null
  metricsToken: string | null
  /** Where alerts of screens are told; both may be set. */
  alerts: {
    webhook: { url: string; secret: string | null } | null
    mail: { smtp: string; from: string; to: string[] } | null
  }
  /** How long raw records of plays are kept; `null`: as long as the scheduler does by itself. */
  playsKeptDays: number | null
  /** Contents of revisions replaced longer ago are dropped; `null`: kept for ever. */
  historyDays: number | null
  /** Live sources may lie in the bureau's own network, and need no TLS. */
  livePrivate: boolean
  /** Program that makes films fit screens; `off`: they go as they are. */
  ffmpeg: string
  /** How long assets that nothing refers to are kept; `null`: as long as the lake does by itself. */
  assetGraceDays: number | null
  /** Origins of other programs whose pages may use the embedded lake. */
  corsOrigins: string[]
  /** Three people approve before anything is public. */
  isReviewed: boolean
  /** `null`: the embedded lake. */
  hosted: HostedLake | null
}

type Environment = Readonly<Record<string, string | undefined>>

const port = v.pipe(
  v.string(),
  v.regex(/^\d{1,5}$/, '要写成 1 到 65535 的整数，例如 4321'),
  v.transform(Number),
  v.minValue(1, '要在 1 到 65535 之间'),
  v.maxValue(65_535, '要在 1 到 65535 之间'),
)
const anyWebAddress = v.pipe(
  v.string(),
  v.check(
    (text) => ['http:', 'https:'].includes(URL.parse(text)?.protocol ?? ''),
    '要写成完整网址，例如 https://pufa.example.gov.cn',
  ),
)
const webAddress = v.pipe(
  anyWebAddress,
  v.transform((text) => text.replace(/\/+$/, '')),
)
const onOff = v.pipe(
  v.picklist(['0', '1'], '只能写 0 或 1'),
  v.transform((text) => text === '1'),
)
const text = v.pipe(v.string(), v.minLength(1))
const password = v.pipe(v.string(), v.minLength(10, '密码至少 10 个字符'), v.maxLength(200, '密码太长'))
const secret = v.pipe(v.string(), v.minLength(20, '至少 20 个字符，请用随机生成的文字'))

const mailServer = v.pipe(
  v.string(),
  v.check(
    (text) => ['smtp:', 'smtps:'].includes(URL.parse(text)?.protocol ?? ''),
    '要写成 smtp:// 或 smtps:// 开头的地址，例如 smtps://账号:密码@mail.example.gov.cn:465',
  ),
)
const mailAddress = v.pipe(v.string(), v.regex(/^[^\s@<>,;]+@[^\s@<>,;]+$/, '要写成邮箱地址'))
const mailAddresses = v.pipe(
  v.string(),
  v.transform((text) => text.split(/[,，;；]/).map((one) => one.trim())),
  v.array(mailAddress),
  v.maxLength(20, '最多写 20 个邮箱'),
)
const days = (least: number) =>
  v.pipe(
    v.string(),
    v.regex(/^\d{1,5}$/, '要写成天数，例如 1100'),
    v.transform(Number),
    v.minValue(least, `至少 ${least} 天`),
  )
const pageOrigins = v.pipe(
  v.string(),
  v.transform((text) => text.split(/[,，;；]/).map((one) => one.trim())),
  v.array(
    v.pipe(
      anyWebAddress,
      v.transform((text) => new URL(text).origin),
    ),
  ),
  v.maxLength(20, '最多写 20 个网址'),
)

export function parseSettings(environment: Environment): Settings {
  function read<Output>(name: string, schema: v.GenericSchema<string, Output>): Output | undefined {
    const found = environment[name]?.trim()
    if (!found) return undefined
    const parsed = v.safeParse(schema, found)
    if (parsed.success) return parsed.output
    // A secret is never echoed.
    const shown = /PASSWORD|TOKEN|SECRET|SMTP|WEBHOOK/.test(name) ? '' : `，现在写的是“${found}”`
    throw failStart('start.wrong-setting', {
      variable: name,
      remedy: `${name} ${parsed.issues[0].message}${shown}`,
    })
  }

  function together<Output>(
    names: readonly [string, string],
    values: [Output | undefined, Output | undefined],
  ) {
    const [first, second] = values
    if (first === undefined && second === undefined) return null
    if (first !== undefined && second !== undefined) return [first, second] as const
    throw failStart('start.wrong-setting', { variable: names[0], remedy: `${names.join(' 和 ')} 要一起设置` })
  }

  const tls = together(
    ['PUFA_TLS_CERT', 'PUFA_TLS_KEY'],
    [read('PUFA_TLS_CERT', text), read('PUFA_TLS_KEY', text)],
  )
  const hosted = hostedLake(read('SANITY_PROJECT_ID', text), {
    dataset: read('SANITY_DATASET', text),
    token: read('SANITY_TOKEN', text),
    apiHost: read('SANITY_API_HOST', webAddress),
  })
  const main = read('PORT', port) ?? 4321
  const internalPort = read('PUFA_INTERNAL_PORT', port) ?? null
  if (internalPort === main)
    throw failStart('start.wrong-setting', {
      variable: 'PUFA_INTERNAL_PORT',
      remedy: 'PUFA_INTERNAL_PORT 不能与 PORT 相同',
    })
  return {
    port: main,
    host: read('HOST', text) ?? '127.0.0.1',
    origin: read('PUFA_ORIGIN', webAddress) ?? null,
    dataFolder: read('PUFA_DATA', text) ?? './data',
    // Nobody's hosted project is filled with a demonstration unasked.
    demo: read('PUFA_DEMO', onOff) ?? hosted === null,
    isReviewed: read('PUFA_REVIEW', onOff) ?? true,
    adminPassword: read('PUFA_ADMIN_PASSWORD', password) ?? null,
    tls: tls && { certFile: tls[0], keyFile: tls[1] },
    internalPort,
    metricsToken: read('PUFA_METRICS_TOKEN', secret) ?? null,
    alerts: {
      webhook: webhookOf(read('PUFA_ALERT_WEBHOOK', anyWebAddress), read('PUFA_ALERT_SECRET', secret)),
      mail: mailOf(
        read('PUFA_ALERT_SMTP', mailServer),
        read('PUFA_ALERT_FROM', mailAddress),
        read('PUFA_ALERT_TO', mailAddresses),
      ),
    },
    playsKeptDays: read('PUFA_PLAYS_KEPT_DAYS', days(31)) ?? null,
    historyDays: read('PUFA_HISTORY_DAYS', days(31)) ?? null,
    livePrivate: read('PUFA_LIVE_PRIVATE', onOff) ?? false,
    ffmpeg: read('PUFA_FFMPEG', text) ?? 'ffmpeg',
    assetGraceDays: read('PUFA_ASSET_GRACE_DAYS', days(1)) ?? null,
    corsOrigins: read('PUFA_CORS_ORIGINS', pageOrigins) ?? [],
    hosted,
  }
}

function webhookOf(url: string | undefined, key: string | undefined): Settings['alerts']['webhook'] {
  if (url !== undefined) return { url, secret: key ?? null }
  if (key === undefined) return null
  throw failStart('start.wrong-setting', {
    variable: 'PUFA_ALERT_SECRET',
    remedy: 'PUFA_ALERT_SECRET 要和 PUFA_ALERT_WEBHOOK 一起设置',
  })
}

function mailOf(
  smtp: string | undefined,
  from: string | undefined,
  to: string[] | undefined,
): Settings['alerts']['mail'] {
  if (smtp === undefined && from === undefined && to === undefined) return null
  if (smtp !== undefined && from !== undefined && to !== undefined) return { smtp, from, to }
  throw failStart('start.wrong-setting', {
    variable: 'PUFA_ALERT_SMTP',
    remedy: 'PUFA_ALERT_SMTP、PUFA_ALERT_FROM、PUFA_ALERT_TO 三个要一起设置',
  })
}

const sanityHost = 'https://api.sanity.io'

function hostedLake(
  projectId: string | undefined,
  rest: { dataset: string | undefined; token: string | undefined; apiHost: string | undefined },
): HostedLake | null {
  const { dataset, token, apiHost = sanityHost } = rest
  // Half of them must not pass for the embedded lake: content would be written where nobody looks for it.
  if (projectId === undefined && Object.values(rest).every((value) => value === undefined)) return null
  if (projectId === undefined || dataset === undefined || token === undefined)
    throw failStart('start.wrong-setting', {
      variable: 'SANITY_PROJECT_ID',
      remedy: '使用托管的内容库时，SANITY_PROJECT_ID、SANITY_DATASET、SANITY_TOKEN 三个都要设置',
    })
  return { projectId, dataset, token, apiHost, useProjectHostname: apiHost === sanityHost }
}

/**
 * The hosted lake as the parts meet it. The service answers under the project's own name, and says only there
 * which roles an account has; so the parts are given that address whole.
 */
export function hostedAccess({ apiHost, useProjectHostname, ...hosted }: HostedLake): LakeAccess {
  if (!useProjectHostname) return { ...hosted, apiHost, assetHost: apiHost, useProjectHostname: false }
  const { protocol, host } = new URL(apiHost)
  return {
    ...hosted,
    apiHost: `${protocol}//${hosted.projectId}.${host}`,
    assetHost: 'https://cdn.sanity.io',
    useProjectHostname: false,
  }
}

/** Where people reach the site: what the bureau has set, else this machine. */
export function publicOrigin({ origin, tls, port }: Pick<Settings, 'origin' | 'tls' | 'port'>): string {
  return origin ?? `${tls ? 'https' : 'http'}://localhost:${port}`
}

/** Every origin that the Studio's pages ask of a hosted lake: its API, under the project's name too, and its pictures. */
export function hostedOrigins(hosted: HostedLake): string[] {
  const { protocol, host } = new URL(hosted.apiHost)
  const access = hostedAccess(hosted)
  return [...new Set([hosted.apiHost, `${protocol}//${hosted.projectId}.${host}`, access.assetHost])]
}
