import { isLoopback } from '../setting-values.ts';

/**
 * The same page under the one address that sign-in is tied to, for whoever opens this machine by another of its names
 * (`127.0.0.1` instead of `localhost`): cookies and passkeys of the two are strangers, and every change would be refused as
 * coming from another site. Null where the address is right, is not of this machine, or is not a page.
 */
export function atOneAddress(
  request: { readonly method: string; readonly url: string; readonly host: string },
  origin: string,
): string | null {
  const { method, url, host } = request;
  if (method !== 'GET' || url.startsWith('/api/')) return null;
  const own = new URL(origin);
  if (host === own.host || !isLoopback(own.hostname)) return null;
  const named = URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : '';
  return isLoopback(named) ? `${origin}${url}` : null;
}
