/** @file What is wrong with the caption files of films, for their editors. Pure. */
import type { SignageDocument } from './documents.ts'
import { captionFileOf } from './film.ts'
import type { Renditions } from './renditions.ts'
import type { Warning } from './warnings.ts'

/** @param captions what was found in a file */
export function captionWarnings(
  documents: ReadonlyMap<string, SignageDocument>,
  { captions }: Pick<Renditions, 'captions'>,
): Warning[] {
  return [...documents.values()]
    .filter((document) => document._type === 'video')
    .sort((a, b) => (a._id < b._id ? -1 : 1))
    .flatMap((film): Warning[] => {
      const file = captionFileOf(film, (id) => documents.get(id))
      const found = file && captions?.(file)
      if (!found || 'cues' in found) return []
      const typed = (film.captions ?? []).length > 0
      return [
        {
          code: 'captions-refused',
          document: film._id,
          title: film.title,
          text: `字幕文件没有用上：${found.problems.join('；')}。${typed ? '现在用的是手工填写的字幕' : '现在没有字幕'}`,
          remedy: '按提示改好字幕文件再上传；也可以删掉文件，在“字幕”里一条一条填写',
        },
      ]
    })
}
