/**
 * @file Errors of the content lake. Over HTTP they keep Sanity's body shape and carry our code beside it.
 *
 * The Studio throws a person's edits away when a commit is answered with 400, 401, 402–404, 409, 410,
 * 412, 413 or 422, so those stand only for requests that can never succeed as they are. Whatever passes
 * by itself is 429 or 5xx. `@sanity/client` repeats reads by itself on 429, 502 and 503, never on 504.
 */
import { failWith, type Registry } from './registry.ts'

export type LakeErrorCode =
  | 'lake.database-damaged'
  | 'lake.unknown-endpoint'
  | 'lake.not-signed-in'
  | 'lake.not-permitted'
  | 'lake.foreign-origin'
  | 'lake.too-many-attempts'
  | 'lake.account-locked'
  | 'lake.account-missing'
  | 'lake.account-refused'
  | 'lake.last-administrator'
  | 'lake.password-refused'
  | 'lake.link-void'
  | 'lake.unknown-dataset'
  | 'lake.malformed-request'
  | 'lake.request-too-large'
  | 'lake.request-too-slow'
  | 'lake.malformed-query'
  | 'lake.query-failed'
  | 'lake.query-too-slow'
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
  | 'lake.release-missing'
  | 'lake.release-exists'
  | 'lake.release-state'
  | 'lake.release-locked'
  | 'lake.release-by-action'
  | 'lake.release-limit'
  | 'lake.history-gone'
  | 'lake.dataset-busy'
  | 'lake.disk-full'
  | 'lake.write-failed'
  | 'lake.unsupported-action'
  | 'lake.too-many-streams'
  | 'lake.asset-missing'
  | 'lake.asset-refused'
  | 'lake.asset-too-large'
  | 'lake.upload-incomplete'
  | 'lake.too-many-uploads'
  | 'lake.image-queue-full'
  | 'lake.image-failed'
  | 'lake.range-unsatisfiable'
  | 'lake.internal'

export const lakeErrors: Registry<LakeErrorCode> = {
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
  'lake.not-signed-in': {
    status: 401,
    message: '尚未登录，或登录已过期',
    remedy: '打开 /login 重新登录',
  },
  'lake.not-permitted': {
    status: 403,
    message: '这个账号没有做此事的权限',
    remedy: '请管理员办理，或换用有权限的账号登录',
  },
  'lake.foreign-origin': {
    status: 403,
    message: '请求来自别的网站，已拒绝',
    remedy: '请在本系统自己的页面里操作；经反向代理访问时，把 PUFA_ORIGIN 设为浏览器里看到的网址',
  },
  'lake.too-many-attempts': {
    status: 429,
    message: '登录失败次数过多，已暂停登录',
    remedy: '请等待提示的时间再试；忘记密码可由运维人员用 PUFA_ADMIN_PASSWORD 重设',
  },
  'lake.account-locked': {
    status: 403,
    message: '这个账号已停用',
    remedy: '请联系本单位的管理员',
  },
  'lake.account-missing': {
    status: 404,
    message: '没有这个账号、会话或令牌',
    remedy: '刷新页面后再看；可能已被别的管理员改动',
  },
  'lake.account-refused': {
    status: 422,
    message: '账号资料不能这样填写',
    remedy: '按提示改正后再提交',
  },
  'lake.last-administrator': {
    status: 409,
    message: '这是最后一个能用的管理员账号，不能停用，也不能改成别的角色',
    remedy: '先设好另一个管理员，等对方登录过以后再办',
  },
  'lake.password-refused': {
    status: 422,
    message: '这个密码不能用',
    remedy: '按提示换一个密码',
  },
  'lake.link-void': {
    status: 410,
    message: '这个链接已经用过，或者过期了',
    remedy: '请管理员重新发一个链接',
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
    message: '还有别的文档引用它，不能删除或撤回',
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
  'lake.release-missing': {
    status: 404,
    message: '没有这个发布计划',
    remedy: '它可能已被删除；刷新后再看',
  },
  'lake.release-exists': {
    status: 409,
    message: '已有同名的发布计划',
    remedy: '换一个 releaseId',
  },
  'lake.release-state': {
    status: 409,
    message: '发布计划现在的状态不能这样做',
    remedy: '已定时的先取消定时，已归档的先取消归档；已发布的只能删除',
  },
  'lake.release-locked': {
    status: 409,
    message: '这份内容所在的发布计划已定时或已结束，不能改动',
    remedy: '先取消定时，改好以后再定时；已结束的请另建一个发布计划',
  },
  'lake.release-by-action': {
    status: 400,
    message: '发布计划的记录不能直接改动',
    remedy: '用 release.* 操作新建、修改、发布、归档和删除',
  },
  'lake.release-limit': {
    status: 403,
    message: '进行中的发布计划太多',
    remedy: '先发布、归档或删除一些，再新建',
  },
  'lake.history-gone': {
    status: 409,
    message: '历史记录里已经没有这份内容',
    remedy: '请重新写，或从备份里取回',
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
  'lake.asset-missing': {
    status: 404,
    message: '没有这个文件，或它尚未公开',
    remedy: '核对地址；引用它的内容发布以后才能公开访问',
  },
  'lake.asset-refused': {
    status: 415,
    message: '不接受这种文件',
    remedy:
      '图片请用 JPEG、PNG、WebP、AVIF、GIF 或不含脚本与外部引用的 SVG；视频请用 MP4 或 WebM；文档请用 PDF、文本或 Office 文件',
  },
  'lake.asset-too-large': {
    status: 413,
    message: '文件或图片尺寸过大',
    remedy: '压缩后再上传',
  },
  'lake.upload-incomplete': {
    status: 400,
    message: '上传中断，没有保存',
    remedy: '检查网络后重新上传',
  },
  'lake.too-many-uploads': {
    status: 503,
    message: '同时上传的文件过多',
    remedy: '等别的文件传完后再试',
  },
  'lake.image-queue-full': {
    status: 503,
    message: '等待处理的图片过多',
    remedy: '请稍后再试',
  },
  'lake.image-failed': {
    status: 422,
    message: '图片不能这样处理',
    remedy: '核对地址中的裁剪与尺寸参数',
  },
  'lake.range-unsatisfiable': {
    status: 416,
    message: '所要的字节范围超出文件',
    remedy: '核对 Range 请求头',
  },
  'lake.internal': {
    status: 500,
    message: '内容库内部出错',
    remedy: '请稍后再试；反复出现时把出错时间告诉运维人员',
  },
}

export const failLake = failWith(lakeErrors)
