/** `__Host-` binds the cookie to this very origin; browsers refuse the prefix on plain http, which is for loopback only. */
export const sessionCookieName = (origin: string) =>
  origin.startsWith('https:') ? '__Host-tirek' : 'tirek';

/** Reads one cookie out of a Cookie header. */
export function readCookie(header: string | undefined, name: string): string | null {
  for (const part of header?.split(';') ?? []) {
    const [key, value] = part.trim().split('=', 2);
    if (key === name && value) return value;
  }
  return null;
}

/** The Set-Cookie value that begins (token) or ends (null) a session. */
export function sessionCookie(origin: string, token: string | null): string {
  const secure = origin.startsWith('https:') ? '; Secure' : '';
  const life = token === null ? '; Max-Age=0' : '';
  return `${sessionCookieName(origin)}=${token ?? ''}; Path=/; HttpOnly; SameSite=Strict${secure}${life}`;
}
