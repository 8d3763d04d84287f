/** @file Every setting: what it takes, what it refuses, and that a refusal names the variable and the remedy. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { PufaError } from '../../contracts/errors/registry.ts'
import { parseSettings, type Settings } from '../../server/settings.ts'

const defaults: Settings = {
  port: 4321,
  host: '127.0.0.1',
  origin: null,
  dataFolder: './data',
  demo: true,
  isReviewed: true,
  adminPassword: null,
  tls: null,
  internalPort: null,
  metricsToken: null,
  alerts: { webhook: null, mail: null },
  playsKeptDays: null,
  historyDays: null,
  livePrivate: false,
  ffmpeg: 'ffmpeg',
  assetGraceDays: null,
  corsOrigins: [],
  hosted: null,
}

const hosted = {
  SANITY_PROJECT_ID: 'abc123',
  SANITY_DATASET: 'production',
  SANITY_TOKEN: 'sk-secret-of-the-lake',
}

const good: { env: Record<string, string>; settings: Partial<Settings>; why?: string }[] = [
  { env: {}, settings: {}, why: 'nothing needs to be set' },
  { env: { PORT: '', PUFA_ORIGIN: '  ' }, settings: {}, why: 'an empty variable counts as not set' },
  { env: { PORT: '8080' }, settings: { port: 8080 } },
  { env: { PORT: ' 1 ' }, settings: { port: 1 }, why: 'spaces around it are no fault' },
  { env: { PORT: '65535' }, settings: { port: 65_535 } },
  { env: { HOST: '0.0.0.0' }, settings: { host: '0.0.0.0' } },
  {
    env: { PUFA_ORIGIN: 'https://pufa.example.gov.cn/' },
    settings: { origin: 'https://pufa.example.gov.cn' },
    why: 'a slash at the end is taken off',
  },
  { env: { PUFA_DATA: '/srv/pufa' }, settings: { dataFolder: '/srv/pufa' } },
  { env: { PUFA_DEMO: '0' }, settings: { demo: false } },
  { env: { PUFA_DEMO: '1' }, settings: { demo: true } },
  { env: { PUFA_REVIEW: '0' }, settings: { isReviewed: false } },
  {
    env: { PUFA_ADMIN_PASSWORD: '十个字的管理员密码呀' },
    settings: { adminPassword: '十个字的管理员密码呀' },
  },
  {
    env: { PUFA_TLS_CERT: 'a.pem', PUFA_TLS_KEY: 'b.pem' },
    settings: { tls: { certFile: 'a.pem', keyFile: 'b.pem' } },
  },
  { env: { PUFA_ASSET_GRACE_DAYS: '1' }, settings: { assetGraceDays: 1 } },
  {
    env: { PUFA_CORS_ORIGINS: 'https://a.example.cn/studio/，http://10.0.0.9:4321' },
    settings: { corsOrigins: ['https://a.example.cn', 'http://10.0.0.9:4321'] },
    why: 'an origin is what a browser sends: no path',
  },
  { env: { PUFA_FFMPEG: 'off' }, settings: { ffmpeg: 'off' } },
  { env: { PUFA_LIVE_PRIVATE: '1' }, settings: { livePrivate: true } },
  { env: { PUFA_INTERNAL_PORT: '4322' }, settings: { internalPort: 4322 } },
  { env: { PUFA_METRICS_TOKEN: 'x'.repeat(20) }, settings: { metricsToken: 'x'.repeat(20) } },
  {
    env: { PUFA_ALERT_WEBHOOK: 'https://alarm.example.cn/in/' },
    settings: { alerts: { webhook: { url: 'https://alarm.example.cn/in/', secret: null }, mail: null } },
    why: 'a slash at its end may be part of what the receiver listens for',
  },
  {
    env: { PUFA_ALERT_WEBHOOK: 'http://10.0.0.9/a?key=1', PUFA_ALERT_SECRET: 's'.repeat(20) },
    settings: {
      alerts: { webhook: { url: 'http://10.0.0.9/a?key=1', secret: 's'.repeat(20) }, mail: null },
    },
  },
  {
    env: {
      PUFA_ALERT_SMTP: 'smtps://duty:secret@mail.example.cn:465',
      PUFA_ALERT_FROM: 'duty@example.cn',
      PUFA_ALERT_TO: 'a@example.cn， b@example.cn',
    },
    settings: {
      alerts: {
        webhook: null,
        mail: {
          smtp: 'smtps://duty:secret@mail.example.cn:465',
          from: 'duty@example.cn',
          to: ['a@example.cn', 'b@example.cn'],
        },
      },
    },
    why: 'addresses may be parted by the comma that a Chinese keyboard writes',
  },
  { env: { PUFA_PLAYS_KEPT_DAYS: '400' }, settings: { playsKeptDays: 400 } },
  { env: { PUFA_HISTORY_DAYS: '400' }, settings: { historyDays: 400 } },
  {
    env: hosted,
    settings: {
      demo: false,
      hosted: {
        projectId: 'abc123',
        dataset: 'production',
        token: 'sk-secret-of-the-lake',
        apiHost: 'https://api.sanity.io',
        useProjectHostname: true,
      },
    },
  },
  {
    env: { ...hosted, SANITY_API_HOST: 'https://lake.example.cn' },
    settings: {
      demo: false,
      hosted: {
        projectId: 'abc123',
        dataset: 'production',
        token: 'sk-secret-of-the-lake',
        apiHost: 'https://lake.example.cn',
        useProjectHostname: false,
      },
    },
    why: 'only Sanity’s own hosts carry the project in their name',
  },
  {
    env: { ...hosted, SANITY_API_HOST: 'https://lake.example.cn', PUFA_DEMO: '1' },
    settings: {
      hosted: {
        projectId: 'abc123',
        dataset: 'production',
        token: 'sk-secret-of-the-lake',
        apiHost: 'https://lake.example.cn',
        useProjectHostname: false,
      },
    },
    why: 'a hosted project is filled with a demonstration only when that is asked for',
  },
]

describe('taken', () => {
  test.each(good)('$env $why', ({ env, settings }) => {
    expect(parseSettings(env)).toEqual({ ...defaults, ...settings })
  })
})

const bad: { env: Record<string, string>; names: string; says: RegExp }[] = [
  ...['0', '65536', '99999', '-1', '80.5', '4321x', '八零', '１２３'].map((PORT) => ({
    env: { PORT },
    names: 'PORT',
    says: /1 到 65535/,
  })),
  ...['pufa.example.gov.cn', 'ftp://pufa.cn', 'https://', 'javascript:alert(1)'].map((PUFA_ORIGIN) => ({
    env: { PUFA_ORIGIN },
    names: 'PUFA_ORIGIN',
    says: /https:\/\/pufa\.example\.gov\.cn/,
  })),
  ...['yes', 'true', '2'].map((PUFA_DEMO) => ({ env: { PUFA_DEMO }, names: 'PUFA_DEMO', says: /0 或 1/ })),
  { env: { PUFA_ADMIN_PASSWORD: 'short-one' }, names: 'PUFA_ADMIN_PASSWORD', says: /至少 10/ },
  { env: { PUFA_ADMIN_PASSWORD: 'p'.repeat(201) }, names: 'PUFA_ADMIN_PASSWORD', says: /太长/ },
  { env: { PUFA_METRICS_TOKEN: 'too-short-secret' }, names: 'PUFA_METRICS_TOKEN', says: /至少 20/ },
  { env: { PUFA_INTERNAL_PORT: 'inside' }, names: 'PUFA_INTERNAL_PORT', says: /1 到 65535/ },
  {
    env: { PORT: '5000', PUFA_INTERNAL_PORT: '5000' },
    names: 'PUFA_INTERNAL_PORT',
    says: /不能与 PORT 相同/,
  },
  { env: { PUFA_INTERNAL_PORT: '4321' }, names: 'PUFA_INTERNAL_PORT', says: /不能与 PORT 相同/ },
  { env: { PUFA_TLS_CERT: 'a.pem' }, names: 'PUFA_TLS_CERT', says: /PUFA_TLS_KEY 要一起设置/ },
  { env: { PUFA_TLS_KEY: 'b.pem' }, names: 'PUFA_TLS_CERT', says: /PUFA_TLS_KEY 要一起设置/ },
  { env: { PUFA_ALERT_WEBHOOK: 'alarm' }, names: 'PUFA_ALERT_WEBHOOK', says: /完整网址/ },
  { env: { PUFA_ALERT_SECRET: 's'.repeat(20) }, names: 'PUFA_ALERT_SECRET', says: /一起设置/ },
  { env: { PUFA_ALERT_SMTP: 'mail.example.cn' }, names: 'PUFA_ALERT_SMTP', says: /smtps:\/\// },
  { env: { PUFA_ALERT_SMTP: 'smtp://mail.example.cn' }, names: 'PUFA_ALERT_SMTP', says: /三个要一起设置/ },
  { env: { PUFA_ALERT_TO: 'nobody' }, names: 'PUFA_ALERT_TO', says: /邮箱地址/ },
  { env: { PUFA_PLAYS_KEPT_DAYS: '7' }, names: 'PUFA_PLAYS_KEPT_DAYS', says: /至少 31 天/ },
  { env: { ...hosted, SANITY_DATASET: '' }, names: 'SANITY_PROJECT_ID', says: /三个都要设置/ },
  { env: { ...hosted, SANITY_TOKEN: '' }, names: 'SANITY_PROJECT_ID', says: /三个都要设置/ },
  { env: { ...hosted, SANITY_PROJECT_ID: '' }, names: 'SANITY_PROJECT_ID', says: /三个都要设置/ },
  { env: { SANITY_TOKEN: 'sk-secret-of-the-lake' }, names: 'SANITY_PROJECT_ID', says: /三个都要设置/ },
  { env: { SANITY_API_HOST: 'https://lake.example.cn' }, names: 'SANITY_PROJECT_ID', says: /三个都要设置/ },
  { env: { ...hosted, SANITY_API_HOST: 'api.sanity.io' }, names: 'SANITY_API_HOST', says: /完整网址/ },
]

function faultOf(env: Record<string, string>): PufaError {
  try {
    parseSettings(env)
  } catch (error) {
    if (error instanceof PufaError) return error
    throw error
  }
  throw new Error('the settings were taken')
}

describe('refused, with the variable and the remedy', () => {
  test.each(bad)('$env → $says', ({ env, names, says }) => {
    const { code, details } = faultOf(env)
    expect(code).toBe('start.wrong-setting')
    expect(details['variable']).toBe(names)
    expect(String(details['remedy'])).toContain(names)
    expect(String(details['remedy'])).toMatch(says)
  })

  test('what was written is shown, so that a slip of the keyboard is seen', () => {
    expect(String(faultOf({ PORT: '43z1' }).details['remedy'])).toContain('“43z1”')
  })

  test.each([
    { PUFA_ADMIN_PASSWORD: 'hunter2!' },
    { PUFA_ADMIN_PASSWORD: `hunter2!${'x'.repeat(200)}` },
    { PUFA_METRICS_TOKEN: 'hunter2!' },
    { SANITY_TOKEN: 'hunter2!' },
    { PUFA_ALERT_WEBHOOK: 'http//a?key=hunter2!' },
    { PUFA_ALERT_SECRET: 'hunter2!' },
    { PUFA_ALERT_SMTP: 'smpt://duty:hunter2!@mail.example.cn' },
    { PUFA_ALERT_SMTP: 'smtp://duty:hunter2!@mail.example.cn' },
    { ...hosted, SANITY_TOKEN: 'hunter2!', SANITY_DATASET: '' },
  ])('a secret is never echoed: %o', (env) => {
    const fault = faultOf(env)
    expect(JSON.stringify([fault.message, fault.remedy, fault.details, String(fault.stack)])).not.toContain(
      'hunter2',
    )
  })
})

test('every variable that is read stands in docs/settings.md, and the other way round', () => {
  const pattern = /\b(?:PORT|HOST|PUFA_[A-Z_]+|SANITY_[A-Z_]+)\b/g
  const named = (file: string) =>
    new Set(readFileSync(join(import.meta.dirname, '../..', file), 'utf8').match(pattern) ?? [])
  const documented = readFileSync(join(import.meta.dirname, '../../docs/settings.md'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .flatMap((line) => (line.split('|')[1] ?? '').match(pattern) ?? [])
  expect([...new Set(documented)].sort()).toEqual([...named('server/settings.ts')].sort())
})
