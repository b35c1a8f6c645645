import { createHash } from 'node:crypto';

/** What one page may load: nothing but this origin, and no inline script or style except those named by their hash. */
export interface PagePolicy {
  readonly scriptHashes?: readonly string[];
  readonly styleHashes?: readonly string[];
}

/** The CSP source of an inline script or style: `'sha256-…'`. */
export const contentHash = (text: string) =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Headers of every answer. `https` adds a year of strict transport. */
export function securityHeaders(origin: string, policy: PagePolicy = {}): Record<string, string> {
  const csp = [
    "default-src 'none'",
    `script-src 'self' ${(policy.scriptHashes ?? []).join(' ')}`.trim(),
    `style-src 'self' ${(policy.styleHashes ?? []).join(' ')}`.trim(),
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
  return {
    'content-security-policy': csp,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'x-frame-options': 'DENY',
    'cache-control': 'no-store',
    ...(origin.startsWith('https:')
      ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }
      : {}),
  };
}
