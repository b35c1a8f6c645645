/**
 * A telephone number as gateways want it, `+` and digits (ITU-T E.164); null for what is none. A number of Kazakhstan is often
 * written with the 8 of long-distance calls.
 */
export function normalPhone(written: string): string | null {
  const digits = written.replace(/\D/g, '');
  const isInternational = written.trim().startsWith('+');
  if (!isInternational && /^8\d{10}$/.test(digits)) return `+7${digits.slice(1)}`;
  if (!isInternational && digits.startsWith('00')) return e164(digits.slice(2));
  if (isInternational || /^7\d{10}$/.test(digits)) return e164(digits);
  return null;
}

const e164 = (digits: string): string | null =>
  /^[1-9]\d{7,14}$/.test(digits) ? `+${digits}` : null;
