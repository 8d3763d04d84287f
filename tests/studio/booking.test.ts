import { afterEach, describe, expect, test, vi } from 'vitest'
import { problemsIn } from './validating.ts'

afterEach(() => vi.unstubAllGlobals())

const reference = (id: string) => ({ _type: 'reference', _ref: id })
const draft = (more: Record<string, unknown>) => ({
  _id: 'drafts.event-1',
  _type: 'scheduleEvent',
  title: '每小时一分钟',
  playlist: reference('playlist-1'),
  targets: [{ _type: 'screenSelector', _key: 't' }],
  timing: 'always',
  dayFilter: 'any',
  priority: 5,
  mode: 'share',
  shareSecondsPerHour: 60,
  level: 'county',
  mandatory: false,
  ...more,
})

function scheduler(answer: () => Response | Promise<Response>) {
  const fetching = vi.fn<typeof fetch>().mockImplementation(async () => answer())
  vi.stubGlobal('fetch', fetching)
  return fetching
}

describe('a share event', () => {
  test('that asks for more than its screens have left cannot be published, and the scheduler says where', async () => {
    const problems = ['一', '二', '三', '四', '五'].map((name) => ({ text: `${name}号屏超过了 3600 秒。` }))
    const fetching = scheduler(() => Response.json({ problems }))
    const found = await problemsIn(draft({ shareSecondsPerHour: 1_801 }))
    expect(found).toEqual([
      {
        level: 'error',
        path: 'shareSecondsPerHour',
        message: '一号屏超过了 3600 秒。二号屏超过了 3600 秒。三号屏超过了 3600 秒。还有 2 块屏也是这样。',
      },
    ])
    const [path, init] = fetching.mock.calls[0] ?? []
    expect([path, init?.method]).toEqual(['/api/signage/events/check', 'POST'])
    expect(JSON.parse(String(init?.body))).toMatchObject({ mode: 'share', shareSecondsPerHour: 1_801 })
    expect(fetching).toHaveBeenCalledTimes(1)
  })

  test('that fits has nothing said about it', async () => {
    scheduler(() => Response.json({ problems: [] }))
    expect(await problemsIn(draft({ shareSecondsPerHour: 61 }))).toEqual([])
  })

  test('can be published while the scheduler does not answer, with a warning', async () => {
    scheduler(() => Promise.reject(new TypeError('network')))
    expect(await problemsIn(draft({ shareSecondsPerHour: 62 }))).toMatchObject([
      { level: 'warning', path: 'shareSecondsPerHour', message: expect.stringMatching(/没能核对/) as string },
    ])
  })

  test('without seconds is not asked about', async () => {
    const fetching = scheduler(() => Response.json({ problems: [] }))
    const found = await problemsIn(draft({ shareSecondsPerHour: undefined }))
    expect(found.map(({ message }) => message)).toEqual(['请填写每小时插播几秒'])
    expect(fetching).not.toHaveBeenCalled()
  })
})

test('an ordinary event is not asked about, for it takes nobody’s seconds', async () => {
  const fetching = scheduler(() => Response.json({ problems: [] }))
  expect(await problemsIn(draft({ mode: 'normal', shareSecondsPerHour: undefined }))).toEqual([])
  expect(fetching).not.toHaveBeenCalled()
})
