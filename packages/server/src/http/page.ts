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
}

export interface PageAnswer {
  readonly status?: number;
  readonly body: string | Buffer;
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly policy?: PagePolicy;
}

/** A document that the server renders itself: the respondent's page and its parts. Open to anyone; it shows no person's data. */
export interface Page {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  render(request: PageRequest): Promise<PageAnswer>;
}
