/** @file Installs Debian packages where we are root or have sudo without a password; elsewhere does nothing. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'

function attempt(program: string, args: readonly string[], shown: boolean): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      stdio: ['ignore', 'ignore', shown ? 'inherit' : 'ignore'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
    child.on('error', () => resolve(false))
    child.on('exit', (code) => resolve(code === 0))
  })
}

/**
 * @param shown whether its complaints are printed
 * @returns whether all of them are there now
 */
export async function aptInstall(wanted: readonly string[], shown = true): Promise<boolean> {
  if (!existsSync('/usr/bin/apt-get')) return false
  const root = process.getuid?.() === 0
  if (!root && !(await attempt('sudo', ['-n', 'true'], false))) return false
  const apt = (...args: string[]) =>
    root ? attempt('apt-get', args, shown) : attempt('sudo', ['-n', 'apt-get', ...args], shown)
  return (
    (await apt('update', '-qq')) && (await apt('install', '-y', '-qq', '--no-install-recommends', ...wanted))
  )
}
