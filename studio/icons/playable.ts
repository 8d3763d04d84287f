/** @file The icon of each type that a playlist may show. */
import type { ComponentType } from 'react'
import type { PlayableType } from '../../contracts/documents/index.ts'
import { MuralIcon, QuestionIcon } from './knowledge.tsx'
import { BoardIcon, LiveIcon, NoticeIcon, PictureIcon, SloganIcon, TalkIcon, VideoIcon } from './screens.tsx'

export const playableIcons: Record<PlayableType, ComponentType> = {
  slogan: SloganIcon,
  notice: NoticeIcon,
  signagePicture: PictureIcon,
  video: VideoIcon,
  lawyerTalk: TalkIcon,
  legalQuestion: QuestionIcon,
  mural: MuralIcon,
  indicatorBoard: BoardIcon,
  liveStream: LiveIcon,
}
