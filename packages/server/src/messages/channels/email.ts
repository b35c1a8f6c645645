import { createTransport } from 'nodemailer';
import type { MailSettings } from '../../message-settings.ts';
import { isLoopback } from '../../setting-values.ts';
import { type Adapter, failed, type Outcome } from './channel.ts';
import { failureOfError } from './failure-of-error.ts';

const PATIENCE_MS = 20_000;

/** Letters by SMTP. Over the network never in the clear: the server must offer TLS with a certificate that holds. */
export function emailChannel(
  { host, port, isTls, user, password, from }: MailSettings,
  authorities: readonly string[] | null,
): Adapter {
  const transport = createTransport({
    host,
    port,
    secure: isTls,
    requireTLS: !isLoopback(host),
    ...(user ? { auth: { user, pass: password } } : {}),
    tls: { minVersion: 'TLSv1.2', ...(authorities ? { ca: [...authorities] } : {}) },
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = from.slice(from.lastIndexOf('@') + 1);
  return {
    // Mail servers and readers drop a second letter with the same Message-ID; none is obliged to.
    knowsAgain: true,
    async send({ deliveryId, to, text, isUrgent, now }) {
      try {
        await transport.sendMail({
          from,
          to: { name: '', address: to },
          subject: text.subject,
          text: text.long,
          date: new Date(now),
          messageId: `<${deliveryId}@${domain}>`,
          priority: isUrgent ? 'high' : 'normal',
          headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
        });
        return { kind: 'accepted' };
      } catch (error) {
        return outcomeOfError(error);
      }
    },
  };
}

/** A server that says for good (5xx) that it takes nothing for this address is not asked again (RFC 5321, 4.2.1). */
function outcomeOfError(error: unknown): Outcome {
  const { code, responseCode } = error as { code?: string; responseCode?: number };
  if (code === 'EENVELOPE' && responseCode !== undefined && responseCode >= 500)
    return failed('address');
  if (code === 'EAUTH') return failed('sign-in');
  if (responseCode !== undefined) return failed('refused');
  return failed(failureOfError(error));
}
