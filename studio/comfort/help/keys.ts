/** @file The keys that work in the Studio, for the dialog that lists them. Pure. */

export interface KeyGroup {
  where: string
  keys: readonly (readonly [keys: string, deed: string])[]
}

export const keyGroups: readonly KeyGroup[] = [
  {
    where: '哪里都能用',
    keys: [
      ['Ctrl + K', '搜索内容'],
      ['Tab 和 Shift + Tab', '到下一处、回上一处'],
      ['回车 或 空格', '按下选中的按钮'],
      ['Esc', '关掉打开的小窗口、菜单和引导'],
    ],
  },
  {
    where: '写内容的时候',
    keys: [
      ['Ctrl + Alt + P', '送审（没有开审核的，是发布）'],
      ['Ctrl + Z', '撤销刚打的字'],
      ['Ctrl + Y', '把撤销的字找回来'],
      ['Ctrl + C、Ctrl + V', '复制、粘贴'],
      ['Ctrl + S', '不用按：写的字会自己保存'],
    ],
  },
  {
    where: '“内容”里的列表',
    keys: [
      ['↑ 和 ↓', '上一份、下一份'],
      ['回车', '打开这一份'],
    ],
  },
  {
    where: '审核',
    keys: [
      ['J 或 ↓', '下一份'],
      ['K 或 ↑', '上一份'],
      ['回车', '跳到“通过”'],
    ],
  },
  {
    where: '全部内容',
    keys: [
      ['/', '到搜索框里打字'],
      ['空格', '勾选、取消勾选这一行'],
    ],
  },
]
