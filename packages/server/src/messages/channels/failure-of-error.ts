import type { Failure } from '@tirek/domain/messages';

/** What an error of the network or of TLS means; its own words stay here, since they may quote an address. */
export function failureOfError(error: unknown): Failure {
  const { code, message } = error as { code?: unknown; message?: unknown };
  const named = String(code ?? '');
  const cause = (error as { cause?: unknown }).cause;
  const words = `${named} ${String(message ?? '')} ${String((cause as { code?: unknown })?.code ?? '')}`;
  if (named === 'EAUTH' || named === 'ENOAUTH') return 'sign-in';
  if (/CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ALTNAME|certificate|TLS|SSL/i.test(words))
    return 'certificate';
  if (/ETIMEDOUT|timeout|ETIME/i.test(words)) return 'timeout';
  return 'unreachable';
}
