/** @file 影片: short plays, animation, micro films and promotional films. */
import { defineArrayMember, defineField, defineType } from 'sanity'
import { VideoIcon } from '../icons/screens.tsx'
import { CaptionsInput } from '../media/captions/CaptionsInput.tsx'
import { FilmInput } from '../media/film/FilmInput.tsx'
import { topicsField } from './fields/knowledge.ts'
import { pictureField } from './fields/picture.ts'
import { countyOrAllField } from './fields/places.ts'
import { requiredTextField, titleField } from './fields/wording.ts'
import { speechHasCaptions } from './rules/film.ts'
import { choices, subtitle, videoGenres } from './words.ts'

function wholeNumberField(name: string, title: string, description: string, max: number) {
  return defineField({
    name,
    title,
    description,
    type: 'number',
    group: 'film',
    validation: (rule) => rule.required().integer().min(1).max(max).error(`请写 1 到 ${max} 之间的整数`),
  })
}

export const video = defineType({
  name: 'video',
  title: '影片',
  type: 'document',
  icon: VideoIcon,
  groups: [
    { name: 'about', title: '内容', default: true },
    { name: 'film', title: '片子' },
    { name: 'captions', title: '字幕' },
  ],
  fields: [
    { ...titleField('片名', '显示在网站上的片名。'), group: 'about' },
    defineField({
      name: 'genre',
      title: '类型',
      type: 'string',
      group: 'about',
      options: { list: choices(videoGenres), layout: 'radio', direction: 'horizontal' },
      validation: (rule) => rule.required().error('请选择类型'),
    }),
    { ...requiredTextField('story', '故事梗概', '两三句话，让没看过的人知道讲什么。'), group: 'about' },
    { ...topicsField(), group: 'about' },
    { ...countyOrAllField(), group: 'about' },
    {
      ...requiredTextField(
        'rightsNote',
        '版权说明',
        '谁拍的、凭什么可以播。例如：本局 2026 年摄制，版权归本局。',
        2,
      ),
      group: 'about',
    },
    defineField({
      name: 'mp4',
      title: '影片文件（MP4）',
      description: 'H.264 编码的 MP4，最长 60 分钟。系统会按每块屏幕的大小转换，原片不动。',
      type: 'file',
      group: 'film',
      options: { accept: 'video/mp4' },
      components: { input: FilmInput },
      validation: (rule) => rule.required().assetRequired().error('请上传 MP4 文件'),
    }),
    defineField({
      name: 'webm',
      title: '备用文件（WebM）',
      description: 'VP9 编码的 WebM，给放不了 H.264 的旧机器用。可以不传。',
      type: 'file',
      group: 'film',
      options: { accept: 'video/webm' },
    }),
    {
      ...pictureField(
        'poster',
        '封面图',
        '影片还没开始时显示的画面。可以从上面的影片里取一幅，也可以另传一张；都没有，屏幕自动取一幅。',
      ),
      group: 'film',
    },
    wholeNumberField('seconds', '片长（秒）', '选了影片会自己填上。', 7200),
    wholeNumberField('width', '画面宽（像素）', '例如 1280。', 4096),
    wholeNumberField('height', '画面高（像素）', '例如 720。', 4096),
    defineField({
      name: 'silent',
      title: '无人声',
      description: '片中没有人说话（可以有音乐），不需要字幕，就打开。',
      type: 'boolean',
      group: 'captions',
      initialValue: false,
    }),
    defineField({
      name: 'captionFile',
      title: '字幕文件（WebVTT）',
      description:
        '字幕软件导出的 .vtt 文件，UTF-8 编码，最大 1 MB。上传以后以文件为准，下面填写的不再用；文件有错时，错在第几行写在屏幕的提醒里。',
      type: 'file',
      group: 'captions',
      options: { accept: '.vtt,text/vtt' },
    }),
    defineField({
      name: 'captions',
      title: '字幕',
      description: '屏幕多半没有声音，听不清的人也要看得懂：有人说话的影片都要配字幕。按时间先后排列。',
      type: 'array',
      group: 'captions',
      of: [defineArrayMember({ type: 'caption' })],
      components: { input: CaptionsInput },
      validation: (rule) => rule.custom((captions, { document }) => speechHasCaptions(captions, document)),
    }),
  ],
  preview: {
    select: { title: 'title', genre: 'genre', seconds: 'seconds', county: 'county.title', media: 'poster' },
    prepare: ({ title, genre, seconds, county, media }) => ({
      title: title ?? '（还没有片名）',
      subtitle: subtitle(
        videoGenres[genre as keyof typeof videoGenres],
        seconds && `${Math.floor(seconds / 60)}分${seconds % 60}秒`,
        county ?? '全市',
      ),
      ...(media ? { media } : {}),
    }),
  },
})
