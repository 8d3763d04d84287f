/**
 * @file Words that Sanity's code holds in English without asking its locale, with ours.
 *
 * Written as they stand in the installed packages' source, quotes included; the build puts ours in their
 * place. A test finds an entry that no longer occurs, so that an update of Sanity is noticed.
 */
import type { Replacements } from '../build/replace.ts'

const englishMonths = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

export const hardCodedWords: Replacements = {
  '@sanity/ui/dist': {
    '"aria-label": "Open"': '"aria-label": "打开"',
    '"aria-label": "Clear"': '"aria-label": "清空"',
    '"aria-label": "Close dialog"': '"aria-label": "关闭"',
  },
  // What a screen reader says while something is moved.
  '@dnd-kit/core/dist': {
    '"\\n    To pick up a draggable item, press the space bar.\\n    While dragging, use the arrow keys to move the item.\\n    Press space again to drop the item in its new position, or press escape to cancel.\\n  "':
      '"按空格键拿起，用方向键移动，再按空格键放下，按 Esc 键取消。"',
    '"Picked up draggable item " + active.id + "."': '"已拿起"',
    '"Draggable item " + active.id + " was moved over droppable area " + over.id + "."': '"已移动"',
    '"Draggable item " + active.id + " is no longer over a droppable area."': '"不能放在这里"',
    '"Draggable item " + active.id + " was dropped over droppable area " + over.id': '"已放下"',
    '"Draggable item " + active.id + " was dropped."': '"已放下"',
    '"Dragging was cancelled. Draggable item " + active.id + " was dropped."': '"已取消移动"',
  },
  // Every date that Sanity writes with it, in the releases above all.
  'date-fns/_lib': {
    'export { enUS as defaultLocale } from "../locale/en-US.js"':
      'export { zhCN as defaultLocale } from "../locale/zh-CN.js"',
  },
  'sanity/lib': {
    // The calendar beside the releases.
    [`"Sun",\n\t"Mon",\n\t"Tue",\n\t"Wed",\n\t"Thu",\n\t"Fri",\n\t"Sat"`]:
      '"日", "一", "二", "三", "四", "五", "六"',
    [englishMonths.map((month) => `"${month}"`).join(',\n\t')]: englishMonths
      .map((_, index) => `"${index + 1}月"`)
      .join(', '),
    't3 = date.toDateString(), $[6] = date':
      't3 = date.toLocaleDateString("zh-CN", { dateStyle: "full" }), $[6] = date',
    't16,\n\t\t\t" ",\n\t\t\tt17': 't17, "年", t16',
    '"Previous month"': '"上个月"',
    '"Next month"': '"下个月"',
    '"Previous year"': '"上一年"',
    '"Next year"': '"下一年"',
    '"Select time zone"': '"选择时区"',
    'text: "Update time zone"': 'text: "改用这个时区"',
    'title: "Time zone updated"': 'title: "已改用这个时区"',
    'title: "Unable to update time zone"': 'title: "时区没有改成"',

    // In the search, in the dialog that crops a picture, under what is shown of an earlier day.
    'title: "Edited at"': 'title: "修改时间"',
    'title: "Created at"': 'title: "创建时间"',
    'title: "Contains document, image or file"': 'title: "用到的内容、图片或文件"',
    // What stands in the lake for a choice, beside its name.
    'menuItemText += ` (${value})`': 'menuItemText += ""',
    'title: "Square"': 'title: "方形"',
    'title: "Panorama"': 'title: "长横幅"',
    '"MMM d, yyyy \'@\' pp"': '"yyyy年M月d日 HH:mm:ss"',

    // When the lake cannot be reached, or answers with a fault.
    '"Server error"': '"服务器出错"',
    '"Network error"': '"网络不通"',
    '"Too many requests"': '"操作太频繁"',
    '"Too many requests at once. Reload the Studio to try again."': '"一下子请求太多。请刷新页面再试。"',
    '"Too many requests at once. You can try again shortly."': '"一下子请求太多。稍等一会儿可以再试。"',
    '"The server ran into an issue and couldn\'t complete the request. You can try again, or reload the Studio."':
      '"服务器没能完成这次请求。可以再试一次，或刷新页面。"',
    '"The server ran into an issue and couldn\'t complete the request. Your last change may not have been saved. Reload the Studio to see the current state."':
      '"服务器没能完成这次请求，最后一处修改可能没有保存。请刷新页面，看看现在的内容。"',
    '"Couldn\'t reach the Sanity servers. Check your network connection and try again."':
      '"连不上内容库。请检查网络，再试一次。"',
    '"Couldn\'t reach the Sanity servers. Your last change may not have been sent. Check your network connection and reload the Studio to see the current state."':
      '"连不上内容库，最后一处修改可能没有送到。请检查网络，刷新页面，看看现在的内容。"',
    '"Troubleshooting"': '"可以这样检查"',
    '"Check that your device is online."': '"看看这台电脑是否连着网。"',
    '"Disable VPNs, ad blockers, or browser extensions that may block requests."':
      '"关掉可能拦截请求的代理、广告拦截或浏览器插件。"',
    'text: "Reload Studio"': 'text: "刷新页面"',
    'text: "Try again"': 'text: "再试一次"',
    '"Retrying…"': '"正在再试…"',
    '`Try again (${secondsLeft})` : "Try again"': '`再试一次（${secondsLeft}）` : "再试一次"',

    // When a page of the Studio breaks.
    '"An error occurred that Sanity Studio was unable to recover from."':
      '"编辑台出了错，没有办法继续。请刷新页面。"',
    '"To report this error,"': '"要反映这个问题，"',
    '" copy the error details and share them with your development team or Sanity Support."':
      '"请复制下面的错误信息，发给管理员。"',
    '"An error occurred"': '"出错了"',
    '"Import error"': '"页面没有完整打开"',
    '"An error occurred during dynamic import."': '"可能是编辑台刚刚更新过。请刷新页面。"',
    '"Reload now" : "Reload"': '"马上刷新" : "刷新"',
    '`The ${activeTool?.name} tool crashed`': '"这一页出了错"',
    '"retry.title": "Retry"': '"retry.title": "再试一次"',
    '"copy-error-details.title": "Copy error details"': '"copy-error-details.title": "复制错误信息"',
    'title: "Uncaught error"': 'title: "出错了"',
    '"Tool not found: "': '"没有这个工具："',
    '"Workspace not found"': '"没有这个页面"',
    'text: "Go to default workspace"': 'text: "回到编辑台"',

    // Where a hosted lake's service asks for the sign-in.
    'children: "Choose login provider"': 'children: "选择登录方式"',
    'title: "Community"': 'title: "社区"',
    'title: "Docs"': 'title: "文档"',
    'title: "Privacy"': 'title: "隐私"',

    // When the account may not come in.
    'header: "Not authorized"': 'header: "没有权限"',
    'text: "Sign out"': 'text: "退出登录"',
    '"You are not authorized to access this studio. Please contact someone with access to invite you to this project."':
      '"这个账号不能使用编辑台，请联系管理员。"',
    '"If you think this is an error, verify that you are signed in with the correct account. You are currently signed in as"':
      '"如果不对，请看看是否登录了别的账号。现在登录的是"',

    // What has no name yet.
    'fallbackTitle = t0 === void 0 ? "Untitled"': 'fallbackTitle = t0 === void 0 ? "（没有名称）"',
    'renderPreviewNode(title, "block") : "Untitled"': 'renderPreviewNode(title, "block") : "（没有名称）"',

    // In forms. The first is the name of each day in the calendar.
    't1 = date.toDateString(), $[3] = date':
      't1 = date.toLocaleDateString("zh-CN", { dateStyle: "full" }), $[3] = date',
    '"aria-label": "More breadcrumb items"': '"aria-label": "更多上级"',
    'title: "Reference search failed"': 'title: "没有搜索成功"',
  },
}
