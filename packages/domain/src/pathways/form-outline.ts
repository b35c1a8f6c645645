import * as z from 'zod/mini';
import type { CompiledForm, Translated } from '../instruments/index.ts';

const Texts = z.partialRecord(z.enum(['kk', 'ru', 'en']), z.string());
export type Texts = z.infer<typeof Texts>;

/** As much of an instrument as a pathway can ask about, and the words for it. */
export const FormOutline = z.object({
  code: z.string(),
  title: Texts,
  /** Only what is asked for somebody's own care may move her care; a survey of the programme or of colleagues never does. */
  isOfCare: z.boolean(),
  /** Whether an answer to it may be a signal of safety. */
  asksSafety: z.boolean(),
  scales: z.array(
    z.object({
      id: z.string(),
      title: Texts,
      min: z.number(),
      max: z.number(),
      direction: z.enum(['higher-is-better', 'higher-is-worse']),
      changePoints: z.nullable(z.number()),
      bands: z.array(
        z.object({
          id: z.string(),
          from: z.number(),
          below: z.nullable(z.number()),
          label: Texts,
        }),
      ),
    }),
  ),
  items: z.array(
    z.object({
      id: z.string(),
      text: Texts,
      options: z.array(z.object({ id: z.string(), text: Texts })),
    }),
  ),
  conclusions: z.array(
    z.object({
      id: z.string(),
      title: Texts,
      outcomes: z.array(z.object({ id: z.string(), label: Texts })),
    }),
  ),
});
export type FormOutline = z.infer<typeof FormOutline>;

const plain = (told: Translated = {}): Texts =>
  Object.fromEntries(Object.entries(told).map(([language, { text }]) => [language, text]));

/** What of an instrument a pathway may ask about. */
export function outlineOf(form: CompiledForm): FormOutline {
  const { pkg, items } = form;
  return {
    code: pkg.code,
    title: plain(pkg.title),
    isOfCare: pkg.sensitivity === 'clinical' && pkg.about !== 'colleague',
    asksSafety: (pkg.signals ?? []).length > 0,
    scales: pkg.scales.map(({ id, title, range, direction, meaningfulChange, bandSets }) => ({
      ...{ id, direction, min: range.min, max: range.max, title: plain(title) },
      changePoints: meaningfulChange?.points ?? null,
      bands: bandSets.flatMap(({ bands }) =>
        bands.map((band) => ({
          ...{ id: band.id, from: band.from, below: band.below ?? null },
          label: plain(band.label),
        })),
      ),
    })),
    items: items.flatMap(({ linkId, type, item, options, roster }) =>
      type === 'choice' && roster === null
        ? [
            {
              id: linkId,
              text: plain(('label' in item && item.label) || item.text || {}),
              options: options.map((option) => ({ id: option.id, text: plain(option.text) })),
            },
          ]
        : [],
    ),
    conclusions: (pkg.conclusions ?? []).map(({ id, title: named, outcomes }) => ({
      id,
      title: plain(named),
      outcomes: outcomes.map((outcome) => ({ id: outcome.id, label: plain(outcome.label) })),
    })),
  };
}
