/** @file What the publish button says while a press waits, and why a press did not publish. */
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

export function failureNotice(why: Failure, errors = 0): Notice {
  switch (why) {
    case 'refused':
      return {
        status: 'error',
        title: '还没有发布',
        description: `有 ${errors} 处没有填对。请按页面上的提示改好，再按发布。`,
      }
    case 'nothing':
      return {
        status: 'info',
        title: '没有需要发布的修改',
        description: '也许刚刚已经发布过了。',
      }
    case 'unchecked':
      return {
        status: 'error',
        title: '检查没有完成，还没有发布',
        description: '请看一下网络是否正常，再按发布。',
      }
    case 'late':
      return {
        status: 'warning',
        title: '等得太久，没有发布',
        description: '刚才的修改没能保存或检查完。请等页面显示“已保存”，再按发布；一直不行，请看一下网络。',
      }
  }
}
