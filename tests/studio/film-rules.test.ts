/** @file What the Studio holds editors of films and of campaigns to. */
import { expect, test } from 'vitest'
import { needed, outsideCampaign } from '../../studio/schema/rules/event.ts'
import { speechHasCaptions } from '../../studio/schema/rules/film.ts'

test.each([
  [[{ from: 0, to: 2, text: '你好' }], {}, true],
  [undefined, { silent: true }, true],
  [undefined, {}, false],
  [[], { silent: false }, false],
  [undefined, { captionFile: { asset: { _ref: 'file-a-vtt' } } }, true],
  [undefined, { captionFile: {} }, false],
])('captions %o of a film %o are enough: %s', (captions, film, enough) => {
  expect(speechHasCaptions(captions, film) === true).toBe(enough)
})

test('the rule on captions says both ways out, since only the editor knows whether somebody speaks', () => {
  const sentence = speechHasCaptions(undefined, {})
  expect(sentence).toContain('配字幕')
  expect(sentence).toContain('无人声')
})

test.each([
  [undefined, {}, false],
  [[], {}, false],
  [[{ _type: 'screenSelector' }], {}, true],
  [undefined, { campaign: { _type: 'reference', _ref: 'c' } }, true],
])('screens %o of an event %o are enough: %s', (targets, event, enough) => {
  expect(needed(event, outsideCampaign, targets, '请写播放范围') === true).toBe(enough)
})
