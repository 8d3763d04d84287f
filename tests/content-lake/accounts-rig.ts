/** @file A lake with an administrator signed in, and what people do on the pages of accounts. */
import { startLake, type LakeOnPort } from './lake-on-port.ts'

export const DAY_MS = 24 * 3_600_000
export const GOOD = 'wooden bridge over slow water'

export interface AccountsRig {
  at: LakeOnPort
  /** The administrator's cookie. */
  admin: string
  get(to: string, cookie?: string): Promise<Response>
  post(
    to: string,
    form: Record<string, string>,
    cookie?: string,
    headers?: Record<string, string>,
  ): Promise<Response>
  signIn(user: string, password: string): Promise<{ status: number; cookie: string; response: Response }>
  /** @returns the path of the link */
  invite(name: string, role?: string, county?: string): Promise<string>
  accept(link: string, password?: string, again?: string): Promise<Response>
  /** Invited, with a password, and signed in. */
  person(name: string, role?: string, county?: string): Promise<{ id: string; cookie: string }>
  isIn(cookie: string): Promise<boolean>
}

export const pageOf = async (response: Promise<Response>) => (await response).text()

export const inviteForm = (name: string, role = 'editor', county = '') => ({
  name,
  displayName: `示例 ${name}`,
  role,
  county,
})

export async function startAccounts(): Promise<AccountsRig> {
  const at = await startLake()
  await at.client.create({ _id: 'county-a', _type: 'county', title: '甲县', order: 1 })
  const county = { _type: 'reference', _ref: 'county-a' }
  await at.client.create({ _id: 'drafts.a', _type: 'newsItem', county })
  const rig: AccountsRig = {
    at,
    admin: await at.signIn(),
    get: (to, cookie = rig.admin) => at.fetch(to, { anonymous: true, headers: { cookie } }),
    post: (to, form, cookie = rig.admin, headers = {}) =>
      at.fetch(to, {
        method: 'POST',
        anonymous: true,
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          origin: at.origin,
          cookie,
          ...headers,
        },
        body: new URLSearchParams(form).toString(),
      }),
    async signIn(user, password) {
      const response = await rig.post('/login', { user, password }, '')
      const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? ''
      return { status: response.status, cookie, response }
    },
    async invite(name, role, of) {
      const page = await pageOf(rig.post('/accounts/people', inviteForm(name, role, of)))
      return new URL(/http[^<]+\/accounts\/link\/[\w-]+/.exec(page)?.[0] ?? at.origin).pathname
    },
    accept: (link, password = GOOD, again = password) => rig.post(link, { new: password, again }, ''),
    async person(name, role, of) {
      await rig.accept(await rig.invite(name, role, of))
      const { cookie } = await rig.signIn(name, GOOD)
      const me = (await (await rig.get('/v1/users/me', cookie)).json()) as { id: string }
      return { id: me.id, cookie }
    },
    isIn: async (cookie) => (await rig.get('/v1/users/me', cookie)).status === 200,
  }
  return rig
}
