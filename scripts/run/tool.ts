/** @file Runs a tool of node_modules under the pinned Node, with its output shown only when it fails. */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

function binOf(name: string, packageName = name): string {
  const { bin } = JSON.parse(
    readFileSync(join(root, 'node_modules', packageName, 'package.json'), 'utf8'),
  ) as {
    bin: string | Record<string, string>
  }
  const path = typeof bin === 'string' ? bin : bin[name]
  if (!path) throw new Error(`${packageName} has no command ${name}`)
  return join(root, 'node_modules', packageName, path)
}

export interface ToolOptions {
  /** Show what it prints while it runs. */
  shown?: boolean
  packageName?: string
  env?: Record<string, string>
}

/** @throws when it ends with a code other than 0; its output is then in the message */
export function runTool(name: string, args: readonly string[], options: ToolOptions = {}): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [binOf(name, options.packageName), ...args], {
      cwd: root,
      stdio: ['ignore', options.shown ? 'inherit' : 'pipe', options.shown ? 'inherit' : 'pipe'],
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1', ...options.env },
    })
    const output: Buffer[] = []
    child.stdout?.on('data', (chunk: Buffer) => output.push(chunk))
    child.stderr?.on('data', (chunk: Buffer) => output.push(chunk))
    child.on('error', reject)
    child.on('exit', (code) => {
      if (code === 0) resolve()
      else
        reject(
          new Error(`${name} ${args.join(' ')} 没有成功（${code}）\n${Buffer.concat(output).toString()}`),
        )
    })
  })
}
