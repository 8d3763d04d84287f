/** @file Errors met while the program starts. Printed as one line each; the process ends with code 1. */
import { failWith, type Registry } from './registry.ts'

export type StartErrorCode =
  | 'start.wrong-setting'
  | 'start.port-in-use'
  | 'start.data-unwritable'
  | 'start.data-in-use'
  | 'start.data-newer'
  | 'start.restore-unfinished'
  | 'start.build-missing'
  | 'start.certificate-unreadable'

export const startErrors: Registry<StartErrorCode> = {
  'start.wrong-setting': {
    status: 500,
    message: '环境变量的值不正确',
    remedy: '按提示改正该变量，或删去它以使用默认值，然后重新启动',
  },
  'start.port-in-use': {
    status: 500,
    message: '端口已被别的程序占用',
    remedy: '关闭占用端口的程序，或用 PORT 指定另一个端口，例如：PORT=4322 npm start',
  },
  'start.data-unwritable': {
    status: 500,
    message: '数据文件夹不能写入',
    remedy: '检查文件夹的权限和磁盘剩余空间，或用 PUFA_DATA 指定另一个文件夹',
  },
  'start.data-in-use': {
    status: 500,
    message: '数据文件夹正被另一个普法程序使用',
    remedy: '先停止另一个程序，或用 PUFA_DATA 指定另一个文件夹',
  },
  'start.data-newer': {
    status: 500,
    message: '数据文件夹是更新版本的程序写的，这个版本不能打开',
    remedy: '换回更新的版本再启动；一定要用旧版本的，从升级之前的备份恢复（npm run restore）',
  },
  'start.restore-unfinished': {
    status: 500,
    message: '数据文件夹里的恢复没有做完',
    remedy: '再运行一次 npm run restore，等它说“恢复好了”再启动',
  },
  'start.build-missing': {
    status: 500,
    message: '网站、编辑台或播放器尚未生成',
    remedy: '用 npm start 启动，它会自动生成缺少的部分',
  },
  'start.certificate-unreadable': {
    status: 500,
    message: '证书或私钥读不出来',
    remedy: '检查 PUFA_TLS_CERT 与 PUFA_TLS_KEY 指向的文件是否存在、是否为 PEM 格式、是否成对',
  },
}

export const failStart = failWith(startErrors)
