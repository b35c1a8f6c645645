import type { FormPackage } from './form-package.ts';
import type { Translated } from './translated.ts';

/** One text of a package: where it stands, and whether respondents or only staff read it. */
export type PackageString = { place: string; text: Translated; reader: 'respondent' | 'staff' };

type Part = Record<string, unknown>;

/** Keys that hold a translated text, and who reads it. */
const READERS: Record<string, PackageString['reader']> = {
  title: 'respondent',
  notice: 'respondent',
  text: 'respondent',
  help: 'respondent',
  rowLabel: 'respondent',
  description: 'staff',
  label: 'staff',
  says: 'staff',
  saysNot: 'staff',
  population: 'staff',
  statement: 'staff',
  words: 'staff',
};

/**
 * Every translated text of a package, in document order. Scales, their bands, conclusions, and what is known of them and whence,
 * are read by staff.
 */
export function listStrings(pkg: FormPackage): PackageString[] {
  const {
    scales,
    conclusions,
    signals,
    evidence,
    licence: _,
    examples: __,
    fallback: ___,
    ...form
  } = pkg;
  return [
    ...textsIn(form, '', null),
    ...textsIn(scales, 'scales', 'staff'),
    ...textsIn(conclusions, 'conclusions', 'staff'),
    ...textsIn(signals, 'signals', 'staff'),
    ...textsIn(evidence, 'evidence', 'staff'),
  ];
}

function textsIn(
  part: unknown,
  place: string,
  reader: PackageString['reader'] | null,
): PackageString[] {
  if (Array.isArray(part)) {
    return part.flatMap((one, index) => textsIn(one, `${place}[${index}]`, reader));
  }
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part as Part).flatMap(([key, value]) => {
    const at = place ? `${place}.${key}` : key;
    const who = READERS[key];
    if (who && typeof value === 'object' && value !== null) {
      return [{ place: at, text: value as Translated, reader: reader ?? who }];
    }
    return textsIn(value, at, reader);
  });
}
