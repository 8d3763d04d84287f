/** @file Columns that several lists share, and how a column is declared. */
import { ownCounty } from '../cells/lookups.ts'
import { dateOf } from '../cells/dates.ts'
import { numberWith, phoneOf, plain, type Reader } from '../cells/values.ts'
import type { Column } from './shape.ts'

interface Declared {
  path: string
  title: string
  aliases?: readonly string[]
  required?: boolean
  example?: string
  read?: Column['read'] | Reader
}

export const column = ({
  aliases = [],
  required = false,
  example = '',
  read = plain,
  ...rest
}: Declared): Column => ({
  ...rest,
  aliases,
  required,
  example,
  read,
})

export const countyColumn = (example = '示例区') =>
  column({
    path: 'county',
    title: '所在县区',
    aliases: ['县区', '县', '区县', '县（市、区）', '县市区', '所属县区', '行政区', '归属县区'],
    required: true,
    example,
    read: ownCounty,
  })

export const checkedOnColumn = () =>
  column({
    path: 'checkedOn',
    title: '核对日期',
    aliases: ['核对时间', '最近核对', '核实日期', '更新日期', '填报日期'],
    required: true,
    example: '2026-11-5',
    read: dateOf,
  })

export const phoneColumn = (path: string, required = true) =>
  column({
    path,
    title: '办公电话',
    aliases: ['电话', '联系电话', '座机', '固定电话', '单位电话', '咨询电话', '电话号码'],
    required,
    example: '0318-1234567',
    read: phoneOf,
  })

export const addressColumn = (example: string) =>
  column({
    path: 'address',
    title: '地址',
    aliases: ['详细地址', '单位地址', '办公地址', '住所', '住所地', '安装位置', '安装地址', '位置'],
    required: true,
    example,
  })

export const hoursColumn = (required: boolean) =>
  column({
    path: 'hours',
    title: '接待时间',
    aliases: ['办公时间', '工作时间', '服务时间', '上班时间', '接待时段'],
    required,
    example: '周一至周五 8:30–12:00，14:00–17:30',
  })

export const positionColumns = () => [
  column({
    path: 'position.lat',
    title: '纬度',
    aliases: ['北纬'],
    example: '37.74',
    read: numberWith('°|度'),
  }),
  column({
    path: 'position.lng',
    title: '经度',
    aliases: ['东经'],
    example: '115.67',
    read: numberWith('°|度'),
  }),
]
