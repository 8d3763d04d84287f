/**
 * @file A hosted project in place of the embedded lake: is it there, and what must people know who use it.
 */
import { failStart } from '../contracts/errors/start.ts'
import { openLake } from './lake-client.ts'
import { hostedAccess, publicOrigin, type HostedLake, type Settings } from './settings.ts'

const askWithinMs = 10_000

class TokenUnknown extends Error {}

/**
 * @returns null, or a line for people where the project does not answer now but may later
 * @throws PufaError `start.wrong-setting` where no later try can succeed
 */
export async function probeHosted(hosted: HostedLake): Promise<string | null> {
  const { projectId, dataset, apiHost } = hosted
  const client = openLake(hostedAccess(hosted)).withConfig({ maxRetries: 0, timeout: askWithinMs })
  try {
    // A lake may answer a token that it does not know with what everybody may read.
    const me = await client.users.getById('me')
    if (!me.id) throw new TokenUnknown()
    await client.fetch('count(*[0...1])')
    return null
  } catch (error) {
    const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 0
    const wrong = (variable: string, remedy: string) =>
      failStart('start.wrong-setting', { variable, remedy }, error)
    if (status === 401 || status === 403 || error instanceof TokenUnknown)
      throw wrong('SANITY_TOKEN', `SANITY_TOKEN 不被 ${apiHost} 接受，请在托管项目里新建一个可写的令牌再填`)
    if (status === 404)
      throw wrong('SANITY_DATASET', `${apiHost} 没有项目 ${projectId} 或数据集 ${dataset}，请核对这两项`)
    return `托管的内容库（${apiHost}）现在连不上：${error instanceof Error ? error.message : String(error)}。连上以前网站没有内容，屏幕照已有的节目播；程序会一直再试`
  }
}

/** What is otherwise than with the embedded lake. */
export function hostedNotes(hosted: HostedLake, settings: Settings): string[] {
  const { projectId, dataset, apiHost } = hosted
  const { assetHost } = hostedAccess(hosted)
  const ways = settings.isReviewed
    ? [
        '  · 三审照常：谁能审哪几级写在“审核规则”里，由托管项目的管理员在编辑台里确认才生效（docs/review.md）',
        '  · 网站和屏幕只显示审核通过的；绕过审核直接发布的，编辑台里会标明，网站和屏幕不显示',
        '  · 审核密钥在数据文件夹的 review.key，请随备份保管；丢了就要运行 npm run review:adopt 重新确认',
        '  · 启用以前已经公开的内容，运行 npm run review:adopt -- --reason "理由" 以后才会显示',
      ]
    : [
        '  · 不审核（PUFA_REVIEW=0）：托管项目里发布什么，网站和屏幕就显示什么',
        '  · 编辑台里配对屏幕、停止直播等操作要本机账号，托管时请用托管项目的令牌调用接口（docs/signage-api.md）',
      ]
  return [
    `内容放在托管项目 ${projectId}/${dataset}（${apiHost}），不在这台机器上。与自带内容库不同的地方：`,
    `  · 编辑台用托管项目的账号登录；要先在托管项目里把 ${publicOrigin(settings)} 登记为允许的来源（CORS，允许登录）`,
    '  · 本机的账号、角色和 PUFA_ADMIN_PASSWORD 不起作用；谁能改什么由托管项目规定',
    ...ways,
    `  · 读者的浏览器会向 ${assetHost} 取图片和影片；照片里的拍摄地点等信息由托管方处理`,
    '  · 本机的备份不含内容：用 npm run dataset:export 定期导出；没有人引用的图片也不由本机清理',
    '  · 不自动载入演示内容；要载入请设 PUFA_DEMO=1，它会写进托管项目',
    '  · /metrics 只能用 PUFA_METRICS_TOKEN 访问',
  ]
}
