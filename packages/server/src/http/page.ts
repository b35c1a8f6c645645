import type { Database } from '../db/database.ts';
import type { PagePolicy } from './security-headers.ts';

export interface PageRequest {
  readonly database: Database;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** Fields of a form that was sent without JavaScript; empty on GET. */
  readonly fields: Readonly<Record<string, string | string[]>>;
  readonly acceptLanguage: string;
  readonly address: string;
  readonly origin: string;
  readonly now: string;
  readonly newId: () => string;
  /** 32 bytes derived from the installation key for one purpose. */
  keyFor(purpose: string): Buffer;
}

export interface PageAnswer {
  readonly status?: number;
  readonly body: string | Buffer;
  readonly contentType?: string;
  /** With an `etag`, a browser that has this very answer is told so and gets no body. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly policy?: PagePolicy;
}

/** A document that the server renders itself: the respondent's page and its parts. Open to anyone; it shows no person's data. */
export interface Page {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** Requests a minute from one address, where the default is not right. */
  readonly perMinute?: number;
  render(request: PageRequest): Promise<PageAnswer>;
}
