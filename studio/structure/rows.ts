/** @file The rows of the desk: every type that editors write, with the name and picture of its lists. */
import * as Boxes from '../icons/desk.tsx'
import * as Knowledge from '../icons/knowledge.tsx'
import * as Places from '../icons/places.tsx'
import * as Practice from '../icons/practice.tsx'
import * as Screens from '../icons/screens.tsx'
import { WordIcon } from '../icons/words.tsx'
import type { Row } from './lists.ts'

export const rows = {
  slogan: { type: 'slogan', title: '标语', icon: Screens.SloganIcon },
  notice: { type: 'notice', title: '通知', icon: Screens.NoticeIcon },
  noticeTemplate: { type: 'noticeTemplate', title: '临时通知模板', icon: Screens.NoticeIcon },
  signagePicture: { type: 'signagePicture', title: '屏幕图片', icon: Screens.PictureIcon },
  indicatorBoard: { type: 'indicatorBoard', title: '数据牌', icon: Screens.BoardIcon },
  video: { type: 'video', title: '影片', icon: Screens.VideoIcon },
  liveStream: { type: 'liveStream', title: '直播', icon: Screens.LiveIcon },
  lawyerTalk: { type: 'lawyerTalk', title: '律师说法', icon: Screens.TalkIcon },
  playlist: { type: 'playlist', title: '播放单', icon: Screens.PlaylistIcon },
  legalQuestion: { type: 'legalQuestion', title: '问答', icon: Knowledge.QuestionIcon },
  typicalCase: { type: 'typicalCase', title: '典型案例', icon: Knowledge.CaseIcon },
  topic: { type: 'topic', title: '主题', icon: Knowledge.TopicIcon },
  quizQuestion: { type: 'quizQuestion', title: '题目', icon: Practice.QuizIcon },
  checkupItem: { type: 'checkupItem', title: '法治体检', icon: Practice.CheckupIcon },
  lawyer: { type: 'lawyer', title: '律师', icon: Places.LawyerIcon },
  lawOffice: { type: 'lawOffice', title: '服务机构', icon: Places.OfficeIcon },
  aidStation: { type: 'aidStation', title: '法律援助站点', icon: Places.AidIcon },
  cultureSite: { type: 'cultureSite', title: '法治文化阵地', icon: Practice.CultureSiteIcon },
  mural: { type: 'mural', title: '墙画', icon: Knowledge.MuralIcon },
  muralCampaign: { type: 'muralCampaign', title: '墙画行动', icon: Knowledge.MuralCampaignIcon },
  newsItem: { type: 'newsItem', title: '动态', icon: Knowledge.NewsIcon },
  activity: { type: 'activity', title: '活动', icon: Knowledge.ActivityIcon },
  scheduleEvent: { type: 'scheduleEvent', title: '排期', icon: Screens.ScheduleIcon },
  signageCampaign: { type: 'signageCampaign', title: '专项宣传', icon: Screens.CampaignIcon },
  screen: { type: 'screen', title: '屏幕', icon: Screens.ScreenIcon },
  screenGroup: { type: 'screenGroup', title: '屏幕组', icon: Screens.ScreenGroupIcon },
  audience: { type: 'audience', title: '人群', icon: Screens.AudienceIcon },
  errorReport: { type: 'errorReport', title: '找错', icon: Boxes.ReportIcon },
  wordList: { type: 'wordList', title: '词表', icon: WordIcon },
  legalDay: { type: 'legalDay', title: '普法日', icon: Screens.LegalDayIcon },
} as const satisfies Record<string, Row>
