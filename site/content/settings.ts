/** @file The bureau: its names, hotline, contact, records and pictures. All of it is content. */
import type { SiteSettings } from '../../contracts/documents/index.ts'
import type { LakeReader } from './lake.ts'
import { picture, pictureOrNull, type PictureView } from './views.ts'

type Text = Pick<
  SiteSettings,
  | 'title'
  | 'bureauName'
  | 'prefectureName'
  | 'description'
  | 'hotline'
  | 'hotlineHours'
  | 'contactPhone'
  | 'contactAddress'
>

export interface SettingsView extends Text {
  siteIdCode: string | null
  officeMark: { picture: PictureView; href: string } | null
  /** Who answers the hotline when, one line each. */
  hotlineDuty: readonly string[] | null
  /** Null until an editor has written the province's line. */
  aidIncome: NonNullable<SiteSettings['aidIncome']> | null
  loanPrimeRate: NonNullable<SiteSettings['loanPrimeRate']> | null
  accent: string | null
  icpRecord: string | null
  publicSecurityRecord: string | null
  emblem: PictureView | null
  hero: PictureView | null
  sample: boolean
}

export interface SettingsContent {
  current(): Promise<SettingsView>
  /** The last settings ever read, for pages that must stand while the lake does not answer. */
  lastKnown(): SettingsView | null
}

const query = `*[_id == "siteSettings"][0]{
  title, bureauName, prefectureName, description, hotline, hotlineHours, contactPhone, contactAddress,
  siteIdCode, hotlineDuty, accent, icpRecord, publicSecurityRecord, "sample": coalesce(sample, false),
  aidIncome{yuanPerMonth, basis, checkedOn}, loanPrimeRate{percent, publishedOn},
  "officeMark": officeMark{href, "picture": picture${picture}},
  "emblem": emblem${picture}, "hero": hero${picture}
}`

/**
 * The national number of public legal services: the one thing to say before the bureau has written its
 * settings, or while they cannot be read.
 */
export const nationalHotline = '12348'

/** What an empty lake shows: nothing that names any bureau. */
const unwritten: SettingsView = {
  title: '普法',
  bureauName: '主办单位尚未填写',
  prefectureName: '',
  description: '网站设置尚未填写。请在编辑台打开“网站设置”，填写名称、热线和联系方式。',
  hotline: nationalHotline,
  hotlineHours: '',
  contactPhone: '',
  contactAddress: '',
  siteIdCode: null,
  officeMark: null,
  hotlineDuty: null,
  aidIncome: null,
  loanPrimeRate: null,
  accent: null,
  icpRecord: null,
  publicSecurityRecord: null,
  emblem: null,
  hero: null,
  sample: false,
}

export function createSettings(lake: LakeReader): SettingsContent {
  let last: SettingsView | null = null
  return {
    async current() {
      const read = await lake.readShared<SettingsView | null>(['siteSettings'], query)
      if (!read) return unwritten
      const { officeMark: mark, aidIncome, loanPrimeRate } = read
      last = {
        ...read,
        officeMark: mark && pictureOrNull(mark.picture) && mark.href ? mark : null,
        emblem: pictureOrNull(read.emblem),
        hero: pictureOrNull(read.hero),
        // An object whose number the editor has emptied says nothing.
        aidIncome: aidIncome && aidIncome.yuanPerMonth > 0 ? aidIncome : null,
        loanPrimeRate: loanPrimeRate && loanPrimeRate.percent > 0 ? loanPrimeRate : null,
      }
      return last
    },
    lastKnown: () => last,
  }
}
