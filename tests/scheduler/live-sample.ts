/** @file A broadcast's document, complete as the Studio would publish it. */
import type { LiveStream } from '../../contracts/documents/index.ts'

/** On the air from eight to twelve on the Monday of `handClock`. */
export const liveStream = (id: string, more: Partial<LiveStream> = {}): LiveStream => ({
  _rev: 'r1',
  _createdAt: '2026-01-01T00:00:00Z',
  _updatedAt: '2026-01-01T00:00:00Z',
  _id: id,
  _type: 'liveStream',
  title: '某某案公开开庭',
  source: 'https://live.example.cn/court/1/index.m3u8',
  begins: '2026-03-02T08:00',
  ends: '2026-03-02T12:00',
  officerName: '值班员甲',
  officerPhone: '0318-0000000',
  ...more,
})
