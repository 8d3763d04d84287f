/** @file Errors of signing in, of accounts and of rights. Which statuses may stand: lake.ts. */
import type { Registry } from './registry.ts'

export type LakeAccountErrorCode =
  | 'lake.not-signed-in'
  | 'lake.not-permitted'
  | 'lake.foreign-origin'
  | 'lake.too-many-attempts'
  | 'lake.account-locked'
  | 'lake.account-missing'
  | 'lake.account-refused'
  | 'lake.last-administrator'
  | 'lake.password-refused'
  | 'lake.link-void'

export const lakeAccountErrors: Registry<LakeAccountErrorCode> = {
  'lake.not-signed-in': {
    status: 401,
    message: '尚未登录，或登录已过期',
    remedy: '打开 /login 重新登录',
  },
  'lake.not-permitted': {
    status: 403,
    message: '这个账号没有做此事的权限',
    remedy: '请管理员办理，或换用有权限的账号登录',
  },
  'lake.foreign-origin': {
    status: 403,
    message: '请求来自别的网站，已拒绝',
    remedy: '请在本系统自己的页面里操作；经反向代理访问时，把 PUFA_ORIGIN 设为浏览器里看到的网址',
  },
  'lake.too-many-attempts': {
    status: 429,
    message: '登录失败次数过多，已暂停登录',
    remedy: '请等待提示的时间再试；忘记密码可由运维人员用 PUFA_ADMIN_PASSWORD 重设',
  },
  'lake.account-locked': {
    status: 403,
    message: '这个账号已停用',
    remedy: '请联系本单位的管理员',
  },
  'lake.account-missing': {
    status: 404,
    message: '没有这个账号、会话或令牌',
    remedy: '刷新页面后再看；可能已被别的管理员改动',
  },
  'lake.account-refused': {
    status: 422,
    message: '账号资料不能这样填写',
    remedy: '按提示改正后再提交',
  },
  'lake.last-administrator': {
    status: 409,
    message: '这是最后一个能用的管理员账号，不能停用，也不能改成别的角色',
    remedy: '先设好另一个管理员，等对方登录过以后再办',
  },
  'lake.password-refused': {
    status: 422,
    message: '这个密码不能用',
    remedy: '按提示换一个密码',
  },
  'lake.link-void': {
    status: 410,
    message: '这个链接已经用过，或者过期了',
    remedy: '请管理员重新发一个链接',
  },
}
