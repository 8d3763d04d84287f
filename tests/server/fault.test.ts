/** @file The line that is printed when the program cannot start. */
import { expect, test } from 'vitest'
import { failStart } from '../../contracts/errors/start.ts'
import { faultLine } from '../../server/fault.ts'

test('says what happened, where, and what to do', () => {
  expect(faultLine(failStart('start.data-unwritable', { folder: '/srv/pufa' }))).toBe(
    '数据文件夹不能写入（/srv/pufa）：检查文件夹的权限和磁盘剩余空间，或用 PUFA_DATA 指定另一个文件夹',
  )
})

test('prefers the remedy of the case to the general one', () => {
  expect(faultLine(failStart('start.wrong-setting', { variable: 'PORT', remedy: 'PORT 要写成整数' }))).toBe(
    '环境变量的值不正确：PORT 要写成整数',
  )
})

test('stays one line, whatever a fact says of itself', () => {
  expect(faultLine(failStart('start.data-unwritable', { folder: 'a\nb\r\n  c' }))).toContain('（a b c）')
})

test('a defect of ours keeps its stack, for it must be found', () => {
  expect(faultLine(new RangeError('oops'))).toMatch(/RangeError: oops\n\s+at /)
  expect(faultLine('text')).toBe('text')
})
