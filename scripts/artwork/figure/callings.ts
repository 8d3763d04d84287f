/** @file Those known by their calling: mediators, lawyers, police, workers, tricksters. All are invented. */
import { hue } from '../ink.ts'
import type { Person } from './figure.ts'

const man = { skin: hue.skin, age: 'grown', woman: false, hairColour: hue.ink } as const

const woman = { skin: hue.skin, age: 'grown', woman: true, hairColour: hue.ink } as const

const grown = { size: 1, headSize: 1.08, shoe: hue.ink } as const

/** Those who help, those who work away from home, and those to beware of. */
export const callings = {
  mediator: {
    ...grown,
    face: { ...woman, glasses: false },
    hair: 'bob',
    garment: { cut: 'zhongshan', cloth: hue.green, trim: hue.ochre, print: 'none', hem: 142, girth: 1 },
    trousers: hue.ink,
    armband: hue.cinnabar,
  },
  uncle: {
    ...grown,
    face: { ...man, beard: 'moustache' },
    hair: 'side',
    garment: { cut: 'zhongshan', cloth: '#55708A', trim: hue.ochre, print: 'none', hem: 142, girth: 1.08 },
    trousers: hue.ink,
    armband: hue.cinnabar,
  },
  cadre: {
    ...grown,
    face: man,
    hair: 'cap',
    garment: { cut: 'zhongshan', cloth: '#5C6B73', trim: hue.ink, print: 'none', hem: 144, girth: 1.06 },
    trousers: hue.ink,
  },
  lawyer: {
    ...grown,
    face: { ...man, age: 'young', glasses: true },
    hair: 'side',
    garment: { cut: 'suit', cloth: '#2F3B52', trim: hue.cinnabar, print: 'none', hem: 144, girth: 1 },
    trousers: '#2F3B52',
  },
  counsel: {
    ...grown,
    face: { ...woman, age: 'young', glasses: true },
    hair: 'bob',
    garment: { cut: 'suit', cloth: hue.indigo, trim: hue.cinnabar, print: 'none', hem: 142, girth: 0.96 },
    trousers: hue.ink,
  },
  judge: {
    ...grown,
    face: woman,
    hair: 'bob',
    garment: { cut: 'robe', cloth: '#2A2622', trim: '#2A2622', print: 'none', hem: 200, girth: 1.12 },
    trousers: hue.ink,
  },
  officer: {
    ...grown,
    face: man,
    hair: 'police',
    garment: { cut: 'uniform', cloth: '#7FA3C4', trim: '#5E86AC', print: 'none', hem: 138, girth: 1.04 },
    trousers: hue.indigo,
  },
  policewoman: {
    ...grown,
    face: woman,
    hair: 'police',
    garment: { cut: 'uniform', cloth: '#7FA3C4', trim: '#5E86AC', print: 'none', hem: 138, girth: 0.96 },
    trousers: hue.indigo,
  },
  worker: {
    ...grown,
    face: { ...man, skin: hue.tan },
    hair: 'hardhat',
    garment: { cut: 'vest', cloth: hue.indigo, trim: hue.cream, print: 'none', hem: 138, girth: 1.02 },
    trousers: '#4B5A66',
  },
  mason: {
    ...grown,
    face: { ...man, skin: hue.tan, beard: 'moustache' },
    hair: 'hardhat',
    garment: { cut: 'vest', cloth: hue.cream, trim: hue.earth, print: 'none', hem: 138, girth: 1.08 },
    trousers: hue.wood,
  },
  boss: {
    ...grown,
    face: man,
    hair: 'side',
    garment: { cut: 'suit', cloth: hue.wood, trim: hue.ochre, print: 'none', hem: 142, girth: 1.2 },
    trousers: hue.wood,
  },
  husband: {
    ...grown,
    face: man,
    hair: 'short',
    garment: { cut: 'knit', cloth: '#55504A', trim: hue.grey, print: 'none', hem: 138, girth: 1.08 },
    trousers: hue.ink,
  },
  doctor: {
    ...grown,
    face: { ...woman, glasses: true },
    hair: 'ponytail',
    garment: { cut: 'suit', cloth: hue.white, trim: hue.indigo, print: 'none', hem: 180, girth: 1.02 },
    trousers: hue.indigo,
  },
  trickster: {
    ...grown,
    face: { ...man, age: 'young' },
    hair: 'side',
    garment: { cut: 'suit', cloth: hue.plum, trim: hue.ochre, print: 'stripe', hem: 142, girth: 0.94 },
    trousers: hue.ink,
  },
  shadow: {
    ...grown,
    face: { ...man, skin: '#C9C3B4', pale: true },
    hair: 'hood',
    garment: { cut: 'duijin', cloth: '#3B3440', trim: '#241F29', print: 'none', hem: 210, girth: 1.08 },
    trousers: hue.ink,
  },
  rider: {
    ...grown,
    face: { ...man, age: 'young' },
    hair: 'helmet',
    garment: { cut: 'knit', cloth: hue.cinnabar, trim: hue.cream, print: 'none', hem: 136, girth: 0.98 },
    trousers: hue.indigo,
  },
} as const satisfies Record<string, Person>
