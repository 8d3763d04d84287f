/**
 * @file What each figure at `/metrics` means, in words for the one who watches the machine.
 *
 * By family: a name without labels, and without `_bucket`, `_sum`, `_count`. A test holds every figure of the
 * running program to be here. Units stand in the names: `_seconds`, `_bytes`; `_total` only ever grows.
 */
export const metricHelp: Readonly<Record<string, string>> = {
  lake_documents: '内容库里的文档数，草稿和版本也算',
  lake_commits_total: '内容库至今提交的事务数，重启后接着数',
  lake_commit_seconds: '一次提交用的时间：核对、写入磁盘、通知监听者',
  lake_commit_failures_total:
    '没有成功的提交：refused 请求不合规矩，not_written 磁盘写不进去，fault 程序出错',
  lake_commits_waiting: '正在等查询结果、还没提交的写请求',
  lake_listeners: '正在监听改动的连接',
  lake_streams: '打开的实时推送',
  lake_streams_opened_total: '本次启动以来打开过的实时推送',
  lake_streams_cut_off_total: '因为对方长期不收而断开的实时推送',
  lake_stream_events_total: '推送出去的事件',
  lake_streams_unsent_bytes: '已写出、对方还没收走的字节',
  lake_sockets: '打开的 WebSocket',
  lake_presence: '正在告知自己位置的编辑台',
  lake_queries_total:
    '查询数，按结果分：answered 已答，malformed 语法错，failed 不能执行，too_slow 超时，refused 排不上队，fault 程序出错',
  lake_query_seconds: '一次查询用的时间，排队也算',
  lake_slow_queries_total: '慢查询数；日志里有它们的语句，不含检索词',
  lake_queries_waiting: '排队的查询',
  lake_queries_timed_out_total: '超过时限被停止的查询',
  lake_query_workers: '应有的查询线程',
  lake_query_workers_ready: '能回答查询的线程',
  lake_query_worker_lag_commits: '最慢的查询线程还差几次提交没跟上',
  lake_queries_kept_total: '没有重算、直接用了留存答案的查询',
  lake_query_kept_bytes: '留存的查询答案占的内存',
  lake_database_bytes: '数据库文件的大小',
  lake_database_wal_bytes: '数据库预写日志的大小',
  lake_assets: '图片和文件的数目',
  lake_asset_bytes: '图片和文件原件的总大小',
  lake_disk_free_bytes: '数据文件夹所在磁盘的剩余空间',
  lake_image_cache_bytes: '处理好的图片占的缓存',
  lake_releases_scheduled: '定了时、还没到时间的发布计划',
  lake_releases_waiting: '到了时间却因故障还没发布、会再试的发布计划',
  lake_unknown_endpoints: '被请求过而没有的接口种数',
  pufa_players_connected: '连着的播放器',
  pufa_players_playing: '正在播放的播放器',
  pufa_manifests_held: '已编好的清单',
  pufa_manifest_pushes_total: '推送过的清单',
  pufa_manifests_refused_total: '被播放器拒绝的清单',
  pufa_plays_stored_total: '存下的播放记录',
  pufa_alerts_lasting: '还没解除的告警',
  pufa_alert_messages_waiting: '等着发出的告警消息',
  process_resident_memory_bytes: '整个程序占的内存',
  process_heap_used_bytes: '主线程用着的堆内存',
  process_uptime_seconds: '启动至今的时间',
}
