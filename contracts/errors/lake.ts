/**
 * @file Errors of the content lake. Over HTTP they keep Sanity's body shape and carry our code beside it.
 *
 * The Studio throws a person's edits away when a commit is answered with 400, 401, 402–404, 409, 410,
 * 412, 413 or 422, so those stand only for requests that can never succeed as they are. Whatever passes
 * by itself is 429 or 5xx. `@sanity/client` repeats reads by itself on 429, 502 and 503, never on 504.
 */
import { lakeAccountErrors, type LakeAccountErrorCode } from './lake-accounts.ts'
import { lakeReleaseErrors, type LakeReleaseErrorCode } from './lake-releases.ts'
import { lakeAssetErrors, type LakeAssetErrorCode } from './lake-assets.ts'
import { lakeReviewErrors, type LakeReviewErrorCode } from './lake-review.ts'
import { failWith, type Registry } from './registry.ts'

export type LakeErrorCode =
  | LakeAccountErrorCode
  | LakeReleaseErrorCode
  | LakeAssetErrorCode
  | LakeReviewErrorCode
  | 'lake.database-damaged'
  | 'lake.unknown-endpoint'
  | 'lake.unknown-dataset'
  | 'lake.malformed-request'
  | 'lake.request-too-large'
  | 'lake.request-too-slow'
  | 'lake.malformed-query'
  | 'lake.query-failed'
  | 'lake.query-too-slow'
  | 'lake.query-too-large'
  | 'lake.query-queue-full'
  | 'lake.malformed-mutation'
  | 'lake.patch-failed'
  | 'lake.patch-too-slow'
  | 'lake.document-exists'
  | 'lake.document-missing'
  | 'lake.revision-mismatch'
  | 'lake.reference-missing'
  | 'lake.still-referenced'
  | 'lake.history-dropped'
  | 'lake.transaction-reused'
  | 'lake.dataset-busy'
  | 'lake.disk-full'
  | 'lake.write-failed'
  | 'lake.unsupported-action'
  | 'lake.too-many-streams'
  | 'lake.internal'

export const lakeErrors: Registry<LakeErrorCode> = {
  ...lakeAccountErrors,
  ...lakeReleaseErrors,
  ...lakeAssetErrors,
  ...lakeReviewErrors,
  'lake.database-damaged': {
    status: 500,
    message: '数据库文件已损坏，无法打开',
    remedy: '不要删除任何文件；把数据文件夹整个复制保存，再从最近的备份恢复',
  },
  'lake.unknown-endpoint': {
    status: 404,
    message: '内容库没有这个接口',
    remedy: '核对地址；本系统支持的接口见 docs/lake-api.md',
  },
  'lake.unknown-dataset': {
    status: 404,
    message: '没有这个项目或数据集',
    remedy: '核对客户端设置中的 projectId 与 dataset',
  },
  'lake.malformed-request': {
    status: 400,
    message: '请求的格式不正确',
    remedy: '按 docs/lake-api.md 检查请求正文与参数',
  },
  'lake.request-too-large': {
    status: 413,
    message: '请求正文过大',
    remedy: '把改动分成几次提交',
  },
  'lake.request-too-slow': {
    status: 503,
    message: '请求正文来得太慢，已停止等待',
    remedy: '检查网络后重试',
  },
  'lake.malformed-query': {
    status: 400,
    message: '查询语句有语法错误',
    remedy: '按提示的位置改正 GROQ 语句',
  },
  'lake.query-failed': {
    status: 400,
    message: '查询语句不能执行',
    remedy: '核对所用的函数；本系统不支持的函数见 docs/lake-api.md',
  },
  'lake.query-too-slow': {
    status: 504,
    message: '查询超过时限，已停止',
    remedy: '给查询加上 _type 条件或缩小范围后再试',
  },
  'lake.query-too-large': {
    status: 400,
    message: '查询结果过大，没有返回',
    remedy: '只取需要的字段，或用 [0...100] 这样的写法分批取；要全部内容请用导出',
  },
  'lake.query-queue-full': {
    status: 503,
    message: '等待执行的查询过多',
    remedy: '请稍后再试',
  },
  'lake.malformed-mutation': {
    status: 400,
    message: '改动的格式不正确',
    remedy: '每个改动只能是 create、createOrReplace、createIfNotExists、patch、delete 之一，文档须有 _type',
  },
  'lake.patch-failed': {
    status: 400,
    message: '补丁不能应用到文档上',
    remedy: '核对补丁中的路径与取值',
  },
  'lake.patch-too-slow': {
    status: 503,
    message: '计算这些补丁超过时限，已停止，改动没有保存',
    remedy: '把改动分成几次提交，少用一次改动许多条目的路径',
  },
  'lake.document-exists': {
    status: 409,
    message: '同名文档已存在',
    remedy: '换一个 _id，或改用 createIfNotExists、createOrReplace',
  },
  'lake.document-missing': {
    status: 409,
    message: '找不到要改动的文档',
    remedy: '文档可能已被删除；刷新后再看',
  },
  'lake.revision-mismatch': {
    status: 409,
    message: '文档在此期间已被别人改动',
    remedy: '刷新，看过新的内容后再改',
  },
  'lake.reference-missing': {
    status: 409,
    message: '所引用的文档不存在或尚未发布',
    remedy: '先发布被引用的文档，或去掉这个引用',
  },
  'lake.still-referenced': {
    status: 409,
    message: '还有别的文档引用它，不能删除或撤下',
    remedy: '先改掉那些引用',
  },
  'lake.history-dropped': {
    status: 410,
    message: '这一版的内容已超过保存期限，按设置清除了',
    remedy: '改看保存期限以内的版本；需要更早的内容，从当时的备份里找（见 docs/backup.md）',
  },
  'lake.transaction-reused': {
    status: 409,
    message: '这个事务编号已用于另一次提交',
    remedy: '换一个 transactionId 再提交',
  },
  'lake.dataset-busy': {
    status: 503,
    message: '数据正在被频繁改动，按条件的修改没能完成',
    remedy: '请稍后再试',
  },
  'lake.disk-full': {
    status: 507,
    message: '磁盘已满，改动没有保存',
    remedy: '清理数据文件夹所在的磁盘；你的改动仍在编辑台里，腾出空间后会再次提交，文件要重新上传',
  },
  'lake.write-failed': {
    status: 503,
    message: '数据库没能写入，改动没有保存',
    remedy: '请稍后再试；反复出现时检查磁盘与系统日志',
  },
  'lake.unsupported-action': {
    status: 501,
    message: '本系统没有这个操作',
    remedy: '支持的操作见 docs/lake-api.md',
  },
  'lake.too-many-streams': {
    status: 429,
    message: '打开的实时连接过多',
    remedy: '关闭不用的编辑台页面',
  },
  'lake.internal': {
    status: 500,
    message: '内容库内部出错',
    remedy: '请稍后再试；反复出现时把出错时间告诉运维人员',
  },
}

export const failLake = failWith(lakeErrors)
