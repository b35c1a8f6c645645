import type { ExpressionRefused } from './parse-expression.ts';

/** Something the compiler or checker says about one place of a package. */
export type Finding = {
  code: string;
  severity: 'error' | 'warning';
  /** Place in the package, such as `items[3].enableWhen`; empty for the whole. */
  path: string;
  /** Names and numbers for the sentence: `linkId`, `position` (character from 0), `found`, ... */
  params: Record<string, string | number>;
};

export const errorAt = (code: string, path: string, params: Finding['params'] = {}): Finding => ({
  code,
  severity: 'error',
  path,
  params,
});

export const warningAt = (code: string, path: string, params: Finding['params'] = {}): Finding => ({
  code,
  severity: 'warning',
  path,
  params,
});

/** What was not understood of an expression, at the place where it stands. */
export const refusedAt = (
  { code, position, params }: ExpressionRefused,
  path: string,
  more: Finding['params'] = {},
): Finding => errorAt(`expression-${code}`, path, { ...more, position, ...params });
