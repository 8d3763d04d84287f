/** @file Errors of the public site: sent as JSON by its endpoints, drawn as pages for readers. */
import { failWith, type Registry } from './registry.ts'

export type SiteErrorCode =
  'site.content-unreachable' | 'site.page-failed' | 'site.method-not-allowed' | 'site.too-busy'

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
}

export const failSite = failWith(siteErrors)
