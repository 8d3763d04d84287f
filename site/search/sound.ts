/**
 * @file The sound of Chinese characters, from a dictionary. For the server alone: the dictionary is larger
 * than a page may be, and an index without it differs only in not hearing.
 */
import { pinyin } from 'pinyin-pro'
import type { Sound } from './syllables.ts'

/** Reads characters in the company of their neighbours: 银行 is yin hang, 行走 is xing zou. */
export const soundOfHan: Sound = (run) => pinyin(run, { toneType: 'none', type: 'array', v: true })
