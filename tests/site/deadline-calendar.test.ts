/** @file The file for the phone's calendar, and the matters that a reader chooses from. */
import { expect, test } from 'vitest'
import { calendarFile, canSaveFiles } from '../../site/deadlines/calendar-file.ts'
import { mattersByTopic } from '../../site/deadlines/matters.ts'

const entry = {
  title: '申请劳动仲裁；第一次, 很长很长的名字也不能写坏了这一行，因为日历只认七十五个字节',
  lastDay: '2026-12-31',
  note: '第一行\n第二行',
  today: '2026-11-22',
}

test('the event covers the last day alone, over the end of a year too', () => {
  const text = calendarFile(entry)
  expect(text).toContain('DTSTART;VALUE=DATE:20261231\r\n')
  expect(text).toContain('DTEND;VALUE=DATE:20270101\r\n')
  expect(text).toContain('DTSTAMP:20261122T000000Z\r\n')
})

test('lines are folded at 75 octets and never within a character, as calendars demand', () => {
  const text = calendarFile(entry)
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
  for (const line of text.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
  const whole = text.replaceAll('\r\n ', '')
  expect(whole).toContain('SUMMARY:最后一天：申请劳动仲裁；第一次\\, 很长很长的名字')
  expect(whole).toContain('DESCRIPTION:第一行\\n第二行')
  expect(text).not.toContain('�')
})

test('two reminders, of which one leaves a week to act', () => {
  expect(calendarFile(entry).match(/TRIGGER:\S+/g)).toEqual(['TRIGGER:-P6DT15H', 'TRIGGER:-PT15H'])
})

test('the same day is the same event, another day another, so that a second tap makes no double', () => {
  const uid = (text: string) => /UID:(.+)/.exec(text)?.[1]
  expect(uid(calendarFile(entry))).toBe(uid(calendarFile({ ...entry, note: '别的' })))
  expect(uid(calendarFile(entry))).not.toBe(uid(calendarFile({ ...entry, title: '起诉' })))
})

test('WeChat saves no files and is told to note the day down', () => {
  expect(canSaveFiles('Mozilla/5.0 (Linux; Android 9) Chrome/107 MicroMessenger/8.0.49')).toBe(false)
  expect(canSaveFiles('Mozilla/5.0 (Linux; Android 9) Chrome/107 Mobile Safari/537.36')).toBe(true)
})

const limit = (runsFrom: string, title = '申请劳动仲裁', amount = 1) => ({
  title,
  amount,
  unit: 'year' as const,
  runsFrom,
})
const wages = { title: '欠薪', slug: 'wages' }
const dismissal = { title: '辞退', slug: 'dismissal' }
const question = (slug: string) => ({ title: slug, slug })

test('one matter a topic, with every event from which it may run, each once', () => {
  const groups = mattersByTopic([
    { question: question('a'), topic: wages, deadlines: [limit('离开单位那天')] },
    { question: question('b'), topic: dismissal, deadlines: [limit('被辞退那天')] },
    { question: question('c'), topic: wages, deadlines: [limit('离开单位那天'), limit('离开工地那天')] },
    { question: question('d'), topic: wages, deadlines: [limit('到期那天', '到法院要钱', 3)] },
    { question: question('e'), topic: wages, deadlines: [limit('作出那天', '保护令的有效期')] },
  ])
  expect(groups.map(({ topic }) => topic.slug)).toEqual(['wages', 'dismissal'])
  expect(groups[0]?.matters.map(({ id, title }) => `${id} ${title}`)).toEqual([
    'wages-1 申请劳动仲裁',
    'wages-2 到法院要钱',
  ])
  const starts = groups[0]?.matters[0]?.starts.map((start) => `${start.runsFrom} ${start.question.slug}`)
  expect(starts).toEqual(['离开单位那天 a', '离开工地那天 c'])
})
