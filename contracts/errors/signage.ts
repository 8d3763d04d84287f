/** @file Errors of the scheduler, its HTTP endpoints and its socket. */
import { failWith, type Registry } from './registry.ts'

export type SignageErrorCode =
  | 'signage.not-signed-in'
  | 'signage.not-allowed'
  | 'signage.foreign-origin'
  | 'signage.unknown-screen'
  | 'signage.unknown-item'
  | 'signage.unknown-endpoint'
  | 'signage.wrong-method'
  | 'signage.bad-request'
  | 'signage.too-large'
  | 'signage.code-unknown'
  | 'signage.not-paired'
  | 'signage.bad-message'
  | 'signage.too-many-messages'
  | 'signage.order-refused'
  | 'signage.order-unconfirmed'
  | 'signage.order-no-screens'
  | 'signage.order-unknown'
  | 'signage.order-over'
  | 'signage.orders-too-many'
  | 'signage.template-unknown'
  | 'signage.no-picture'
  | 'signage.box-key-unknown'
  | 'signage.too-often'
  | 'signage.no-alert-channel'
  | 'signage.live-unknown'
  | 'signage.live-closed'
  | 'signage.live-stopped'
  | 'signage.live-source'
  | 'signage.live-busy'
  | 'signage.not-ready'
  | 'signage.failed'

export const signageErrors: Registry<SignageErrorCode> = {
  'signage.not-signed-in': { status: 401, message: '尚未登录，或登录已过期', remedy: '打开 /login 重新登录' },
  'signage.not-allowed': {
    status: 403,
    message: '你的账号没有管理屏幕的权限',
    remedy: '请管理员操作，或请他给你的账号加上权限',
  },
  'signage.foreign-origin': {
    status: 403,
    message: '请求来自别的网站，已拒绝',
    remedy: '从本系统的编辑台操作',
  },
  'signage.unknown-screen': {
    status: 404,
    message: '没有这块屏幕',
    remedy: '核对屏幕编号；屏幕资料要先发布',
  },
  'signage.unknown-item': {
    status: 404,
    message: '没有这条内容，或它不能在屏幕上播',
    remedy: '核对内容编号；内容要先发布，图片和影片要已上传',
  },
  'signage.unknown-endpoint': {
    status: 404,
    message: '没有这个接口',
    remedy: '核对地址；接口列表见 docs/signage-api.md',
  },
  'signage.wrong-method': {
    status: 405,
    message: '这个接口不支持这种请求方法',
    remedy: '核对接口列表 docs/signage-api.md',
  },
  'signage.bad-request': { status: 400, message: '请求的内容不对', remedy: '按 details 里的说明改正后再试' },
  'signage.too-large': { status: 413, message: '请求的内容太大', remedy: '缩小后再试' },
  'signage.code-unknown': {
    status: 404,
    message: '配对码不对，或已经过期',
    remedy: '看屏幕上此刻显示的六位数字，重新输入',
  },
  'signage.not-paired': {
    status: 401,
    message: '这台播放器还没有配对，或配对已被解除',
    remedy: '在编辑台的“屏幕”里输入屏幕上的六位配对码',
  },
  'signage.bad-message': {
    status: 400,
    message: '播放器发来的消息看不懂',
    remedy: '刷新播放器页面；仍不行就更新播放器',
  },
  'signage.too-many-messages': {
    status: 429,
    message: '播放器发来的消息太多',
    remedy: '稍后会自动重连；若反复出现，请检查这台播放器',
  },
  'signage.order-refused': {
    status: 400,
    message: '命令没有下达：有的地方填得不对',
    remedy: '按 details.problems 里的说明逐条改正后再下达',
  },
  'signage.order-unconfirmed': {
    status: 409,
    message: '命令没有下达：它涉及不止一个县区，要先确认屏幕数',
    remedy: '核对范围；没有错就把 details.confirm 的数字写进 confirm 再下达一次',
  },
  'signage.order-no-screens': {
    status: 400,
    message: '命令没有下达：没有一块屏幕在这个范围里',
    remedy: '核对屏幕、屏幕组、县区等编号；屏幕资料要先发布',
  },
  'signage.order-unknown': { status: 404, message: '没有这条命令', remedy: '核对命令编号，或查看命令列表' },
  'signage.order-over': {
    status: 409,
    message: '这条命令已经结束，或到时间自己结束了',
    remedy: '不用再结束它；要看哪些屏幕还没有照办，打开这条命令',
  },
  'signage.orders-too-many': {
    status: 429,
    message: '命令没有下达：同时生效的命令太多',
    remedy: '先结束不再需要的命令，再下达新的',
  },
  'signage.template-unknown': {
    status: 404,
    message: '命令没有下达：没有这个通知模板，或还没有发布',
    remedy: '核对模板编号；模板要先在编辑台发布',
  },
  'signage.no-picture': {
    status: 404,
    message: '还没有这块屏幕的截图，屏幕此刻也没有发来',
    remedy: '看屏幕是否在线，稍后再试',
  },
  'signage.box-key-unknown': {
    status: 401,
    message: '主机的密钥不对，或已经作废',
    remedy: '请管理员为这块屏幕重新生成主机密钥，写进主机的设置',
  },
  'signage.too-often': { status: 429, message: '请求太频繁', remedy: '等十秒再试' },
  'signage.no-alert-channel': {
    status: 409,
    message: '没有设置告警发到哪里',
    remedy: '按 docs/settings.md 设置 PUFA_ALERT_WEBHOOK 或 PUFA_ALERT_SMTP，再启动程序',
  },
  'signage.live-unknown': {
    status: 404,
    message: '没有这路直播，或没有这一段',
    remedy: '核对直播编号；直播资料要先发布',
  },
  'signage.live-closed': {
    status: 403,
    message: '现在不在这路直播的时间里',
    remedy: '核对直播资料里的开始和结束时间，改好后重新发布',
  },
  'signage.live-stopped': {
    status: 410,
    message: '这路直播已被值班人员停播',
    remedy: '确认可以继续后，由值班人员或管理员恢复',
  },
  'signage.live-source': {
    status: 502,
    message: '直播源没有给出可以播放的内容',
    remedy: '用 details 里的原因核对直播地址，联系提供直播的单位',
  },
  'signage.live-busy': {
    status: 503,
    message: '同时取直播的播放器太多',
    remedy: '播放器会自己再试；反复出现请减少同时直播的屏幕',
  },
  'signage.not-ready': { status: 503, message: '排期服务正在启动', remedy: '稍等几秒再试' },
  'signage.failed': {
    status: 500,
    message: '排期服务出了错，没有完成这次请求',
    remedy: '再试一次；仍不行请把时间和操作告诉管理员，查看运行日志',
  },
}

export const failSignage = failWith(signageErrors)
