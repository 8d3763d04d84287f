/** @file Errors of releases: what is published together. Which statuses may stand: lake.ts. */
import type { Registry } from './registry.ts'

export type LakeReleaseErrorCode =
  | 'lake.release-missing'
  | 'lake.release-exists'
  | 'lake.release-state'
  | 'lake.release-locked'
  | 'lake.release-by-action'
  | 'lake.release-limit'
  | 'lake.history-gone'

export const lakeReleaseErrors: Registry<LakeReleaseErrorCode> = {
  'lake.release-missing': {
    status: 404,
    message: '没有这个发布计划',
    remedy: '它可能已被删除；刷新后再看',
  },
  'lake.release-exists': {
    status: 409,
    message: '已有同名的发布计划',
    remedy: '换一个 releaseId',
  },
  'lake.release-state': {
    status: 409,
    message: '发布计划现在的状态不能这样做',
    remedy: '已定时的先取消定时，已归档的先取消归档；已发布的只能删除',
  },
  'lake.release-locked': {
    status: 409,
    message: '这份内容所在的发布计划已定时或已结束，不能改动',
    remedy: '先取消定时，改好以后再定时；已结束的请另建一个发布计划',
  },
  'lake.release-by-action': {
    status: 400,
    message: '发布计划的记录不能直接改动',
    remedy: '用 release.* 操作新建、修改、发布、归档和删除',
  },
  'lake.release-limit': {
    status: 403,
    message: '进行中的发布计划太多',
    remedy: '先发布、归档或删除一些，再新建',
  },
  'lake.history-gone': {
    status: 409,
    message: '历史记录里已经没有这份内容',
    remedy: '请重新写，或从备份里取回',
  },
}
