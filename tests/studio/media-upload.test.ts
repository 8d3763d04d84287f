/** @file Uploads in parts as the Studio drives them: when they go on by themselves, and what the clerk is told. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { aboutOf } from '../../studio/lake/large-uploads.ts'
import { HeldChanges } from '../../studio/media/held-changes.ts'
import { afterFailure, readFailure } from '../../studio/media/upload/failure.ts'
import { startSession, type SessionParts } from '../../studio/media/upload/session.ts'
import {
  amountWords,
  leftWords,
  phaseWords,
  Speed,
  type UploadState,
} from '../../studio/media/upload/words.ts'

const MEGABYTE = 1024 * 1024
const state: UploadState = {
  id: 1,
  name: '片子.mp4',
  total: 120 * MEGABYTE,
  sent: 45 * MEGABYTE,
  resumedAt: 0,
  phase: 'sending',
  bytesPerSecond: 2 * MEGABYTE,
  sentence: null,
}

describe('words', () => {
  test('name megabytes, percent, speed and what is left', () => {
    expect(amountWords(state)).toBe('45.0 / 120.0 MB · 37% · 每秒 2.0 MB · 还要约 40 秒')
    expect(amountWords({ ...state, phase: 'waiting' })).toBe('45.0 / 120.0 MB · 37%')
  })

  test('round the time up, since one who is told too little waits at the screen', () => {
    expect([1, 59, 61, 3599, 3601].map(leftWords)).toEqual([
      '还要约 5 秒',
      '还要约 60 秒',
      '还要约 2 分钟',
      '还要约 60 分钟',
      '还要约 1 小时 1 分钟',
    ])
  })

  test('say where it goes on, so that nobody fears it begins anew', () => {
    expect(phaseWords({ ...state, resumedAt: 75.6 * MEGABYTE })).toBe('▲ 上次传到 63%，接着传')
    expect(phaseWords({ ...state, phase: 'waiting' })).toContain('会自己接着传')
    expect(phaseWords({ ...state, phase: 'paused', sentence: '登录已过期' })).toBe('⚠ 登录已过期')
  })

  test('a speed is that of the last seconds, and none is named before it can be known', () => {
    const speed = new Speed()
    expect(speed.at(0, 0)).toBeNull()
    expect(speed.at(500, 500)).toBeNull()
    expect(speed.at(1000, 1000)).toBe(1000)
    expect(speed.at(20_000, 2000)).toBeNull()
  })
})

describe('after a failure', () => {
  test.each([
    ['a line that is cut', readFailure(null, '')],
    ['a program that starts anew', readFailure(502, '<html>')],
    ['a part that no longer fits', readFailure(409, '{"code":"lake.upload-offset"}')],
    ['an upload that the lake has given up', readFailure(404, '{}')],
    ['a lake that is busy', readFailure(503, '{"code":"lake.too-many-uploads"}')],
  ])('%s passes by itself', (_what, failure) => {
    expect(afterFailure(failure, 1)).toMatchObject({ again: true })
    expect(afterFailure(failure, 1000)).toEqual({ again: true, inMs: 15_000 })
  })

  test.each([
    [401, '重新登录'],
    [403, '管理员'],
    [413, '太大'],
    [415, 'MP4'],
    [429, '没有传完的文件太多'],
    [507, '磁盘'],
  ])('%i stops with what to do', (status, words) => {
    const after = afterFailure(readFailure(status, '{"code":"x","message":"m"}'), 1)
    expect(after).toMatchObject({ again: false, sentence: expect.stringContaining(words) })
  })

  test('what is not foreseen is told in the lake’s own words', () => {
    const failure = readFailure(400, '{"code":"lake.malformed-request","message":"请求的格式不正确"}')
    expect(afterFailure(failure, 1)).toEqual({ again: false, sentence: '请求的格式不正确' })
  })
})

/** What a session asks of tus-js-client, answered by hand. */
class FakeUpload {
  static last: FakeUpload
  url: string | null = 'http://lake/v1/pufa/uploads/abc'
  starts = 0
  aborts: (boolean | undefined)[] = []
  options: {
    onError(error: Error): void
    onProgress(sent: number, total: number): void
    onSuccess(payload: object): void
  }
  constructor(_file: unknown, options: FakeUpload['options']) {
    this.options = options
    FakeUpload.last = this
  }
  findPreviousUploads = () => Promise.resolve([])
  resumeFromPreviousUpload() {}
  start() {
    this.starts++
  }
  abort(forGood?: boolean) {
    this.aborts.push(forGood)
    return Promise.resolve()
  }
}

const errorOf = (status: number, body = '{}') =>
  Object.assign(new Error('x'), { originalResponse: { getStatus: () => status, getBody: () => body } })

describe('a session', () => {
  const seen: Partial<UploadState>[] = []
  const finished: unknown[] = []
  let answers: (() => Promise<Response>)[] = []
  const file = { name: 'a.mp4', size: 1000 } as File
  const begin = async () => {
    const session = startSession({
      tus: { Upload: FakeUpload } as unknown as SessionParts['tus'],
      ...{ file, endpoint: '/v1/pufa/uploads/files/production', about: {}, clock: { now: () => 0 } },
      fetching: () => (answers.shift() ?? (() => Promise.reject(new TypeError('cut'))))(),
      changed: (change) => void seen.push(change),
      progress: () => undefined,
      finished: (document) => void finished.push(document),
    })
    await vi.advanceTimersByTimeAsync(0)
    return session
  }
  const phases = () => seen.flatMap(({ phase }) => phase ?? [])
  beforeEach(() => {
    vi.useFakeTimers()
    seen.length = finished.length = 0
    answers = []
  })
  afterEach(() => vi.useRealTimers())

  test('waits out a line that is cut, and begins again from what came', async () => {
    const session = await begin()
    FakeUpload.last.options.onProgress(400, 1000)
    FakeUpload.last.options.onError(errorOf(0))
    expect(phases()).toEqual(['sending', 'waiting'])
    await vi.advanceTimersByTimeAsync(2_000)
    expect(FakeUpload.last.starts).toBe(2)
    FakeUpload.last.options.onProgress(600, 1000)
    expect(phases().at(-1)).toBe('sending')
    session.leave()
  })

  test('stops where somebody must sign in again, and goes on at a press', async () => {
    const session = await begin()
    FakeUpload.last.options.onError(errorOf(401))
    await vi.advanceTimersByTimeAsync(60_000)
    expect(FakeUpload.last.starts).toBe(1)
    expect(seen.at(-1)).toMatchObject({ phase: 'paused', sentence: expect.stringContaining('登录') })
    session.resume()
    expect(FakeUpload.last.starts).toBe(2)
    session.leave()
  })

  test('asks for the document until it has it, since the answer may be lost on the way', async () => {
    answers = [
      () => Promise.reject(new TypeError('cut')),
      () => Promise.resolve(Response.json({ document: { _id: 'file-x-mp4' } })),
    ]
    await begin()
    FakeUpload.last.options.onSuccess({})
    await vi.advanceTimersByTimeAsync(0)
    expect(phases().slice(-2)).toEqual(['checking', 'waiting'])
    await vi.advanceTimersByTimeAsync(2_000)
    FakeUpload.last.options.onSuccess({})
    await vi.advanceTimersByTimeAsync(0)
    expect(finished).toEqual([{ _id: 'file-x-mp4' }])
    expect(phases().at(-1)).toBe('done')
  })

  test('what is cancelled is given up in the lake too, and nothing of it is tried again', async () => {
    const session = await begin()
    FakeUpload.last.options.onError(errorOf(0))
    await session.cancel()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(FakeUpload.last.aborts).toEqual([true])
    expect(FakeUpload.last.starts).toBe(1)
  })
})

test('an asset is told what a whole upload would tell, and no name where none is to be kept', () => {
  const file = { name: '片子.mp4' } as File
  const source = { id: 's', name: '来源', url: 'http://x' }
  expect(aboutOf(file, { title: '题', source })).toEqual({
    ...{ filename: '片子.mp4', title: '题' },
    ...{ sourceId: 's', sourceName: '来源', sourceUrl: 'http://x' },
  })
  expect(aboutOf(file, { preserveFilename: false })).toEqual({})
})

describe('changes of a form whose line is cut', () => {
  const rig = () => {
    const form = { shut: false, refuses: false, written: [] as number[] }
    const held = new HeldChanges<number>(
      (change) => {
        if (form.refuses) throw new Error('Attempted to patch a read-only document')
        if (change < 0) throw new Error('another fault')
        form.written.push(change)
      },
      () => form.shut,
    )
    return { form, held }
  }

  test('are kept in order and written once it takes them, or a finished upload would be lost', () => {
    const { form, held } = rig()
    form.shut = true
    held.add(1)
    form.shut = false
    form.refuses = true
    held.add(2)
    expect(held.flush()).toBe(false)
    form.refuses = false
    held.add(3)
    expect(form.written).toEqual([1, 2, 3])
    expect(held.flush()).toBe(true)
  })

  test('another fault is told and does not hold up what follows', () => {
    const { form, held } = rig()
    expect(() => held.add(-1)).toThrow('another fault')
    held.add(4)
    expect(form.written).toEqual([4])
  })
})
