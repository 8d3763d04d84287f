/** @file The three boards of the site, as residents know them: what happens, how it is done, who helps. */

export interface Way {
  href: string
  name: string
  about: string
}

/** What a list of links says. */
export type Link = Pick<Way, 'href' | 'name'>

/** 指南 */
export const guide: readonly Way[] = [
  { href: '/questions', name: '问法律', about: '常见的难处，先说结论，再说怎么办、带什么' },
  { href: '/deadlines', name: '算期限', about: '仲裁、起诉、申请还剩几天，在手机上算' },
  { href: '/papers', name: '写文书', about: '借条、还款协议、仲裁申请书，照着填就能打印' },
  { href: '/laws', name: '查法条', about: '法律法规的条文、大意和施行日期' },
  { href: '/checkup', name: '法治体检', about: '给企业和店铺：一份清单，看看风险在哪里' },
]

/** 服务 */
export const service: readonly Way[] = [
  { href: '/aid', name: '法律援助', about: '谁能不花钱请律师，怎么申请，几天有结果' },
  { href: '/preferences', name: '选人承办', about: '申请援助时写下两位以上希望的承办人' },
  { href: '/lawyers', name: '找律师', about: '律师、基层法律服务工作者的名单和办公电话' },
  { href: '/lawyers/check', name: '查真假', about: '有人自称律师，先查查他登记了没有' },
  { href: '/counties', name: '就近求助', about: '各县（市、区）的站点、地址和办公时间' },
]

/** 头条 */
export const headlines: readonly Way[] = [
  { href: '/news', name: '普法动态', about: '这里最近做了什么' },
  { href: '/cases', name: '以案释法', about: '身边的案子，讲清楚一条法' },
  { href: '/activities', name: '普法活动', about: '大集、讲座、现场咨询的时间和地点' },
  { href: '/slogans', name: '大屏标语', about: '街头大屏正在说什么' },
  { href: '/murals', name: '看墙画', about: '画在村街上的法律故事' },
  { href: '/places', name: '法治文化阵地', about: '公园、广场、书屋，可以去看的地方' },
]

const shown = (...paths: readonly string[]): Link[] => headlines.filter(({ href }) => paths.includes(href))

/**
 * The foot of every page: what the head of it does not offer.
 * @param largeText the head is shorter there, and the foot names what it leaves out
 */
export const footer = (largeText: boolean): readonly Link[] => [
  { href: '/search', name: '检索' },
  { href: '/service', name: '服务' },
  ...(largeText ? shown('/murals', '/news') : []),
  ...shown('/cases', '/activities', '/slogans'),
  { href: '/fair', name: '法律大集' },
  { href: '/data', name: '开放数据' },
  { href: '/feed.xml', name: '订阅' },
  { href: '/about', name: '关于本站' },
  { href: '/report', name: '找错' },
  { href: '/about#map', name: '网站地图' },
  { href: '/offline', name: '没网也能看' },
]
