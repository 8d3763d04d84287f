/** @file What the button says while a press waits, and why a press did not publish or hand in. */
export const checkingWords = {
  label: '正在检查…',
  title: '正在保存并检查刚才的修改。检查好了就自动发布，不用再按。',
}

export const publishingLabel = '正在发布…'

export type Failure = 'refused' | 'nothing' | 'unchecked' | 'late'

interface Notice {
  status: 'error' | 'warning' | 'info'
  title: string
  description: string
}

/** The button that was pressed. */
export type Pressed = '发布' | '送审' | '急件放行'

export function failureNotice(why: Failure, errors = 0, pressed: Pressed = '发布'): Notice {
  switch (why) {
    case 'refused':
      return {
        status: 'error',
        title: `还没有${pressed}`,
        description: `有 ${errors} 处没有填对。请按页面上的提示改好，再按${pressed}。`,
      }
    case 'nothing':
      return {
        status: 'info',
        title: `没有需要${pressed}的修改`,
        description: `也许刚刚已经${pressed}过了。`,
      }
    case 'unchecked':
      return {
        status: 'error',
        title: `检查没有完成，还没有${pressed}`,
        description: `请看一下网络是否正常，再按${pressed}。`,
      }
    case 'late':
      return {
        status: 'warning',
        title: `等得太久，没有${pressed}`,
        description: `刚才的修改没能保存或检查完。请等页面显示“已保存”，再按${pressed}；一直不行，请看一下网络。`,
      }
  }
}
