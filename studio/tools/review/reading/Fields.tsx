/** @file The fields of a content as a reader would see them, with what changed marked. */
import { Badge, Flex, Stack, Text } from '@sanity/ui'
import type { ReadField } from './compare.ts'
import type { Asset } from './read.ts'
import type { Line, Picture } from './view.ts'

type Assets = ReadonlyMap<string, Asset>

const marks: Readonly<Record<ReadField['change'], string | null>> = {
  ...{ alone: null, same: null },
  ...{ changed: '± 有改动', added: '＋ 新填的', removed: '－ 删掉了' },
}

function Lines({ lines }: { lines: readonly Line[] }) {
  return (
    <div className="pufa-review-words">
      {lines.map(({ text, style, depth }, index) => (
        <p className={style} key={index} style={{ marginLeft: `${depth}em` }}>
          {text}
        </p>
      ))}
    </div>
  )
}

function Changes({ stretches }: Pick<ReadField, 'stretches'>) {
  return (
    <div className="pufa-review-words">
      {stretches.map(({ kind, text }, index) =>
        kind === 'same' ? (
          <span key={index}>{text}</span>
        ) : kind === 'added' ? (
          <ins key={index}>{text}</ins>
        ) : (
          <del key={index}>{text}</del>
        ),
      )}
    </div>
  )
}

const shownWidth = 960

function Pictures({
  pictures,
  assets,
  label,
}: {
  pictures: readonly Picture[]
  assets: Assets
  label?: string
}) {
  return pictures.map(({ asset, alt, caption }, index) => {
    const url = assets.get(asset)?.url
    return (
      <figure className="pufa-review-picture" key={index}>
        <Stack gap={3}>
          {label && <Text size={1}>{label}</Text>}
          {url ? (
            <img alt={alt} src={url.endsWith('.svg') ? url : `${url}?w=${shownWidth}&fit=max`} />
          ) : (
            <Text size={1}>⚠ 图片读不到</Text>
          )}
          <Text muted size={1}>{`图片说明：${alt || '（没有写）'}`}</Text>
          {caption && <Text muted size={1}>{`图注：${caption}`}</Text>}
        </Stack>
      </figure>
    )
  })
}

export function Field({ field, assets }: { field: ReadField; assets: Assets }) {
  const mark = marks[field.change]
  const isMarked = field.stretches.length > 0 && field.change === 'changed'
  return (
    <Stack gap={3}>
      <Flex align="center" gap={2}>
        <Text as="h3" muted size={1} weight="medium">
          {field.title}
        </Text>
        {mark && (
          <Badge fontSize={0} tone={field.change === 'removed' ? 'critical' : 'caution'}>
            {mark}
          </Badge>
        )}
      </Flex>
      {isMarked || field.change === 'removed' ? (
        <Changes stretches={field.stretches} />
      ) : (
        <Lines lines={field.lines} />
      )}
      <Pictures
        assets={assets}
        pictures={field.pictures}
        {...(field.picturesBefore.length > 0 ? { label: '现在的图' } : {})}
      />
      <Pictures assets={assets} label="原来公开的图" pictures={field.picturesBefore} />
    </Stack>
  )
}

export function Fields({ fields, assets }: { fields: readonly ReadField[]; assets: Assets }) {
  const same = fields.filter(({ change }) => change === 'same')
  const shown = fields.filter(({ change }) => change !== 'same')
  return (
    <Stack gap={5}>
      {shown.map((field) => (
        <Field assets={assets} field={field} key={field.name} />
      ))}
      {shown.length === 0 && <Text size={2}>和已公开的一样，一个字也没有改。</Text>}
      {same.length > 0 && (
        <details className="pufa-review-fold">
          <summary>{`没有改动的 ${same.length} 栏（点开看）：${same.map(({ title }) => title).join('、')}`}</summary>
          <Stack gap={5} paddingTop={3}>
            {same.map((field) => (
              <Field assets={assets} field={field} key={field.name} />
            ))}
          </Stack>
        </details>
      )}
    </Stack>
  )
}
