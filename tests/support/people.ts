/** @file People with accounts of their own, made as an administrator makes them: invited, then a password set. */
import type { BrowserContext } from 'playwright'
import { adminPassword } from './program.ts'

export interface Invited {
  name: string
  displayName: string
  role: string
  /** Empty: the whole prefecture. */
  county?: string
}

/** Long enough, and like no name. */
export const personPassword = '石桥慢水半夜灯火白菜豆腐两担柴'

/** @param admin a context of its own; it is signed in as the administrator */
export async function invitePerson(admin: BrowserContext, origin: string, person: Invited): Promise<void> {
  const form = (path: string, fields: Record<string, string>) =>
    admin.request.post(origin + path, { form: fields, headers: { origin } })
  await form('/login', { user: 'admin', password: adminPassword })
  const { name, displayName, role, county = '' } = person
  const invited = await form('/accounts/people', { name, displayName, role, county })
  const link = /\/accounts\/link\/[\w-]+/.exec(await invited.text())?.[0]
  if (!link) throw new Error(`${name} was not invited`)
  await form(link, { new: personPassword, again: personPassword })
}
