/** @file Which screens an order would touch, before it is given. */
import { Card, Stack, Text } from '@sanity/ui'
import type { OrderPreview } from '../../../contracts/orders.ts'

/** As many as are read at a glance. */
const listedMax = 60

export function Reach({ preview, shows = false }: { preview: OrderPreview; shows?: boolean }) {
  const { screens, counties } = preview
  const online = screens.filter((each) => each.online).length
  return (
    <Card border padding={3} radius={2} role="status">
      <Stack gap={3}>
        <Text size={1} weight="medium">
          会影响 {screens.length} 块屏，在 {counties} 个县区；其中 {online} 块在线，马上照办
          {screens.length > online && `，${screens.length - online} 块不在线，恢复联系后照办`}
        </Text>
        <details>
          <summary>看是哪些屏幕</summary>
          <div className="console-scroll">
            <table className="console-table">
              <tbody>
                {screens.slice(0, listedMax).map(({ id, title, county, online: isOnline, shows: words }) => (
                  <tr key={id}>
                    <td>{title}</td>
                    <td>{county}</td>
                    <td>{isOnline ? '▶ 在线' : '✕ 不在线'}</td>
                    {shows && <td>{words}</td>}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {screens.length > listedMax && <p>还有 {screens.length - listedMax} 块没有列出。</p>}
        </details>
      </Stack>
    </Card>
  )
}
