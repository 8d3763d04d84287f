/** @file Errors of the public site: sent as JSON by its endpoints, drawn as pages for readers. */
import { failWith, type Registry } from './registry.ts'

export type SiteErrorCode =
  | 'site.content-unreachable'
  | 'site.page-failed'
  | 'site.method-not-allowed'
  | 'site.too-busy'
  | 'site.store-damaged'
  | 'site.report-empty'
  | 'site.report-too-long'
  | 'site.report-personal'
  | 'site.report-too-many'
  | 'site.choice-unknown'
  | 'site.form-too-large'
  | 'site.foreign-form'
  | 'site.not-signed-in'

export const siteErrors: Registry<SiteErrorCode> = {
  'site.content-unreachable': {
    status: 503,
    message: '暂时读不到网站内容',
    remedy: '请稍候一分钟再刷新；事情紧急，请直接拨打公共法律服务热线 12348',
  },
  'site.page-failed': {
    status: 500,
    message: '这个页面出错了',
    remedy: '请返回首页换一条路，或拨打公共法律服务热线 12348；维护人员可查看日志里同一时间的记录',
  },
  'site.method-not-allowed': {
    status: 405,
    message: '这个地址只供阅读，不接受提交',
    remedy: '请用浏览器直接打开该地址',
  },
  'site.too-busy': {
    status: 503,
    message: '此刻访问的人太多',
    remedy: '请稍候几秒再刷新；事情紧急，请直接拨打公共法律服务热线 12348',
  },
  'site.store-damaged': {
    status: 500,
    message: '网站的计数文件已损坏，无法打开',
    remedy: '不要删除任何文件；把数据文件夹整个复制保存，再从最近的备份恢复',
  },
  'site.report-empty': {
    status: 400,
    message: '还没有写是哪里错了',
    remedy: '请写明哪一句话、错在哪里，例如：“办公时间写错了，周六不上班”',
  },
  'site.report-too-long': {
    status: 400,
    message: '写得太长了，最多 200 字',
    remedy: '请只写哪里错了；要说事情经过，请拨打公共法律服务热线 12348',
  },
  'site.report-personal': {
    status: 400,
    message: '里面有像手机号、电话或身份证号的数字，没有提交，也没有保存',
    remedy: '请删去这些数字再提交；需要有人联系您，请拨打公共法律服务热线 12348',
  },
  'site.report-too-many': {
    status: 429,
    message: '这一会儿提交得太多了',
    remedy: '请过十分钟再试；着急的话，请拨打公共法律服务热线 12348',
  },
  'site.choice-unknown': {
    status: 400,
    message: '没有这个选项',
    remedy: '请返回原来的页面，点页面上的按钮',
  },
  'site.form-too-large': {
    status: 413,
    message: '提交的内容太大',
    remedy: '请返回原来的页面，只写哪里错了',
  },
  'site.foreign-form': {
    status: 403,
    message: '这份提交不是从本站的页面发来的',
    remedy: '请打开本站的页面，在页面上提交',
  },
  'site.not-signed-in': {
    status: 401,
    message: '请先登录编辑台',
    remedy: '打开 /login 登录，再回到这里',
  },
}

export const failSite = failWith(siteErrors)
