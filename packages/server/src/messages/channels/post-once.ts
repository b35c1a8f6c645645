import { request as httpRequest, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';

export interface Posted {
  readonly status: number;
  readonly body: string;
}

/** An answer longer than this is not read on: nothing of it is needed. */
const MOST_BYTES = 64 * 1024;
const PATIENCE_MS = 20_000;

/**
 * Sends one POST and reads the answer. Follows no redirection: a message goes where the administrator said or nowhere.
 * @throws Error of Node's own, also when nothing was heard for twenty seconds.
 */
export function postOnce(
  url: string,
  {
    headers,
    body,
    authorities,
  }: {
    headers: Readonly<Record<string, string>>;
    body: string | Buffer;
    authorities: readonly string[] | null;
  },
): Promise<Posted> {
  const options: RequestOptions & { ca?: string[] } = {
    method: 'POST',
    headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
    agent: false,
    ...(authorities ? { ca: [...authorities] } : {}),
  };
  const begin = url.startsWith('https:') ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const asked = begin(url, options, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (piece: string) => {
        if (text.length < MOST_BYTES) text += piece;
      });
      answer.on('end', () => {
        clearTimeout(patience);
        resolve({ status: answer.statusCode ?? 0, body: text });
      });
      answer.on('error', (error) => {
        clearTimeout(patience);
        reject(error);
      });
    });
    const patience = setTimeout(
      () => asked.destroy(Object.assign(new Error('timeout'), { code: 'ETIMEDOUT' })),
      PATIENCE_MS,
    );
    asked.on('error', (error) => {
      clearTimeout(patience);
      reject(error);
    });
    asked.end(body);
  });
}
