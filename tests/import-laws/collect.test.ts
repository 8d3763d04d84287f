/** @file Which files make one law, and that a law with a fault is not taken at all. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { collect } from '../../scripts/import-laws/collect.ts'
import { lawOf, sample, temporaryFolder, writeGbk, type TemporaryFolder } from './folders.ts'

const open: TemporaryFolder[] = []
afterEach(() => {
  for (const folder of open.splice(0)) folder.remove()
})
function collectFrom(files: Readonly<Record<string, string>>) {
  const folder = temporaryFolder(files)
  open.push(folder)
  return collect(folder.path)
}

const found = collect(sample)
const lawNamed = (title: string) => {
  const law = found.laws.find((candidate) => candidate.title === title)
  if (!law) throw new Error(`not found: ${title}`)
  return law
}

describe('the sample', () => {
  it('gives its laws, leaves out what is no law, and tells of the broken one', () => {
    expect(found.laws.map(({ title }) => title).sort()).toEqual(
      ['示例路灯法', '示例水井法典', '示例钟楼法', '示例灯会管理规定', '示例集市条例'].sort(),
    )
    expect(found.ignored).toEqual(['LICENSE', 'README.md'])
    expect(found.problems).toEqual([
      {
        file: 'broken/bridge-law/README.md',
        line: 11,
        message: '条号不连续：第二条之后应当是第三条，写的是第四条',
      },
    ])
  })

  it('a law never amended has the day of its own clause; inserted articles stand in their place', () => {
    const [edition] = lawNamed('示例路灯法').editions
    expect(edition).toMatchObject({
      name: 'current',
      title: '2021年文本',
      effectiveFrom: '2021-06-01',
      effectiveTo: null,
    })
    expect(edition?.articles.map(({ number }) => number)).toEqual(['1', '2', '3', '3-1', '3-2', '4', '5'])
  })

  it('books make one law in the order of their articles, the supplementary provisions last', () => {
    const law = lawNamed('示例水井法典')
    const [edition] = law.editions
    expect(law.slugHint).toBe('well-code')
    expect(edition?.articles.map(({ number }) => number)).toEqual(
      Array.from({ length: 12 }, (_, at) => String(at + 1)),
    )
    expect(edition?.articles[5]?.headings).toEqual([
      '第二编　维修',
      '第一分编　通则',
      '第一章　淘井',
      '第一节　时间',
    ])
    expect(edition?.articles[11]?.headings).toEqual(['附则'])
    expect(edition?.adoption).toHaveLength(2)
  })

  it('an amended law has no first day in force, since its clause speaks of the first edition', () => {
    expect(lawNamed('示例水井法典').editions[0]).toMatchObject({ title: '2022年修正版', effectiveFrom: null })
  })

  it('versions.json gives editions with their dates, the end exclusive', () => {
    const law = lawNamed('示例钟楼法')
    expect(law.editions.map(({ articles: _articles, adoption: _adoption, ...rest }) => rest)).toEqual([
      {
        name: '2025-amendment',
        title: '2025年修正版',
        promulgatedOn: '2025-06-01',
        effectiveFrom: '2025-08-01',
        effectiveTo: '2031-01-01',
        datesAreComplete: true,
      },
      {
        name: '2030-revision',
        title: '2030年修订版',
        promulgatedOn: '2030-07-01',
        effectiveFrom: '2031-01-01',
        effectiveTo: null,
        datesAreComplete: true,
      },
    ])
    expect(law.editions.map(({ articles }) => articles.length)).toEqual([3, 4])
  })

  it('the other collection gives laws by their titles, and its dated names are not taken for slugs', () => {
    const law = lawNamed('示例灯会管理规定')
    expect(law.slugHint).toBeNull()
    expect(law.editions[0]).toMatchObject({ effectiveFrom: '2024-01-15', title: '2023年文本' })
    expect(law.editions[0]?.articles[1]?.paragraphs[1]?.items).toEqual([
      { label: '（一）', text: '灯架不牢;' },
      { label: '（二）', text: '离柴垛不足五米(含五米)。' },
    ])
  })

  it('a text dated long after its clause is a later one, so its first day in force is unknown', () => {
    expect(lawNamed('示例集市条例').editions[0]).toMatchObject({ effectiveFrom: null, title: '2018年文本' })
  })
})

describe('a law with a fault is not taken at all', () => {
  it('a gap between two books is told with file and line of the book after it', () => {
    const { laws, problems } = collectFrom({
      'code/README.md': '# 示例法典\n\n2020年1月1日通过\n',
      'code/1.md': '# 第一编\n\n**第一条**　甲。\n',
      'code/2.md': '# 第二编\n\n**第三条**　乙。\n',
    })
    expect(laws).toEqual([])
    expect(problems).toEqual([
      { file: 'code/2.md', line: 3, message: '条号不连续：第一条之后应当是第二条，写的是第三条' },
    ])
  })

  it('one broken book refuses all books, so that half a code is never shown', () => {
    const { laws, problems } = collectFrom({
      'code/README.md': '# 示例法典\n\n2020年1月1日通过\n',
      'code/1.md': '# 第一编\n\n**第一条**　甲。\n',
      'code/2.md': '# 第二编\n\n**第二条　乙。**\n',
    })
    expect(laws).toEqual([])
    expect(problems.map(({ file, line }) => [file, line])).toEqual([['code/2.md', 3]])
  })

  it.each([
    [
      'an article number used twice',
      '**第一条**　甲。\n**第一条**　乙。',
      '第一条之后应当是第二条，写的是第一条',
    ],
    ['a law that begins in the middle', '**第二条**　甲。', '全文应当从第一条开始，写的是第二条'],
    ['an inserted article without its own', '**第一条**　甲。\n**第二条之一**　乙。', '写的是第二条之一'],
    ['a law without articles', '', '没有条文'],
  ])('%s', (_name, body, message) => {
    const { laws, problems } = collectFrom({
      'law/README.md': `# 示例法\n2020年1月1日通过\n## 第一章　总则\n${body}`,
    })
    expect(laws).toEqual([])
    expect(problems.map((problem) => problem.message).join()).toContain(message)
  })

  it('a file without a title', () => {
    const { problems } = collectFrom({ 'a.md': '**第一条**　甲。' })
    expect(problems).toEqual([{ file: 'a.md', line: 1, message: '没有以“# ”开头的法律名称' }])
  })

  it('two laws of one title, since one would overwrite the other', () => {
    const { laws, problems } = collectFrom({
      'a/README.md': lawOf('示例法', 2),
      'b/README.md': lawOf('示例法', 3),
    })
    expect(laws).toEqual([])
    expect(problems.map(({ file, message }) => [file, message])).toEqual([
      ['a/README.md', '《示例法》还出现在 b/README.md，请只留一份'],
      ['b/README.md', '《示例法》还出现在 a/README.md，请只留一份'],
    ])
  })

  it('a file that is not UTF-8 (GBK is common), with what is wrong', () => {
    const folder = temporaryFolder({ 'b.md': lawOf('好的法', 1) })
    open.push(folder)
    folder.write({ 'a.md': '' })
    writeGbk(path.join(folder.path, 'a.md'))
    const { laws, problems } = collect(folder.path)
    expect(laws.map(({ title }) => title)).toEqual(['好的法'])
    expect(problems.map(({ message }) => message)).toContain('不是 UTF-8 编码的文字，或者超过 8 MB')
  })

  it('the other laws of the folder are still taken', () => {
    const { laws, problems } = collectFrom({
      'good/README.md': lawOf('好的法', 2),
      'bad/README.md': '# 坏的法\n',
    })
    expect(laws.map(({ title }) => title)).toEqual(['好的法'])
    expect(problems).toHaveLength(1)
  })
})

describe('versions.json', () => {
  const versions = readFileSync(path.join(sample, 'civil/bell-tower-law/versions.json'), 'utf8')
  const texts = {
    'law/README.md': lawOf('示例钟楼法', 3),
    'law/versions/2031-01-01/README.md': lawOf('示例钟楼法', 4),
  }

  it.each([
    ['a text that is missing', versions.replace('"README.md"', '"other.md"'), '文件 other.md 不存在'],
    [
      'a title that differs from the texts',
      versions.replaceAll('示例钟楼法', '另一部法'),
      '标题是《示例钟楼法》',
    ],
    [
      'periods that overlap',
      versions.replace('"2031-01-01",\n      "entry"', '"2032-01-01",\n      "entry"'),
      '有效期重叠',
    ],
    [
      'an end before the start',
      versions.replace('"effectiveTo": "2031-01-01"', '"effectiveTo": "2025-01-01"'),
      '失效日期要晚于施行日期',
    ],
    ['a date that does not exist', versions.replace('2025-08-01', '2025-02-30'), '日期要写成'],
    [
      'an id with a dot, which would be a draft',
      versions.replace('2025-amendment', 'drafts.2025'),
      '版本的 id 只能用',
    ],
    ['an id used twice', versions.replace('2030-revision', '2025-amendment'), '重复'],
    [
      'an entry outside the folder',
      versions.replace('"README.md"', '"../README.md"'),
      'entry 要是同一文件夹下',
    ],
    ['broken JSON', versions.replace('"schemaVersion": 1,', '"schemaVersion": 1'), '不是有效的 JSON'],
  ])('is refused with %s', (_name, text, message) => {
    const { laws, problems } = collectFrom({ ...texts, 'law/versions.json': text })
    expect(laws).toEqual([])
    expect(problems.map((problem) => problem.message).join()).toContain(message)
  })

  it('must name every text beside it, so that none is forgotten', () => {
    const { laws, problems } = collectFrom({
      ...texts,
      'law/versions.json': versions,
      'law/versions/2040/README.md': lawOf('示例钟楼法', 1),
    })
    expect(laws).toEqual([])
    expect(problems).toEqual([
      { file: 'law/versions/2040/README.md', line: 0, message: 'versions.json 没有提到这个文件' },
    ])
  })
})
