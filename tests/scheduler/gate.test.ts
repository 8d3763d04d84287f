/** @file What operators read of pictures and films that screens could not be given. */
import { expect, test } from 'vitest'
import { gateOf } from '../../scheduler/assets/gate.ts'
import type { RefusedRequest } from '../../scheduler/assets/records.ts'
import type { RefusalCode } from '../../scheduler/assets/refusals.ts'
import { Reading, type SignageDocument } from '../../scheduler/compile/documents.ts'
import { profileOf } from '../../scheduler/compile/profile.ts'
import { mapOf, screen, signagePicture, video } from './samples.ts'

const refusal = (
  asset: string,
  width: number,
  height: number,
  code: RefusalCode = 'damaged',
): RefusedRequest => ({
  ...{ asset, width, height },
  refusal: { code },
})

function gate(documents: readonly SignageDocument[], requests: readonly RefusedRequest[], sound = false) {
  const all = mapOf(documents)
  const profiles = documents.flatMap((each) =>
    each._type === 'screen' ? [profileOf(each, new Reading(all))] : [],
  )
  return gateOf(all, profiles, {
    refused: () => requests,
    film: () => ({ seconds: 30, sound, container: 'mp4' }),
  })
}

const screens = [screen('small', { width: 96, height: 48 }), screen('large', { width: 512, height: 256 })]

test('a refusal names its document, the sizes it concerns, the reason and the remedy', () => {
  const requests = [refusal('image-1', 512, 256), refusal('image-1', 96, 48)]
  expect(gate([...screens, signagePicture('p', 'image-1')], requests)).toEqual([
    {
      document: 'p',
      type: 'signagePicture',
      title: '宣传画',
      sizes: ['512×256', '96×48'],
      reason: '文件损坏或不完整',
      remedy: '在电脑上从头到尾播一遍，能播完再上传；播不完就重新导出',
    },
  ])
})

test('a size that no screen has any more is not spoken of', () => {
  expect(gate([...screens, signagePicture('p', 'image-1')], [refusal('image-1', 192, 96)])).toEqual([])
})

test('a film is spoken of only where none of its files reaches the size', () => {
  const film = video('v')
  const one = refusal('file-mp4', 96, 48, 'codec')
  expect(gate([...screens, film], [one])).toEqual([])
  expect(gate([...screens, film], [one, refusal('file-webm', 96, 48)])).toMatchObject([
    { document: 'v', sizes: ['96×48'] },
  ])
  expect(gate([...screens, film], [one, refusal('file-webm', 512, 256)])).toEqual([])
})

test('different reasons on different sizes are told apart', () => {
  const requests = [refusal('image-1', 512, 256, 'too-many-bytes'), refusal('image-1', 96, 48)]
  expect(gate([...screens, signagePicture('p', 'image-1')], requests).map(({ sizes }) => sizes)).toEqual([
    ['512×256'],
    ['96×48'],
  ])
})

test('sound without captions concerns the screens that let it be heard, and no other', () => {
  const { captions: _none, ...film } = video('v')
  const loud = screen('loud', { width: 512, height: 256, volumePercent: 30 })
  expect(gate([screen('small', { width: 96, height: 48 }), loud, film], [], true)).toMatchObject([
    { document: 'v', sizes: ['512×256'], reason: expect.stringContaining('没有字幕') as string },
  ])
  expect(gate([loud, film], [], false)).toEqual([])
  expect(gate([loud, { ...film, silent: true }], [], true)).toEqual([])
})
