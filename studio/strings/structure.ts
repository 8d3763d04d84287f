/** @file Words of the desk and the document panes (namespace `structure`) that the Chinese locale lacks. */
const notThere = '所选的版本里没有这篇内容'

export const structureWords = {
  // Empty lists say what to do next.
  'panes.document-list-pane.no-documents-of-type.text': '这里还没有内容。要写新的，按上面的加号。',
  'panes.document-list-pane.no-documents.text': '这里现在没有内容，不用办什么。',
  'panes.document-list-pane.no-matching-documents.text': '没有找到。换一个字词，或者少写几个字再找。',
  'panes.document-list-pane.error.title': '内容没有读出来',
  'panes.document-list-pane.error.text': '请看一下网络是否正常，再试一次。一直不行，请联系管理员。',
  'panes.document-list-pane.error.text.offline': '网络断了。请看一下网线或无线网络。',
  'panes.document-list-pane.max-items.text': '最多列出 {{limit}} 篇。用上面的搜索找剩下的。',

  // Said better than the locale does. Beside "copy" and "paste" of fields, a duplicate needs a name of its own.
  'action.discard-changes.confirm-dialog.header.text': '放弃修改？',
  'action.discard-changes.label': '放弃修改',
  'action.duplicate.label': '另做一份',
  'action.duplicate.running.label': '正在另做一份…',
  'action.restore.confirm.message': '还原成这一版吗？会放进草稿，发布以后才生效。',
  'action.unpublish.label': '撤下',
  'action.unpublish.live-edit.disabled': '这类内容随改随发布，不能撤下',
  'banners.obsolete-draft.actions.discard-draft.text': '放弃草稿',
  'buttons.focus-pane-button.aria-label.collapse': '显示所有栏',
  'buttons.focus-pane-button.aria-label.focus': '只看这一栏',
  'buttons.focus-pane-button.tooltip.collapse': '显示所有栏',
  'buttons.focus-pane-button.tooltip.focus': '只看这一栏',
  'confirm-delete-dialog.confirm-anyway-button.text_unpublish': '仍然撤下',
  'confirm-delete-dialog.confirm-button.text_unpublish': '撤下',
  'confirm-delete-dialog.confirmation.text_unpublish':
    '确定撤下“<DocumentTitle/>”吗？网站和屏幕不再显示，内容留作草稿。',
  'confirm-delete-dialog.header.text_unpublish': '撤下这篇内容？',
  'confirm-delete-dialog.referential-integrity-disclaimer.text_delete':
    '还被引用着的内容删不掉。请先打开上面这些内容，把引用去掉，再来删除。',
  'confirm-delete-dialog.referential-integrity-disclaimer.text_unpublish':
    '还被引用着的内容撤不下来。请先打开上面这些内容，把引用去掉，再来撤下。',
  'confirm-delete-dialog.referring-document-count.text_other': '{{count}} 篇内容引用着“<DocumentTitle/>”',
  'confirm-delete-dialog.referring-documents-descriptor.text_delete':
    '“<DocumentTitle/>”可能删不掉，因为这些内容引用着它：',
  'confirm-delete-dialog.referring-documents-descriptor.text_unpublish':
    '“<DocumentTitle/>”可能撤不下来，因为这些内容引用着它：',
  'confirm-delete-dialog.confirmation.text_delete': '确定删除这篇内容的所有版本吗？',
  'changes.tab.review-changes': '查看修改',
  'document-inspector.menu-item.title': '查看原始数据',
  'panes.document-operation-results.operation-error_delete':
    '没有删除。多半是还有别的内容引用着它：请先去掉引用，再来删除。',
  'panes.document-operation-results.operation-error_unpublish':
    '没有撤下。多半是还有别的内容引用着它：请先去掉引用，再来撤下。',
  'panes.document-operation-results.operation-success_discardChanges':
    '已放弃自上次发布以来的修改。历史记录里还能找回',
  'panes.document-operation-results.operation-success_duplicate': '已另做一份，这一份还是草稿',
  'panes.document-operation-results.operation-success_restore':
    '<Strong>{{title}}</Strong> 已还原，放在草稿里',
  'panes.document-operation-results.operation-success_unpublish': '已撤下。内容还在草稿里',
  'status-bar.review-changes-button.aria-label': '查看修改',
  'status-bar.review-changes-button.tooltip.text': '查看修改',
  'toggle-inline-changes.menu-item.title': '在正文里标出修改',

  // Missing in the locale.
  'action.delete.disabled.target-not-found': notThere,
  'action.discard-changes.disabled.target-not-found': notThere,
  'action.duplicate.disabled.target-not-found': notThere,
  'action.publish.disabled.not-publishable': '这个版本随它所在的发布计划一起发布',
  'action.publish.disabled.target-not-found': notThere,
  'action.unpublish.disabled.already-unpublished': '这篇内容已经定为撤下',
  'action.unpublish.disabled.target-not-found': notThere,
  'banners.obsolete-draft.actions.compare-draft.tooltip': '还没有发布过，没有可以对比的版本。',
  'banners.release.action.add-to-bundle': '加入',
  'banners.variant.action.add-to-variant': '新建变体',
  'banners.variant.definition-not-found': '找不到变体 <VariantName>{{name}}</VariantName>。',
  'banners.variant.error.description': '加入变体时出了错：{{message}}',
  'banners.variant.error.title': '没有加入变体',
  'banners.variant.not-in-variant':
    '<VariantBadge>{{variantTitle}}</VariantBadge> 在<PerspectiveTitle>{{perspectiveTitle}}</PerspectiveTitle>里还没有变体。',
  'banners.variant.waiting.description': '正在加入变体，请稍等几秒。',
  'banners.variant.waiting.title': '正在加入变体…',
  'compare-version.error.loadVersions.title': '各个版本没有读出来',
  'confirm-delete-dialog.confirm-anyway-button.text_delete_other': '仍然删除所有版本',
  'confirm-delete-dialog.confirm-button.text_delete_other': '删除所有版本',
  'confirm-delete-dialog.confirmation.text_delete_other': '确定删除这篇内容的所有版本吗？',
  'document-group-inventory.onboarding-hint': '版本按钮移到了这里',
  'document-inspector.error.close-button.aria-label': '关闭这一栏',
  'document-inspector.error.description': '显示这一栏时出了错。',
  'document-inspector.error.retry-button.text': '再试一次',
  'document-inspector.error.title': '出错了',
  'document-target-badges.not-in-target.tooltip': '所选的版本里还没有这篇内容。',
  'document-view.form-view.sync-pending.description': '会继续尝试。您的修改暂时保存在浏览器里。',
  'document-view.form-view.sync-pending.title': '修改还没有保存',
  'document-view.form-view.sync-recovering.description': '保存好以后就可以继续修改。',
  'document-view.form-view.sync-recovering.title': '正在保存您的修改…',
  'document-view.form-view.sync-stalled.description':
    '保存之前暂时不能修改。您的修改还在浏览器里，请不要关闭这个页面，系统会继续尝试。',
  'document-view.form-view.sync-stalled.title': '修改仍然没有保存',
  'incoming-references-pane.no-references': '没有内容引用它。',
  'menu-items.layout.restore-default': '恢复默认显示',
  'menu-items.layout.restore-default.disabled-reason': '已经是默认显示',
  'menu-items.sort-by.restore-default': '恢复默认排序',
  'menu-items.sort-by.restore-default.disabled-reason': '已经是默认排序',
  'panes.document-list-pane.error.max-retries-attempted': '试了 {{count}} 次没有成功，不再自动重试。',
  'panes.document-list-pane.search-ordering.aria-label': '更换搜索结果的排序',
  'panes.document-list-pane.search-ordering.label': '排序：{{order}}',
  'panes.document-list-pane.search-ordering.relevance': '相关程度',
  'panes.document-list-pane.search-ordering.summary-relevance': '按相关程度排序',
  'panes.document-list-pane.sort-order.disabled-reason': '这种排序用到的字段，这类内容没有',
  'panes.document-operation-results.operation-success_publishVersion': '已发布这个版本',
  'panes.document-operation-results.operation-success_unpublishVersion': '发布计划执行时会撤下这个版本',
  'panes.document-pane.variant-target.loading': '正在打开…',

  // Asked for by Sanity's code in this namespace, though its own English has them elsewhere or nowhere.
  'changes.action.close-label': '关闭',
  'release.placeholder-untitled-release': '（没有名称）',
  'banners.deleted-release-banner.text': '这个发布计划已经删除',
} as const
