/** @file The counties as tiles of a schematic map; a press chooses one. */
import { tileMap } from './overview.ts'
import { Empty } from './Pieces.tsx'
import type { CountyView } from './shapes.ts'

interface TileMapProps {
  counties: readonly CountyView[]
  /** Id; empty: none. */
  chosen: string
  onChoose(county: string): void
}

const shown = ({ online, offline, alert, unpaired }: CountyView) =>
  [
    { shape: '▶', word: '在线', count: online, name: 'online' },
    { shape: '✕', word: '离线', count: offline, name: 'offline' },
    { shape: '⚠', word: '告警', count: alert, name: 'alert' },
    { shape: '○', word: '未配对', count: unpaired, name: 'unpaired' },
  ].filter(({ count }) => count > 0)

function toneOf({ screens, alert, offline, online }: CountyView): string {
  if (screens === 0) return 'none'
  if (alert > 0) return 'alert'
  if (offline > 0) return 'offline'
  return online > 0 ? 'online' : 'unpaired'
}

export function TileMap({ counties, chosen, onChoose }: TileMapProps) {
  if (counties.length === 0)
    return <Empty>还没有县区资料。请在“内容”里的“县区”新建，写上格子的位置，就会画在这里。</Empty>
  const { columns, tiles } = tileMap(counties)
  return (
    <div
      aria-label="县区图"
      className="console-tiles"
      role="group"
      style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}
    >
      {tiles.map((county) => (
        <button
          aria-pressed={county.id === chosen}
          className="console-tile"
          data-tone={toneOf(county)}
          key={county.id}
          onClick={() => onChoose(county.id === chosen ? '' : county.id)}
          style={{ gridColumn: county.column, gridRow: county.row }}
          type="button"
        >
          <b>{county.title || '县区不明'}</b>
          {county.screens === 0 && <span data-part="none">没有屏幕</span>}
          {shown(county).map(({ shape, word, count, name }) => (
            <span data-part={name} key={name}>{`${shape} ${word} ${count}`}</span>
          ))}
        </button>
      ))}
    </div>
  )
}
