/** @file Where the lake answers and as whom, from the environment. Pure. */
import type { TextAccess } from './write.ts'

export type Environment = Readonly<Record<string, string | undefined>>

/** An empty variable counts as not set. */
const setting = (environment: Environment, name: string) => environment[name]?.trim() || undefined

function ownAddress(environment: Environment): string {
  const internal = setting(environment, 'PUFA_INTERNAL_PORT')
  const origin = setting(environment, 'PUFA_ORIGIN')
  if (internal === undefined && origin !== undefined) {
    if (!/^https?:\/\/[^/]+\/?$/.test(origin))
      throw new Error(`PUFA_ORIGIN 应当是网站地址，例如 https://pufa.example.gov.cn；现在是“${origin}”`)
    return origin.replace(/\/$/, '')
  }
  const port = internal ?? setting(environment, 'PORT') ?? '4321'
  const name = internal === undefined ? 'PORT' : 'PUFA_INTERNAL_PORT'
  if (!/^\d{1,5}$/.test(port)) throw new Error(`${name} 应当是端口号，例如 4321；现在是“${port}”`)
  return `http://127.0.0.1:${port}`
}

/** @throws Error whose Chinese message names the variable and the remedy */
export function readAccess(environment: Environment): TextAccess {
  const projectId = setting(environment, 'SANITY_PROJECT_ID')
  const hosted = projectId !== undefined
  const token = setting(environment, hosted ? 'SANITY_TOKEN' : 'PUFA_TOKEN')
  if (token === undefined)
    throw new Error(
      hosted
        ? '没有设置 SANITY_TOKEN。请在托管项目的管理页面新建一个可写的访问令牌，再这样运行：SANITY_TOKEN=令牌 npm run import:laws -- 文件夹'
        : '没有设置 PUFA_TOKEN。请用管理员账号登录编辑台，在“账号”里新建一个访问令牌，再这样运行：PUFA_TOKEN=令牌 npm run import:laws -- 文件夹',
    )
  return {
    apiHost: hosted
      ? (setting(environment, 'SANITY_API_HOST') ?? 'https://api.sanity.io')
      : ownAddress(environment),
    projectId: projectId ?? 'pufa',
    dataset: setting(environment, 'SANITY_DATASET') ?? 'production',
    token,
    useProjectHostname: hosted,
  }
}
