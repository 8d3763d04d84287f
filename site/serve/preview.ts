/**
 * @file Pages as they will be: drawn from the drafts, for whoever is signed in and for nobody else.
 *
 * `/preview/<path>` is the page of that path, `/preview/documents/<id>` the page of a document, wherever it
 * will stand. The lake is asked with the caller's own session, so a page shows no draft that the caller may
 * not read. Nothing is cached, neither here nor on the way; no script runs; links lead to previews.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createClient } from '@sanity/client'
import { failSite } from '../../contracts/errors/site.ts'
import type { Clock, LakeAccess, Log } from '../../contracts/part.ts'
import type { Content } from '../content/index.ts'
import { createLakeReader, type LakeReader } from '../content/lake.ts'
import { requireSignedIn } from '../desk/counts.ts'
import { asSiteError, createDraw, type DrawSettings } from './draw.ts'
import { createLedger } from './ledger.ts'
import { pageAddress } from './page-key.ts'
import { asPreview, noteOf, previewHeaders } from './preview-page.ts'
import type { Render } from './render.ts'

export const previewPrefix = '/preview'
const documentPath = /^\/documents\/([^/?]+)(?:\?.*)?$/u
const queryMsMax = 8_000
/** Drawn at the same time; a page asks the lake some ten times. */
const atOnceMax = 8

export interface PreviewParts {
  settings: DrawSettings
  render: Render
  lake: LakeAccess
  clock: Clock
  log: Log
  /** What pages read, from this reader. */
  contentOf(reader: LakeReader): Content
}

/** @returns null when the request is for no preview */
export type Preview = (request: IncomingMessage, response: ServerResponse) => Promise<void> | null

export const isPreview = (pathname: string): boolean =>
  pathname === previewPrefix || pathname.startsWith(`${previewPrefix}/`)

/** The release that the address names; its versions stand before the drafts. */
function releaseOf({ url = '/' }: IncomingMessage): string | null {
  const named = new URLSearchParams(url.split('?')[1] ?? '').get('release') ?? ''
  return /^[\w-]{1,128}$/u.test(named) ? named : null
}

/** Reads what the caller may read, drafts before what is published. Keeps nothing beyond one page. */
function readerFor(request: IncomingMessage, access: LakeAccess): LakeReader {
  const { authorization, cookie } = request.headers
  const release = releaseOf(request)
  const client = createClient({
    apiHost: access.apiHost,
    projectId: access.projectId,
    dataset: access.dataset,
    useProjectHostname: access.useProjectHostname,
    headers: authorization ? { authorization } : { cookie: cookie ?? '' },
    apiVersion: '2025-02-19',
    perspective: release === null ? 'drafts' : [release, 'drafts'],
    useCdn: false,
    timeout: queryMsMax,
    maxRetries: 0,
  })
  const ledger = createLedger()
  // What one page reads twice need not be asked twice.
  ledger.trust(true)
  return createLakeReader(client, ledger)
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch (error) {
    if (error instanceof URIError) return ''
    throw error
  }
}

export function createPreview(parts: PreviewParts): Preview {
  const { settings, render, lake, clock, log } = parts
  const headers = previewHeaders(settings.headers)
  let drawing = 0

  function send(response: ServerResponse, status: number, html: string): void {
    const body = Buffer.from(html)
    response.writeHead(status, { ...headers, 'content-length': body.byteLength })
    response.end(body)
  }

  /** Where the document's page will stand; null while it has no name of its own. */
  async function targetOf(content: Content, path: string): Promise<string | null> {
    const id = documentPath.exec(path)?.[1]
    if (id === undefined) return path === '' ? '/' : path
    return (await content.addresses.find(decoded(id)))?.path ?? null
  }

  /** @param moved an address of earlier days has led here */
  async function draw(
    request: IncomingMessage,
    path: string,
    moved = false,
  ): Promise<{ status: number; html: string }> {
    const content = parts.contentOf(readerFor(request, lake))
    const target = await targetOf(content, path)
    const address = target === null ? null : pageAddress(target, request.headers.cookie)
    if (address === null)
      return { status: 404, html: noteOf('这份内容还没有网页', '把标题和网址名填好，就能在这里看到。') }
    const drafted = { ...settings, locals: { ...settings.locals, content } }
    const page = await createDraw(drafted, { render, ledger: createLedger(), clock }).page(address)
    const location = page.headers['location']
    if (location !== undefined && !moved) return draw(request, location, true)
    const isHtml = page.headers['content-type']?.startsWith('text/html') ?? false
    if (!isHtml) return { status: 404, html: noteOf('这里不是网页', '请回到编辑台，换一份内容再看。') }
    return { status: page.status, html: asPreview(String(page.bodies.get('identity') ?? '')) }
  }

  async function answer(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    if (drawing >= atOnceMax) throw failSite('site.too-busy')
    await requireSignedIn(request, lake)
    drawing++
    try {
      const { status, html } = await draw(request, path)
      send(response, status, request.method === 'HEAD' ? '' : html)
    } finally {
      drawing--
    }
  }

  function refuse(response: ServerResponse, thrown: unknown, path: string): void {
    const error = asSiteError(thrown)
    if (error.code !== 'site.page-failed')
      return send(response, error.status, noteOf(error.message, error.remedy))
    log.warn({ path, error: String(thrown) }, '网站预览没有生成')
    const remedy = '多半是还有必填的没有填。把红色的提示改好，这里会自动刷新。'
    send(response, 422, noteOf('现在还排不出网页', remedy))
  }

  return (request, response) => {
    const url = request.url ?? '/'
    const pathname = url.split('?', 1)[0] ?? '/'
    const search = url.slice(pathname.length)
    if (!isPreview(pathname) || (request.method !== 'GET' && request.method !== 'HEAD')) return null
    const path = pathname.slice(previewPrefix.length) + search
    return answer(request, response, path).catch((error: unknown) => refuse(response, error, pathname))
  }
}
