import * as z from 'zod/mini';
import { DateOnly, Id } from '../../contract.ts';
import { LANGUAGES } from '../../text/index.ts';
import { THEMES } from './codebook.ts';

/** Who spoke: a group, never a person. */
export const SPEAKERS = [
  'practitioners',
  'returnee-women',
  'relatives',
  'school-staff',
  'officials',
] as const;
export type Speaker = (typeof SPEAKERS)[number];

export const NOTE_KINDS = ['workshop', 'interview', 'group'] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];

/** What kind of place it was; which one would point at people. */
export const NOTE_PLACES = ['capital', 'city', 'town', 'village', 'online'] as const;

/** A point that needs more room than this is two points. */
export const LONGEST_EXCERPT = 2000;
export const MOST_EXCERPTS = 400;

const Text = z.string().check(z.trim(), z.minLength(3), z.maxLength(LONGEST_EXCERPT));

export const Theme = z.enum(THEMES);

/** One point that somebody made, in the words of the note. */
export const Excerpt = z.strictObject({ id: Id, speaker: z.enum(SPEAKERS), text: Text });
export type Excerpt = z.infer<typeof Excerpt>;

/** What is known of a workshop or an interview beside what was said. */
export const NoteHead = z.strictObject({
  title: z.string().check(z.trim(), z.minLength(3), z.maxLength(120)),
  kind: z.enum(NOTE_KINDS),
  heldOn: DateOnly,
  place: z.enum(NOTE_PLACES),
  /** In which it was written down. */
  language: z.enum(LANGUAGES),
  /** By how many people it is coded, each without seeing what the other does. */
  coders: z.union([z.literal(1), z.literal(2)]),
});
export type NoteHead = z.infer<typeof NoteHead>;
