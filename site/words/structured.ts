/**
 * @file Pages in the words of schema.org (JSON-LD). Pure.
 *
 * Says nothing that the page itself does not say. Without a public address of the site, addresses are
 * paths from its root, which search engines resolve against the page.
 */
import type { QuestionPage } from '../content/questions.ts'
import type { MuralPage } from '../content/murals.ts'
import type { NewsPage } from '../content/news.ts'
import type { SettingsView } from '../content/settings.ts'
import type { VillagePage } from '../content/villages.ts'
import { pictureSource } from './addresses.ts'

/** What every page knows of the site that it belongs to. */
export interface SiteFacts {
  /** Null while the bureau has set no public address. */
  origin: string | null
  assetBase: string
  settings: Pick<
    SettingsView,
    'title' | 'bureauName' | 'description' | 'hotline' | 'contactPhone' | 'contactAddress'
  >
}

const context = 'https://schema.org'
const language = 'zh-CN'

/** JSON that may stand inside a script element: nothing in it can end the element or begin another. */
export const jsonForScript = (data: object | null): string =>
  JSON.stringify(data)
    .replaceAll('<', '\\u003c')
    .replaceAll('>', '\\u003e')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029')

const at = ({ origin }: SiteFacts, path: string) => (origin ?? '') + path

/** Fields that hold nothing are left out: an empty address is no address. */
function filled(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null && value !== undefined && value !== ''),
  )
}

function imageOf(site: SiteFacts, picture: Parameters<typeof pictureSource>[0] | null): string | null {
  if (!picture) return null
  const { src } = pictureSource(picture, site.assetBase, 1280)
  return src.startsWith('/') ? at(site, src) : src
}

function bureau(site: SiteFacts): object {
  const { bureauName, contactPhone, contactAddress } = site.settings
  return filled({
    '@type': 'GovernmentOrganization',
    name: bureauName,
    url: at(site, '/'),
    telephone: contactPhone,
    address: contactAddress,
  })
}

/** Home: the bureau, its hotline, and how to search the site. */
export function homeData(site: SiteFacts): object {
  const { title, description, hotline } = site.settings
  return {
    '@context': context,
    '@graph': [
      {
        ...bureau(site),
        contactPoint: filled({
          '@type': 'ContactPoint',
          contactType: '公共法律服务热线',
          telephone: hotline,
          availableLanguage: language,
        }),
      },
      {
        '@type': 'WebSite',
        name: title,
        url: at(site, '/'),
        description,
        inLanguage: language,
        potentialAction: {
          '@type': 'SearchAction',
          target: { '@type': 'EntryPoint', urlTemplate: `${at(site, '/search')}?q={search_term_string}` },
          'query-input': 'required name=search_term_string',
        },
      },
    ],
  }
}

type Asked = Pick<QuestionPage, 'title' | 'slug' | 'shortAnswer' | 'steps' | 'writtenOn' | 'checkedOn'>

/** A question with its answer and steps, as the page gives them. */
export function questionData(site: SiteFacts, question: Asked): object {
  const steps = question.steps.map(({ title, text }, index) => `${index + 1}. ${title}：${text}`)
  return {
    '@context': context,
    '@type': 'FAQPage',
    url: at(site, `/questions/${encodeURIComponent(question.slug)}`),
    inLanguage: language,
    datePublished: question.writtenOn,
    dateModified: question.checkedOn,
    publisher: bureau(site),
    mainEntity: [
      {
        '@type': 'Question',
        name: question.title,
        acceptedAnswer: { '@type': 'Answer', text: [question.shortAnswer, ...steps].join('\n') },
      },
    ],
  }
}

export function newsData(
  site: SiteFacts,
  item: Pick<NewsPage, 'title' | 'slug' | 'summary' | 'publishedOn' | 'source' | 'cover'>,
): object {
  return filled({
    '@context': context,
    '@type': 'NewsArticle',
    headline: item.title,
    description: item.summary,
    url: at(site, `/news/${encodeURIComponent(item.slug)}`),
    datePublished: item.publishedOn,
    inLanguage: language,
    image: imageOf(site, item.cover),
    author: { '@type': 'Organization', name: item.source },
    publisher: bureau(site),
  })
}

type Painted = Pick<
  MuralPage,
  'title' | 'slug' | 'banner' | 'story' | 'location' | 'paintedOn' | 'picture' | 'village'
>

/** A mural is a work that stands in a place. */
export function muralData(site: SiteFacts, mural: Painted): object {
  const place = mural.village && {
    '@type': 'Place',
    name: mural.village.title,
    address: [mural.village.county, mural.village.title, mural.location].filter(Boolean).join(' '),
    url: at(site, `/villages/${mural.village.code}`),
  }
  return filled({
    '@context': context,
    '@type': ['VisualArtwork', 'CreativeWork'],
    name: mural.title,
    artform: '墙画',
    text: mural.banner,
    abstract: mural.story,
    url: at(site, `/murals/${encodeURIComponent(mural.slug)}`),
    dateCreated: mural.paintedOn,
    image: imageOf(site, mural.picture),
    inLanguage: language,
    contentLocation: place,
  })
}

type Settled = Pick<VillagePage, 'title' | 'code' | 'introduction' | 'county' | 'township'>

export function villageData(site: SiteFacts, village: Settled): object {
  return filled({
    '@context': context,
    '@type': 'Place',
    name: village.title,
    identifier: village.code,
    description: village.introduction,
    url: at(site, `/villages/${village.code}`),
    containedInPlace: village.county && { '@type': 'AdministrativeArea', name: village.county.title },
    address: [village.county?.title, village.township, village.title].filter(Boolean).join(''),
  })
}
