import type { Endpoint } from '@tirek/domain/contract';

/** An endpoint and its input as the parts of an HTTP request. */
export interface HttpCall {
  readonly method: Endpoint['method'];
  /** Path with its `:name` parts filled, and for GET the query. */
  readonly url: string;
  /** JSON; null for GET. */
  readonly body: string | null;
}

/**
 * Fills the path from the input; what the path does not name goes into the query (GET) or the body.
 * @throws RangeError when a part of the path is missing from the input.
 */
export function httpCall(
  { method, path }: Pick<Endpoint, 'method' | 'path'>,
  input: Readonly<Record<string, unknown>>,
): HttpCall {
  const rest: Record<string, unknown> = { ...input };
  const filled = path.replace(/:(\w+)/g, (_, name: string) => {
    const value = rest[name];
    if (value === undefined || value === null || value === '') {
      throw new RangeError(`${path} needs ${name}`);
    }
    delete rest[name];
    return encodeURIComponent(String(value));
  });
  if (method !== 'GET') return { method, url: filled, body: JSON.stringify(rest) };
  const query = new URLSearchParams(
    Object.entries(rest).flatMap(([name, value]) =>
      value === undefined || value === null
        ? []
        : [value].flat().map((one): [string, string] => [name, String(one)]),
    ),
  ).toString();
  return { method, url: query ? `${filled}?${query}` : filled, body: null };
}
