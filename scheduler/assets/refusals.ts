/**
 * @file Why a screen cannot be given a picture or a film, in words that an editor can act on. Pure.
 *
 * What an asset is never changes (its id is the hash of its bytes), so most refusals stand for ever;
 * `passing` ones are tried again at the next start.
 */
export const refusalCodes = [
  'not-a-film',
  'not-a-picture',
  'no-picture',
  'damaged',
  'too-many-bytes',
  'too-many-pixels',
  'too-many-minutes',
  'codec',
  'no-converter',
  'no-captions',
] as const
export type RefusalCode = (typeof refusalCodes)[number]

export interface Refusal {
  code: RefusalCode
  /** A figure or a name for the sentence. */
  found?: string
  limit?: string
}

/** Thrown by what makes renditions; anything else that is thrown is a fault that may pass. */
export class Refused extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(`${refusal.code} ${refusal.found ?? ''}`.trim())
    this.refusal = refusal
  }
}

const passing: ReadonlySet<RefusalCode> = new Set(['no-converter', 'damaged'])

export const mayPass = ({ code }: Refusal): boolean => passing.has(code)

interface Words {
  reason: string
  remedy: string
}

const than = ({ found, limit }: Refusal) => `（${found ?? '？'}，最多 ${limit ?? '？'}）`

const words: Record<RefusalCode, (refusal: Refusal) => Words> = {
  'not-a-film': () => ({
    reason: '文件不是 MP4 或 WebM 影片，只是名字像',
    remedy: '用剪辑软件另存为 MP4（H.264），再上传',
  }),
  'not-a-picture': () => ({ reason: '文件不是图片', remedy: '另存为 JPG 或 PNG，再上传' }),
  'no-picture': () => ({ reason: '影片里只有声音，没有画面', remedy: '检查导出设置，带上画面再上传' }),
  damaged: ({ found }) => ({
    reason: `文件损坏或不完整${found ? `（${found}）` : ''}`,
    remedy: '在电脑上从头到尾播一遍，能播完再上传；播不完就重新导出',
  }),
  'too-many-bytes': (refusal) => ({
    reason: `文件太大${than(refusal)}`,
    remedy: '剪短，或降低码率后再上传',
  }),
  'too-many-pixels': (refusal) => ({
    reason: `画面像素太多${than(refusal)}`,
    remedy: '导出时把画面改小，屏幕用不到这么多像素',
  }),
  'too-many-minutes': (refusal) => ({
    reason: `片子太长${than(refusal)}`,
    remedy: '剪成几段，分别上传，再依次放进播放单',
  }),
  codec: ({ found }) => ({
    reason: `编码是 ${found ?? '未知'}，屏幕解不了，服务器也没能转换`,
    remedy: '导出时编码选 H.264（AVC），再上传',
  }),
  'no-converter': ({ found }) => ({
    reason: `要转换才能上屏（${found ?? ''}），服务器上没有转换程序 ffmpeg`,
    remedy: '请管理员在服务器上安装 ffmpeg 并重新启动；或上传 H.264 编码、不超过 1920×1080 的 MP4',
  }),
  'no-captions': () => ({
    reason: '影片有声音而没有字幕，这块屏开着音量',
    remedy: '给影片配上字幕；没有人说话的，打开“无人声”',
  }),
}

export const refusalWords = (refusal: Refusal): Words => words[refusal.code](refusal)
