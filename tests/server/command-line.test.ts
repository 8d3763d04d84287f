/** @file How the commands beside the program find it, and what they say when they do not. */
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { explainFailure, leaveAccess, readAccess } from '../../server/command-line.ts'
import { ownFolder } from '../scheduler/clock.ts'

const access = {
  apiHost: 'http://127.0.0.1:40000',
  assetHost: 'http://127.0.0.1:40000',
  projectId: 'pufa',
  dataset: 'production',
  token: 'a-token',
  useProjectHostname: false,
}

test('what the running program leaves is what a command finds, readable by its owner alone', () => {
  const folder = ownFolder()
  const takeAway = leaveAccess(folder, access)
  expect(readAccess({ PUFA_DATA: folder })).toEqual(access)
  expect((statSync(join(folder, 'command-line.json')).mode & 0o777).toString(8)).toBe('600')
  takeAway()
  expect(existsSync(join(folder, 'command-line.json'))).toBe(false)
  takeAway()
})

test('a token that is given wins, for the program may run on another account', () => {
  expect(readAccess({ PUFA_TOKEN: 'given', PORT: '5000', PUFA_DATA: '/nowhere' })).toMatchObject({
    token: 'given',
    apiHost: 'http://127.0.0.1:5000',
  })
})

describe('without a running program', () => {
  test.each([
    [{ PUFA_DATA: '/nowhere' }, /npm start/],
    [{ PUFA_DATA: '' }, /npm start/],
    [{ PUFA_TOKEN: 'given', PORT: 'eighty' }, /PORT.*4321/],
  ])('%o is told what to do', (environment, says) => {
    expect(() => readAccess(environment)).toThrow(says)
  })
})

test.each([
  [Object.assign(new Error('Unauthorized'), { statusCode: 401 }), /令牌/],
  [Object.assign(new TypeError('fetch failed'), { cause: new Error('ECONNREFUSED') }), /npm start/],
  [new Error('题目太长'), /^题目太长$/],
  ['text', /^text$/],
])('%s is explained in words that help', (error, says) => {
  expect(explainFailure(error)).toMatch(says)
})
