/** @file The villagers: farmers, old people, the young and the children. All are invented. */
import { hue } from '../ink.ts'
import type { Person } from './figure.ts'

const man = { skin: hue.skin, age: 'grown', woman: false, hairColour: hue.ink } as const

const woman = { skin: hue.skin, age: 'grown', woman: true, hairColour: hue.ink } as const

const old = { skin: hue.tan, age: 'old', woman: false, hairColour: hue.ash } as const

const boy = { skin: hue.skin, age: 'child', woman: false, hairColour: hue.ink } as const

const grown = { size: 1, headSize: 1.08, shoe: hue.ink } as const

const small = { size: 0.62, headSize: 1.42, shoe: hue.cinnabar } as const

/** Those who live in the village. */
export const family = {
  farmer: {
    ...grown,
    face: { ...man, skin: hue.tan },
    hair: 'towel',
    garment: { cut: 'duijin', cloth: hue.indigo, trim: hue.cream, print: 'none', hem: 140, girth: 1.04 },
    trousers: '#3C3A38',
  },
  neighbour: {
    ...grown,
    face: { ...man, beard: 'moustache' },
    hair: 'cap',
    garment: { cut: 'duijin', cloth: hue.earth, trim: hue.ink, print: 'none', hem: 140, girth: 1.14 },
    trousers: hue.indigo,
  },
  grower: {
    ...grown,
    face: { ...man, skin: hue.tan },
    hair: 'straw',
    garment: { cut: 'duijin', cloth: hue.cream, trim: hue.indigo, print: 'none', hem: 136, girth: 1 },
    trousers: hue.indigo,
  },
  farmwife: {
    ...grown,
    face: woman,
    hair: 'scarf',
    garment: { cut: 'xiejin', cloth: hue.green, trim: hue.ochre, print: 'flower', hem: 142, girth: 1 },
    trousers: hue.indigo,
  },
  wife: {
    ...grown,
    face: woman,
    hair: 'bob',
    garment: { cut: 'xiejin', cloth: hue.rose, trim: hue.green, print: 'flower', hem: 142, girth: 0.98 },
    trousers: hue.indigo,
  },
  aunt: {
    ...grown,
    face: woman,
    hair: 'curly',
    garment: { cut: 'xiejin', cloth: hue.plum, trim: hue.ochre, print: 'coin', hem: 144, girth: 1.12 },
    trousers: '#3C3A38',
  },
  grandma: {
    ...grown,
    size: 0.94,
    face: { ...old, woman: true, skin: hue.skin },
    hair: 'bun',
    garment: { cut: 'xiejin', cloth: hue.plum, trim: hue.ink, print: 'cloud', hem: 156, girth: 1.06 },
    trousers: hue.ink,
  },
  grandpa: {
    ...grown,
    size: 0.96,
    face: { ...old, beard: 'goatee' },
    hair: 'bald',
    garment: { cut: 'duijin', cloth: '#4F6B62', trim: hue.ink, print: 'coin', hem: 154, girth: 1.06 },
    trousers: '#3C3A38',
  },
  elder: {
    ...grown,
    size: 0.98,
    face: { ...old, beard: 'goatee' },
    hair: 'towel',
    garment: { cut: 'duijin', cloth: hue.indigo, trim: hue.ink, print: 'none', hem: 150, girth: 1.04 },
    trousers: hue.ink,
  },
  son: {
    ...grown,
    face: { ...man, age: 'young' },
    hair: 'side',
    garment: { cut: 'knit', cloth: hue.green, trim: hue.ochre, print: 'none', hem: 138, girth: 0.98 },
    trousers: hue.indigo,
  },
  youth: {
    ...grown,
    face: { ...man, age: 'young' },
    hair: 'short',
    garment: { cut: 'knit', cloth: hue.ochre, trim: hue.cinnabar, print: 'none', hem: 136, girth: 0.96 },
    trousers: hue.indigo,
  },
  daughter: {
    ...grown,
    face: { ...woman, age: 'young' },
    hair: 'ponytail',
    garment: { cut: 'knit', cloth: hue.cinnabar, trim: hue.cream, print: 'none', hem: 140, girth: 0.94 },
    trousers: hue.indigo,
  },
  maiden: {
    ...grown,
    face: { ...woman, age: 'young' },
    hair: 'braids',
    garment: { cut: 'xiejin', cloth: hue.cinnabar, trim: hue.green, print: 'flower', hem: 140, girth: 0.94 },
    trousers: hue.green,
  },
  bride: {
    ...grown,
    face: { ...woman, age: 'young' },
    hair: 'crown',
    garment: { cut: 'xiejin', cloth: hue.cinnabar, trim: hue.ochre, print: 'flower', hem: 140, girth: 0.96 },
    trousers: hue.cinnabar,
    skirt: hue.cinnabar,
  },
  groom: {
    ...grown,
    face: { ...man, age: 'young' },
    hair: 'short',
    garment: { cut: 'zhongshan', cloth: hue.indigo, trim: hue.ochre, print: 'none', hem: 142, girth: 1 },
    trousers: hue.ink,
  },
  boy: {
    ...small,
    face: boy,
    hair: 'tufts',
    garment: { cut: 'bib', cloth: hue.ochre, trim: hue.cinnabar, print: 'none', hem: 138, girth: 1.08 },
    trousers: hue.green,
  },
  girl: {
    ...small,
    face: { ...boy, woman: true },
    hair: 'pigtails',
    garment: { cut: 'xiejin', cloth: hue.rose, trim: hue.ochre, print: 'dots', hem: 140, girth: 1.06 },
    trousers: hue.green,
  },
  pupil: {
    ...small,
    size: 0.7,
    headSize: 1.32,
    face: boy,
    hair: 'short',
    garment: { cut: 'knit', cloth: hue.indigo, trim: hue.cream, print: 'none', hem: 138, girth: 1.02 },
    trousers: hue.green,
  },
} as const satisfies Record<string, Person>
