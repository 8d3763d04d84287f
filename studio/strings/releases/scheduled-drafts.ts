/** @file Words of 定时发布 for a single draft (namespace `singleDocRelease`). */
export const scheduledDraftWords = {
  'action.schedule-publish': '定时发布',
  'action.schedule-publish-error': '没有定时成功',
  'action.schedule-publish-success': '已定时',
  'action.schedule-publish-success-description': '定于 {{publishAt}} 发布',
  'action.schedule-publish.disabled.cardinality-one': '这篇内容已经有定时草稿。',
  'action.schedule-publish.disabled.validation-issues': '草稿里还有问题，改好以后才能定时。',
  'action.schedule-publish.disabled.variant': '变体不能定时。',
  'empty-state.action.documentation': '使用说明',
  'empty-state.description': '草稿定好时间以后锁定，到时自动发布。',
  'empty-state.title': '定时草稿',
} as const
