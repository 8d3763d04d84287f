/** @file Queries of the content lake beside plain groq-js, and its commits beside SQLite alone. */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { Views } from '../../content-lake/query/view/views.ts'
import { Documents } from '../../content-lake/store/documents.ts'
import { milliseconds, type Bench, type Row } from './bench.ts'
import { measureCommits } from './lake/commits.ts'
import { makeDocuments } from './lake/documents.ts'
import { measureQueries } from './lake/queries.ts'

const SIZES = [1000, 10_000, 50_000]
const MEGABYTE = 2 ** 20

/** Megabytes in use, after what nobody needs is gone. */
function heap(): number {
  setFlagsFromString('--expose-gc')
  const collect: unknown = runInNewContext('gc')
  if (typeof collect === 'function') collect()
  return Math.round(process.memoryUsage().heapUsed / MEGABYTE)
}

export const lakeBench: Bench = {
  name: 'lake',
  title: '内容库：查询对照 groq-js（evaluateSync / evaluate），提交对照 SQLite',
  async run(say) {
    const rows: Row[] = await measureCommits()
    const notes: string[] = []
    for (const size of SIZES) {
      const before = heap()
      const documents = new Documents()
      documents.load(makeDocuments(size))
      const loaded = heap()
      const views = new Views(documents)
      const measured = await measureQueries(views, size, say)
      rows.push(...measured.rows)
      notes.push(
        `${size} 份：文档占内存 ${loaded - before} MB，三种视角的视图与索引 ${heap() - loaded} MB；第一次问（要建视图或索引）最慢 ${milliseconds(Math.max(...measured.firstMs))}`,
      )
    }
    return {
      rows,
      notes: [
        ...notes,
        '查询在同一进程里问，不含 HTTP 和线程间的路程，也不用留存的答案；groq-js 拿到的是已经备好的视角',
        '比值是参照物的时间除以本系统的时间，括号里是各轮的最小和最大；大于 1 就是本系统快',
      ],
    }
  },
}
