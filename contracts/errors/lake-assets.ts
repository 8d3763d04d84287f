/** @file Errors of pictures and files. Which statuses may stand: lake.ts. */
import type { Registry } from './registry.ts'

export type LakeAssetErrorCode =
  | 'lake.asset-missing'
  | 'lake.asset-refused'
  | 'lake.asset-too-large'
  | 'lake.upload-incomplete'
  | 'lake.too-many-uploads'
  | 'lake.too-many-unfinished'
  | 'lake.upload-missing'
  | 'lake.upload-offset'
  | 'lake.upload-version'
  | 'lake.image-queue-full'
  | 'lake.image-failed'
  | 'lake.range-unsatisfiable'

export const lakeAssetErrors: Registry<LakeAssetErrorCode> = {
  'lake.asset-missing': {
    status: 404,
    message: '没有这个文件，或它尚未公开',
    remedy: '核对地址；引用它的内容发布以后才能公开访问',
  },
  'lake.asset-refused': {
    status: 415,
    message: '不接受这种文件',
    remedy:
      '图片请用 JPEG、PNG、WebP、AVIF、GIF 或不含脚本与外部引用的 SVG；视频请用 MP4 或 WebM；文档请用 PDF、文本或 Office 文件',
  },
  'lake.asset-too-large': {
    status: 413,
    message: '文件或图片尺寸过大',
    remedy: '压缩后再上传',
  },
  'lake.upload-incomplete': {
    status: 400,
    message: '上传中断，没有保存',
    remedy: '检查网络后重新上传',
  },
  'lake.too-many-uploads': {
    status: 503,
    message: '同时上传的文件过多',
    remedy: '等别的文件传完后再试',
  },
  'lake.too-many-unfinished': {
    status: 429,
    message: '没有传完的文件太多',
    remedy: '先把传到一半的文件接着传完，或取消不要的；放着不管的，一天以后自动清除',
  },
  'lake.upload-missing': {
    status: 404,
    message: '没有这个传到一半的文件',
    remedy: '它已经传完、取消，或放了一天以上被清除；请重新选择文件上传',
  },
  'lake.upload-offset': {
    status: 409,
    message: '这一段接不上已经收到的部分',
    remedy: '先问清已经收到多少（HEAD），从那里接着传',
  },
  'lake.upload-version': {
    status: 412,
    message: '分段上传的版本不对',
    remedy: '请求头要写 Tus-Resumable: 1.0.0',
  },
  'lake.image-queue-full': {
    status: 503,
    message: '等待处理的图片过多',
    remedy: '请稍后再试',
  },
  'lake.image-failed': {
    status: 422,
    message: '图片不能这样处理',
    remedy: '核对地址中的裁剪与尺寸参数',
  },
  'lake.range-unsatisfiable': {
    status: 416,
    message: '所要的字节范围超出文件',
    remedy: '核对 Range 请求头',
  },
}
