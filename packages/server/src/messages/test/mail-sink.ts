import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface Letter {
  readonly to: string;
  readonly messageId: string;
  readonly subject: string;
  readonly text: string;
}

/** A real mail server at the other end of SMTP, in this process, that only keeps what it gets. */
export interface MailSink extends AsyncDisposable {
  readonly port: number;
  readonly letters: readonly Letter[];
  /** Refuses every address from now on, for good. */
  refuse(): void;
}

export async function mailSink(): Promise<MailSink> {
  const letters: Letter[] = [];
  let isRefusing = false;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo(_address, _session, done) {
      done(isRefusing ? Object.assign(new Error('no such box'), { responseCode: 550 }) : null);
    },
    onData(stream, session, done) {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', () => {
        const to = session.envelope.rcptTo[0]?.address ?? '';
        letters.push({ to, ...parts(Buffer.concat(pieces).toString()) });
        done();
      });
    },
  });
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  return {
    port: (server.server.address() as AddressInfo).port,
    letters,
    refuse() {
      isRefusing = true;
    },
    [Symbol.asyncDispose]: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** Of a letter in plain Latin letters: long lines are folded (RFC 2045, 6.7), nothing else is done to them. */
function parts(raw: string) {
  const [head = '', ...body] = raw.split('\r\n\r\n');
  const header = (name: string) =>
    new RegExp(`^${name}: (.*)$`, 'im').exec(head.replaceAll(/\r\n[ \t]+/g, ' '))?.[1] ?? '';
  return {
    messageId: header('Message-ID'),
    subject: header('Subject'),
    text: body.join('\r\n\r\n').replaceAll('=\r\n', '').replaceAll('\r\n', ' ').trim(),
  };
}
