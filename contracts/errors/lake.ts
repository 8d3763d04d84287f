/** @file Errors of the content lake. Over HTTP they keep Sanity's body shape and carry our code beside it. */
import { failWith, type Registry } from './registry.ts'

export type LakeErrorCode =
  | 'lake.database-damaged'
  | 'lake.unknown-endpoint'
  | 'lake.not-signed-in'

export const lakeErrors: Registry<LakeErrorCode> = {
  'lake.database-damaged': {
    status: 500,
    message: '数据库文件已损坏，无法打开',
    remedy: '不要删除任何文件；把数据文件夹整个复制保存，再从最近的备份恢复',
  },
  'lake.unknown-endpoint': {
    status: 404,
    message: '内容库没有这个接口',
    remedy: '核对地址；本系统支持的接口见 docs/lake-api.md',
  },
  'lake.not-signed-in': {
    status: 401,
    message: '尚未登录，或登录已过期',
    remedy: '打开 /login 重新登录',
  },
}

export const failLake = failWith(lakeErrors)
