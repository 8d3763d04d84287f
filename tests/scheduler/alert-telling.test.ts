/** @file How alerts are told: once, together, signed, again when nobody heard, in a bounded number of words. */
import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { AlertSettings } from '../../scheduler/alerts/channels.ts'
import { alertRig, minute } from './alert-rig.ts'
import { deskRig, mailReceiver, webhookReceiver } from './desk-rig.ts'
import { county, ref, screen } from './samples.ts'

const secret = 'a secret of twenty letters'

const to = (url: string, key: string | null = null): AlertSettings => ({
  webhook: { url, secret: key },
  mail: null,
})

describe('a webhook', () => {
  test('is told what opened and what closed, signed, once each', async () => {
    const receiver = await webhookReceiver()
    const { pass, pair, beats, clock } = alertRig({ settings: to(receiver.url, secret) })
    pair()
    await pass(12 * minute)
    expect(receiver.received).toHaveLength(1)
    const [first] = receiver.received
    if (!first) throw new Error('one was told')
    const { message, body, headers } = first
    expect(message).toMatchObject({
      subject: '普法屏：1 处告警',
      text: '告警 08:10 甲县 东广场：失去联系（已 10 分钟没有联系）',
      events: [
        { what: 'opened', kind: 'silent', kindTitle: '失去联系', screen: 'screen-1', county: 'county-1' },
      ],
      leftOut: 0,
    })
    const timestamp = headers['x-pufa-timestamp']
    expect(Number(timestamp)).toBeLessThanOrEqual(clock.at)
    expect(headers['x-pufa-signature']).toBe(
      `sha256=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`,
    )
    expect(headers['x-pufa-message']).toBe(message.id)
    await pass(4 * minute, beats())
    expect(receiver.received.map(({ message: { subject } }) => subject)).toEqual([
      '普法屏：1 处告警',
      '普法屏：1 处恢复',
    ])
  })

  test('that does not answer is asked again ever more seldom, with the same message, also after a restart', async () => {
    const receiver = await webhookReceiver()
    const settings = to(receiver.url)
    const { pass, pair, desk, log, database, folder, clock } = alertRig({ settings })
    receiver.status = 500
    pair()
    await pass(60 * minute)
    const failures = log.lines.filter(({ level }) => level === 'warn').length
    expect(failures).toBeGreaterThanOrEqual(5)
    expect(failures).toBeLessThanOrEqual(8)
    expect(desk.waiting()).toBe(1)
    database.close()
    receiver.status = 200
    const next = deskRig({ settings, folder })
    next.clock.at = clock.at + 2 * 60 * minute
    await next.desk.look()
    expect(receiver.received.map(({ message: { subject } }) => subject)).toEqual(['普法屏：1 处告警'])
    expect(next.desk.waiting()).toBe(0)
  })

  test('is given up on at last, and never followed to another address', async () => {
    const receiver = await webhookReceiver()
    receiver.status = 302
    const { pass, pair, desk, log, clock } = alertRig({ settings: to(receiver.url) })
    pair()
    await pass(12 * minute)
    for (let hour = 0; hour < 48; hour++) {
      clock.at += 60 * minute
      await desk.look()
    }
    expect(desk.waiting()).toBe(0)
    expect(log.lines.filter(({ level }) => level === 'error')).toHaveLength(1)
    expect(receiver.received).toEqual([])
  })
})

describe('what comes together is told together', () => {
  const storm = (count: number) => [
    county('1', '甲县'),
    county('2', '乙县'),
    ...Array.from({ length: count }, (_, index) =>
      screen(`screen-${index}`, { title: `第${index}块`, county: ref(`county-${index === 0 ? 2 : 1}`) }),
    ),
  ]

  test('a whole county that falls silent is one message with one line for it', async () => {
    const receiver = await webhookReceiver()
    const documents = storm(41)
    const { pass, pairings } = alertRig({ settings: to(receiver.url), documents })
    for (let index = 0; index < 41; index++) pairings.pair(`screen-${index}`, 'p')
    await pass(15 * minute)
    expect(receiver.received).toHaveLength(1)
    const [one] = receiver.received
    expect(one?.message.subject).toBe('普法屏：41 处告警')
    expect(one?.message.text.split('\n')).toEqual([
      expect.stringContaining('乙县 第0块：失去联系') as string,
      '告警 甲县全部 40 块屏：失去联系（第1块、第2块、第3块、第4块、第5块等）',
    ])
    expect(one?.message.events).toHaveLength(41)
  })

  test('a message stays small however many fall silent', async () => {
    const receiver = await webhookReceiver()
    const { pass, pairings } = alertRig({ settings: to(receiver.url), documents: storm(1_200) })
    for (let index = 0; index < 1_200; index++) pairings.pair(`screen-${index}`, 'p')
    await pass(13 * minute)
    expect(receiver.received.map(({ message: { leftOut } }) => leftOut)).toEqual([1_000])
    expect(receiver.received[0]?.body.length).toBeLessThan(100_000)
  })
})

test('e-mail goes to all who are named, in letters that arrive as they were written', async () => {
  const receiver = await mailReceiver()
  const mail = { smtp: receiver.url, from: 'pufa@example.cn', to: ['a@example.cn', 'b@example.cn'] }
  const { pass, pair, desk } = alertRig({ settings: { webhook: null, mail } })
  pair()
  await pass(12 * minute)
  expect(desk.waiting()).toBe(0)
  expect(receiver.mails.map(({ to: people }) => people)).toEqual([['a@example.cn', 'b@example.cn']])
  const [, body = ''] = receiver.mails[0]?.data.split('\n\n') ?? []
  const base64 = /content-transfer-encoding: base64/i.test(receiver.mails[0]?.data ?? '')
  const text = base64
    ? Buffer.from(body, 'base64').toString('utf8')
    : decodeURIComponent(body.replace(/=\n/g, '').replaceAll('=', '%'))
  expect(text.trim()).toBe('告警 08:10 甲县 东广场：失去联系（已 10 分钟没有联系）')
})

test('one way that fails does not keep the other waiting', async () => {
  const [hook, mail] = [await webhookReceiver(), await mailReceiver()]
  hook.status = 500
  const { pass, pair } = alertRig({
    settings: {
      webhook: { url: hook.url, secret: null },
      mail: { smtp: mail.url, from: 'pufa@example.cn', to: ['a@example.cn'] },
    },
  })
  pair()
  await pass(12 * minute)
  expect(mail.mails).toHaveLength(1)
})
