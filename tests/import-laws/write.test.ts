/** @file The import against a real lake: whole, repeatable, and finished after a cut. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { collect } from '../../scripts/import-laws/collect.ts'
import { articleDocuments, editionDocument, lawDocument } from '../../scripts/import-laws/documents.ts'
import { planEdition } from '../../scripts/import-laws/plan.ts'
import { importLaws, transactionMutationsMax } from '../../scripts/import-laws/write.ts'
import { startLake, type LakeOnPort } from '../content-lake/lake-on-port.ts'
import { lawOf, sample, temporaryFolder, type TemporaryFolder } from './folders.ts'

let lake: LakeOnPort
beforeAll(async () => {
  lake = await startLake()
})
afterAll(() => lake.close())

const open: TemporaryFolder[] = []
afterEach(() => {
  for (const folder of open.splice(0)) folder.remove()
})

const access = () => ({
  apiHost: lake.origin,
  projectId: 'pufa',
  dataset: 'production',
  token: lake.token,
  useProjectHostname: false,
})
const quiet = () => undefined
const importFolder = (folder: string) => importLaws(access(), collect(folder).laws, quiet)
const revisions = () =>
  lake.client.fetch<object>('*[_type in ["law", "lawEdition", "article"]] | order(_id){_id, _rev}')

describe('the sample in a lake', () => {
  it('is all there after the first run, and the broken law not at all', async () => {
    const counts = await importFolder(sample)
    // Five laws, six editions, 7 + 12 + 3 + 4 + 3 + 3 articles.
    expect(counts).toEqual({ created: 5 + 6 + 32, changed: 0, unchanged: 0, removed: 0 })
    expect(await lake.client.fetch('count(*[_type == "article"])')).toBe(32)
    expect(await lake.client.fetch('*[title match "小桥*"]')).toEqual([])
  })

  it('is not touched by a second run', async () => {
    const before = await revisions()
    expect(await importFolder(sample)).toEqual({ created: 0, changed: 0, unchanged: 43, removed: 0 })
    expect(await revisions()).toEqual(before)
  })

  it('is counted by its editions as it is', async () => {
    const editions = await lake.client.fetch<{ articleCount: number; found: number }[]>(
      '*[_type == "lawEdition"]{articleCount, "found": count(*[_type == "article" && edition._ref == ^._id])}',
    )
    expect(editions).toHaveLength(6)
    for (const { articleCount, found } of editions) expect(found).toBe(articleCount)
  })

  it("keeps an editor's words on a law", async () => {
    await lake.client
      .patch('law-street-lamp-law')
      .set({ summary: '管夜里的灯。', shortTitle: '灯法' })
      .commit()
    await importFolder(sample)
    expect(await lake.client.getDocument('law-street-lamp-law')).toMatchObject({
      summary: '管夜里的灯。',
      shortTitle: '灯法',
    })
  })
})

describe('a law that the lake has under its title', () => {
  it('gets its text under the id and slug that it has', async () => {
    await lake.client.create({
      _id: 'law-ferry',
      _type: 'law',
      title: '示例渡口法',
      shortTitle: '渡口法',
      slug: { _type: 'slug', current: 'ferry' },
      kind: 'law',
    })
    const folder = temporaryFolder({ 'another-name/README.md': lawOf('示例渡口法', 2) })
    open.push(folder)
    await importFolder(folder.path)
    expect(
      await lake.client.fetch('*[_type == "article" && law._ref == "law-ferry"]._id | order(@)'),
    ).toEqual(['article-ferry-current-1', 'article-ferry-current-2'])
  })
})

describe('a law of more articles than one transaction holds', () => {
  const articles = 2 * transactionMutationsMax + 50

  it('is finished by the next run after one that was cut off', async () => {
    const folder = temporaryFolder({ 'long/README.md': lawOf('示例长法', articles) })
    open.push(folder)
    const [law] = collect(folder.path).laws
    const [collected] = law?.editions ?? []
    if (!law || !collected) throw new Error('the law was not read')
    const identity = { id: 'law-long', slug: 'long' }
    const { transactions } = planEdition(
      {
        law: lawDocument(law, identity),
        edition: editionDocument(collected, identity),
        articles: articleDocuments(collected, identity),
        datesAreComplete: false,
      },
      { law: false, edition: null, articles: [] },
      transactionMutationsMax,
    )
    expect(transactions.length).toBeGreaterThan(3)
    const [first = []] = transactions
    for (const mutation of first) {
      if ('createIfNotExists' in mutation) await lake.client.createIfNotExists(mutation.createIfNotExists)
      if ('createOrReplace' in mutation) await lake.client.createOrReplace(mutation.createOrReplace)
    }
    expect(await lake.client.getDocument('edition-long-current')).toMatchObject({ articleCount: 0 })

    const counts = await importFolder(folder.path)
    expect(counts).toEqual({
      created: articles - (transactionMutationsMax - 2),
      changed: 1,
      unchanged: 199,
      removed: 0,
    })
    expect(await lake.client.getDocument('edition-long-current')).toMatchObject({ articleCount: articles })
    expect(
      await lake.client.fetch('count(*[_type == "article" && edition._ref == "edition-long-current"])'),
    ).toBe(articles)
  })

  it('changes what changed and removes what went', async () => {
    const folder = temporaryFolder({
      'long/README.md': lawOf('示例长法', articles - 1, { 7: '第七条改了。' }),
    })
    open.push(folder)
    expect(await importFolder(folder.path)).toEqual({
      created: 0,
      changed: 2,
      unchanged: articles - 1,
      removed: 1,
    })
    expect(await lake.client.getDocument('article-long-current-7')).toMatchObject({
      paragraphs: [{ text: '第七条改了。' }],
    })
    expect(await lake.client.getDocument(`article-long-current-${articles}`)).toBeUndefined()
  })
})
