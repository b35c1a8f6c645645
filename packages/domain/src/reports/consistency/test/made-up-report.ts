import type { Language } from '../../../text/index.ts';
import { type Dice, diceOf } from './dice.ts';
import { GROUP_SECTIONS } from './made-up-groups.ts';
import { SECTIONS } from './made-up-sections.ts';

/** A piece of a made-up report. Tables hold their head as the first row. */
export type Block =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'table';
      readonly title: string;
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly kind: 'several'; readonly blocks: readonly Block[] };

/** One figure made wrong: the same block with it. */
export type Slip = { readonly what: string; readonly block: Block };

export type Section = { readonly block: Block; readonly slips: readonly Slip[] };

/** Reports whose figures all agree, with every slip one could make in each part. */
export function makeUpReport(seed: number, language: Language): readonly Section[] {
  const dice = diceOf(seed);
  const n = dice.between(60, 900);
  return dice.shuffle([...SECTIONS, ...GROUP_SECTIONS]).flatMap((section) => {
    const made = section({ dice, language, n });
    return made ? [made] : [];
  });
}

export type Making = { readonly dice: Dice; readonly language: Language; readonly n: number };

export type MakeSection = (making: Making) => Section | null;
