/**
 * @file The ways by which a message leaves: a webhook and e-mail, behind one small interface.
 *
 * A webhook's body may be checked by `x-pufa-signature`: `sha256=` and the hex HMAC-SHA-256, by the shared
 * secret, of the text of `x-pufa-timestamp`, a full stop, and the body as sent.
 */
import { createHmac } from 'node:crypto'
import { createTransport } from 'nodemailer'
import type { Instant } from '../../contracts/part.ts'
import type { AlertMessage } from './message.ts'

export interface AlertSettings {
  webhook: { url: string; secret: string | null } | null
  mail: { smtp: string; from: string; to: readonly string[] } | null
}

export interface Channel {
  name: 'webhook' | 'mail'
  /** Rejects when it did not arrive; then it is tried again. */
  send(message: AlertMessage): Promise<void>
}

const sendWithinMs = 15_000

export function webhookChannel(
  { url, secret }: NonNullable<AlertSettings['webhook']>,
  now: () => Instant,
): Channel {
  return {
    name: 'webhook',
    async send(message) {
      const body = JSON.stringify(message)
      const timestamp = String(now())
      const signature = secret && createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')
      const answer = await fetch(url, {
        method: 'POST',
        // A redirect would carry the message to where nobody has asked for it.
        redirect: 'manual',
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'x-pufa-message': message.id,
          'x-pufa-timestamp': timestamp,
          ...(signature ? { 'x-pufa-signature': `sha256=${signature}` } : {}),
        },
        body,
        signal: AbortSignal.timeout(sendWithinMs),
      })
      await answer.body?.cancel()
      if (!answer.ok) throw new Error(`the webhook answered ${answer.status}`)
    },
  }
}

export function mailChannel({ smtp, from, to }: NonNullable<AlertSettings['mail']>): Channel {
  const waits = {
    connectionTimeout: sendWithinMs,
    greetingTimeout: sendWithinMs,
    socketTimeout: sendWithinMs,
  }
  const address = new URL(smtp)
  const secure = address.protocol === 'smtps:'
  const { username, password } = address
  const transport = createTransport({
    ...waits,
    host: address.hostname,
    port: Number(address.port || (secure ? 465 : 25)),
    secure,
    // A password never goes over the line in the clear.
    requireTLS: !secure && username !== '',
    ...(username ? { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } } : {}),
    // What stands in a title must not make the server read a file or fetch an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    name: 'mail',
    async send({ id, subject, text }) {
      await transport.sendMail({ from, to: [...to], subject, text, headers: { 'x-pufa-message': id } })
    },
  }
}

export function channelsOf(settings: AlertSettings, now: () => Instant): Channel[] {
  return [
    ...(settings.webhook ? [webhookChannel(settings.webhook, now)] : []),
    ...(settings.mail ? [mailChannel(settings.mail)] : []),
  ]
}
