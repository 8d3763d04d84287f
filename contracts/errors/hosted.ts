/** @file Errors of review against a hosted project: of the desk, of its key and of the mirror. */
import { failWith, type Registry } from './registry.ts'

export type HostedErrorCode =
  | 'hosted.not-signed-in'
  | 'hosted.not-allowed'
  | 'hosted.unreachable'
  | 'hosted.malformed-request'
  | 'hosted.unknown-endpoint'
  | 'hosted.too-busy'
  | 'hosted.trail-busy'
  | 'hosted.history-too-long'
  | 'hosted.policy-changed'
  | 'hosted.key-damaged'
  | 'hosted.failed'

export const hostedErrors: Registry<HostedErrorCode> = {
  'hosted.not-signed-in': {
    status: 401,
    message: '托管项目不认识这个登录',
    remedy: '请退出编辑台，重新登录后再试',
  },
  'hosted.not-allowed': {
    status: 403,
    message: '只有托管项目的管理员可以这样做',
    remedy: '请由管理员办理；谁是管理员，在托管项目里设置',
  },
  'hosted.unreachable': {
    status: 503,
    message: '托管的内容库没有应答，没有办成',
    remedy: '请稍后再试；一直不行，请管理员检查这台服务器的网络',
  },
  'hosted.malformed-request': {
    status: 400,
    message: '请求的格式不正确',
    remedy: '请用编辑台里的按钮办理；接口的写法见 docs/review.md',
  },
  'hosted.unknown-endpoint': {
    status: 404,
    message: '没有这个接口',
    remedy: '接口的写法见 docs/review.md',
  },
  'hosted.too-busy': {
    status: 429,
    message: '同时办理的人太多',
    remedy: '请稍后再试',
  },
  'hosted.trail-busy': {
    status: 503,
    message: '审核记录刚刚被别人改动，没有办成',
    remedy: '请再按一次',
  },
  'hosted.history-too-long': {
    status: 503,
    message: '这份内容改动的次数太多，查不清是谁写的',
    remedy: '请复制成一份新的内容再送审',
  },
  'hosted.policy-changed': {
    status: 409,
    message: '审核规则刚刚又改过，和您看到的不一样',
    remedy: '请刷新页面，看过以后再按“确认生效”',
  },
  'hosted.key-damaged': {
    status: 500,
    message: '审核密钥读不出来，或者不见了',
    remedy:
      '请从备份取回数据文件夹里的 review.key；没有备份，请移走它再启动，然后运行 npm run review:adopt，把现在公开的内容重新确认一遍',
  },
  'hosted.failed': {
    status: 500,
    message: '审核服务内部出错',
    remedy: '请稍后再试；反复出现时把出错时间告诉运维人员',
  },
}

export const failHosted = failWith(hostedErrors)
