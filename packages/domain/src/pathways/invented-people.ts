import { addDays } from '../cases/index.ts';
import type { FormOutline } from './form-outline.ts';
import type { Pathway } from './pathway.ts';
import type { AssessmentFacts, PathwayFacts } from './pathway-facts.ts';
import type { TriedPerson } from './simulate.ts';

/** Chance from a seed (mulberry32, public domain): the same people whoever asks, on every machine. */
function chanceOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

interface Invention {
  readonly count: number;
  readonly seed: number;
  readonly today: string;
  readonly forms: readonly FormOutline[];
  readonly regions: readonly string[];
}

/**
 * Made-up people of whom about four in ten are distressed and one in six is in the clinical range, as in the survey of 2022;
 * one in four was not asked everything, and a third was asked twice. Nobody real stands behind any of them.
 */
export function inventPeople(
  pathway: Pick<Pathway, 'reads' | 'rules'>,
  invention: Invention,
): TriedPerson[] {
  const chance = chanceOf(invention.seed);
  return Array.from({ length: invention.count }, (_, at) =>
    inventOne(pathway, at, { ...invention, chance }),
  );
}

function inventOne(
  { reads, rules }: Pick<Pathway, 'reads' | 'rules'>,
  at: number,
  { chance, today, forms, regions }: Invention & { chance: () => number },
): TriedPerson {
  const pick = <Value>(values: readonly Value[]): Value =>
    values[Math.floor(chance() * values.length)]!;
  const luck = chance();
  // How heavy her days are, from 0 to 1: most near 0.
  const burden =
    luck < 0.6 ? chance() * 0.2 : luck < 0.84 ? 0.2 + chance() * 0.3 : 0.5 + chance() * 0.5;
  const isWhole = chance() >= 0.25;
  const isTwice = chance() < 1 / 3;
  const asked = reads.filter(() => isWhole || chance() < 0.6);
  const take = (weight: number, round: number): AssessmentFacts[] =>
    asked.flatMap(({ form, scale }, place) => {
      const known = forms.find(({ code }) => code === form)?.scales.find(({ id }) => id === scale);
      if (!known) return [];
      const { min, max, direction, bands } = known;
      const noisy = Math.min(1, Math.max(0, weight + (chance() - 0.5) * 0.15));
      const part = direction === 'higher-is-worse' ? noisy : 1 - noisy;
      const value = Math.round(min + part * (max - min));
      const isIn = bands.filter(
        ({ from, below }) => value >= from && (below === null || value < below),
      );
      return [
        {
          id: idOf(at, round, place),
          ...{ form, informant: 'self', conclusions: [], items: null },
          takenOn: addDays(today, round === 0 ? -70 : -7),
          scores: [{ scale, value, bands: isIn.map(({ id }) => id) }],
        },
      ];
    });
  const concluding = [...new Set(concludedBy(rules))].flatMap((form, place) => {
    const found = forms.find(({ code }) => code === form)?.conclusions ?? [];
    if (found.length === 0 || (!isWhole && chance() < 0.5)) return [];
    const conclusions = found.map(({ id, outcomes }) => ({
      conclusion: id,
      // The last outcome takes the rest: what asks for something to be done stands before it.
      outcome: (burden > 0.7 && chance() < 0.5 ? outcomes[0] : outcomes.at(-1))?.id ?? null,
    }));
    const own = { id: idOf(at, 2, place), form, informant: 'self', scores: [], items: null };
    return [{ ...own, takenOn: addDays(today, -7), conclusions }];
  });
  const since = addDays(today, -60);
  const facts: PathwayFacts = {
    assessments: [
      ...(isTwice ? take(Math.min(1, burden * (0.7 + chance())), 0) : []),
      ...take(burden, 1),
      ...concluding,
    ],
    signals: !isWhole
      ? null
      : chance() < burden * 0.08
        ? [
            {
              kind: pick(['suicide', 'violence', 'child-danger']),
              urgency: pick(['now', 'today', 'today']),
            },
          ]
        : [],
    age: 18 + Math.floor(chance() * 45),
    functioning: isWhole ? (burden > 0.75 ? 'severe' : burden > 0.4 ? 'marked' : 'mild') : null,
    needs: chance() < 0.35 ? [pick(['basic', 'papers', 'housing', 'work'])] : [],
    events: [],
    missedContacts: chance() < 0.1 ? 2 : 0,
    standing: isTwice
      ? { step: pick(burden > 0.4 ? ['3', '4'] : ['2', '3']), since, careSince: since }
      : null,
    riskBefore: isTwice && burden > 0.5,
    provider: { scope: 'support-centre', without: [] },
  };
  return { facts, region: pick(regions), language: pick(['kk', 'kk', 'ru', 'ru', 'ru']) };
}

/** The forms whose conclusions some rules ask about. */
const concludedBy = (rules: Pathway['rules']): string[] =>
  rules.flatMap(({ when }) =>
    when.of.flatMap(({ of }) =>
      of.flatMap(({ is }) => (is.kind === 'conclusion' ? [is.form] : [])),
    ),
  );

/** An id that only has to differ from the others; later rounds have later ones. */
const idOf = (at: number, round: number, place: number) =>
  `00000000-0000-7000-8${String(round).padStart(3, '0')}-${String(at * 100 + place).padStart(12, '0')}`;
