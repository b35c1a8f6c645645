import { type Birth, birthRange } from '../../people/index.ts';
import { addDays, addMonths } from '../add-days.ts';
import {
  type Body,
  PREPARATION_ITEMS,
  type PreparationItem,
  type PreparationReason,
  type Words,
} from '../case-entry.ts';
import type { FamilyCase, Standing } from '../family-case.ts';
import type { CaseSettings } from './case-settings.ts';
import type { FamilyLife } from './family-life.ts';

/** How many weeks before a return each item is wanted: what others depend on comes first. */
export const PREPARATION_WEEKS: Readonly<Record<PreparationItem, number>> = {
  'family-wish': 30,
  visits: 26,
  housing: 20,
  'children-told': 12,
  safety: 8,
  accompany: 3,
};

/** One item of the checklist as it stands; due on a day that follows from the day of the return. */
export interface PreparationStep {
  readonly item: PreparationItem;
  readonly dueOn: string;
  readonly state: 'open' | 'done' | 'not-done';
  readonly body: Body;
  readonly endedOn: string | null;
  readonly reason: PreparationReason | null;
  readonly words: Words | null;
  /** What was written of it; null while nobody has written anything. */
  readonly known: Standing<'preparation'> | null;
}

/** What is done before somebody comes home from prison. */
export interface Preparation {
  readonly personId: string;
  readonly release: Birth;
  /** The first and the last day on which the return may be. */
  readonly from: string;
  readonly to: string;
  readonly beginsOn: string;
  readonly steps: readonly PreparationStep[];
}

/** The checklists that have begun, or into which something was written before the date was moved away; the soonest first. */
export function preparationsIn(
  { preparations }: Pick<FamilyCase, 'preparations'>,
  { life, settings, today }: { life: FamilyLife; settings: CaseSettings; today: string },
): Preparation[] {
  return life.imprisoned
    .flatMap(({ personId, since, release }): Preparation[] => {
      if (release === null) return [];
      const { from, to } = birthRange(release);
      const beginsOn = addMonths(from, -settings.preparationMonths);
      // What was written before he went to prison this time prepared another return.
      const begun = since === null ? '' : birthRange(since).from;
      const own = preparations.filter(
        ({ newest }) => newest.value.of === personId && newest.recordedOn >= begun,
      );
      if (beginsOn > today && own.length === 0) return [];
      const steps = PREPARATION_ITEMS.map((item): PreparationStep => {
        const known = own.findLast(({ newest }) => newest.value.item === item) ?? null;
        const counted = addDays(from, -7 * PREPARATION_WEEKS[item]);
        return {
          item,
          dueOn: [beginsOn, counted].toSorted().at(-1) ?? counted,
          state: known?.newest.state ?? 'open',
          body: known?.newest.value.body ?? 'centre',
          endedOn: known?.newest.value.endedOn ?? null,
          reason: known?.newest.value.reason ?? null,
          words: known?.words ?? null,
          known,
        };
      });
      return [{ personId, release, from, to, beginsOn, steps }];
    })
    .toSorted((a, b) => (order(a) < order(b) ? -1 : 1));
}

const order = ({ from, personId }: Preparation) => `${from} ${personId}`;
