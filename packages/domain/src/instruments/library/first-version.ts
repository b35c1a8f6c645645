import type { SafetyUrgency } from '../conclusion.ts';
import type { Item, Option } from '../form-item.ts';
import type { FormPackage, WorkedExample } from '../form-package.ts';
import type { Band } from '../scale.ts';
import { inOurWords, withStatus } from './wording.ts';

export type Words = [kk: string, ru: string, en: string];

/** What every instrument for practitioners begins with. */
export const FIRST_VERSION = {
  format: 'tirek-form-1',
  version: '1.0.0',
  status: 'active',
  sensitivity: 'clinical',
  missing: ['declined'],
} as const satisfies Partial<FormPackage>;

/** Published English wording; no other language has one here. */
export const inEnglish = (text: string) => withStatus({ en: [text, 'approved'] });

/** Where only English ships, it stands in for the others in what staff sees; nobody is asked by it. */
export const ENGLISH_ONLY: FormPackage['fallback'] = { kk: ['en'], ru: ['en'], en: [] };

/** Where Russian ships as well, it stands in for Kazakh, and English for both. */
export const RUSSIAN_THEN_ENGLISH: FormPackage['fallback'] = {
  kk: ['ru', 'en'],
  ru: ['en'],
  en: [],
};

/** Choices without wording, known by our own short labels until a site brings the text. */
export const silentChoices = (
  labels: Readonly<Record<string, Words>>,
  options: string,
  more: object = {},
): (Item & { type: 'choice' })[] =>
  Object.entries(labels).map(([linkId, label]) => ({
    type: 'choice',
    linkId,
    label: inOurWords(...label),
    options,
    ...more,
  }));

/** Options without wording: what each means, in our words. */
export const silentOptions = (labels: Readonly<Record<string, Words>> | Words[]): Option[] =>
  Object.entries(labels).map(([id, label]) => ({ id, label: inOurWords(...(label as Words)) }));

/** Bands from the first score of each up to the first of the next. */
export const bandsOf = (bands: readonly [id: string, from: number, label: Words][]): Band[] =>
  bands.map(([id, from, label], index) => {
    const next = bands[index + 1];
    return { id, from, ...(next && { below: next[1] }), label: inOurWords(...label) };
  });

/** Nested bands: each reaches to the end of the scale. */
export const nestedBands = (bands: readonly [id: string, from: number, label: Words][]): Band[] =>
  bands.map(([id, from, label]) => ({ id, from, label: inOurWords(...label) }));

/** One scale of a worked example: value and bands, or how many were answered of how many needed. */
export const scored = (
  scale: string,
  value: number,
  bands?: string[],
): WorkedExample['expected'][number] => ({ scale, value, ...(bands && { bands }) });

export const unscored = (
  scale: string,
  answered: number,
  needed: number,
): WorkedExample['expected'][number] => ({ scale, incomplete: { answered, needed } });

/** What a worked example tells of suicide: how soon somebody asks, and which answers say so. */
export const suicideSignal = (
  urgency: SafetyUrgency,
  ...items: string[]
): Pick<WorkedExample, 'signals'> => ({ signals: [{ kind: 'suicide', urgency, items }] });

/** A licence whose terms leave the words to the site: structure and scoring only. */
export const broughtBySite = (
  licence: Pick<FormPackage['licence'], 'owner' | 'source' | 'terms' | 'checked'>,
): FormPackage['licence'] => ({ ...licence, text: 'bring-your-own' });
