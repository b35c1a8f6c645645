import type { Birth, Sex } from '@tirek/domain/people';
import type { RecordedFact } from '@tirek/domain/people/family-graph';
import { between, type Chance, pick, weighted } from './chance.ts';
import { CHILD_AGES, GIRLS_SHARE, MARITAL, type Marital, MOTHER_AGE } from './margins-2022.ts';
import { type MadeUpName, madeUpNaming, madeUpPhone } from './names.ts';

export interface MadeUpMember {
  readonly id: string;
  readonly sex: Sex;
  readonly name: MadeUpName;
  readonly birth: Birth;
  readonly languages: readonly string[];
  readonly phone: string | null;
  /** With the people who returned; whoever took children in here did not. */
  readonly came: boolean;
}

/** A family that does not exist; its first member is the grown woman who speaks for it. */
export interface MadeUpFamily {
  readonly id: string;
  readonly members: readonly MadeUpMember[];
  readonly facts: readonly RecordedFact[];
}

/** How many live in it; what is not told is left to chance. */
export interface Size {
  readonly men?: 0 | 1;
  /** Whether the woman came too, or is a relative who takes the children in. */
  readonly womanCame?: boolean;
  readonly children?: number;
}

/** The year whose ages the published figures tell. */
const TOLD_IN = 2022;
/** Most children have their birth to the day; of some only a year is known. */
const KNOWN_TO_THE_DAY = 0.86;
/** 37 men came with 190 women. */
const WITH_A_MAN = 37 / 190;
/** Children of one woman: 522 of 190 came, 2.75 on average. */
const CHILDREN = { 1: 22, 2: 30, 3: 22, 4: 13, 5: 8, 6: 3, 7: 1, 8: 1 } as const;

/** Makes one family out of chance. The same chance makes the same family. */
export function madeUpFamily(random: Chance, newId: () => string, size: Size = {}): MadeUpFamily {
  const naming = madeUpNaming(random);
  const children = size.children ?? Number(weighted(CHILDREN, random));
  const hasMan = (size.men ?? (random() < WITH_A_MAN ? 1 : 0)) === 1;
  const marital = weighted(MARITAL, random);
  const age = Math.min(62, Math.max(21, Math.round(MOTHER_AGE + spread(random) * 7)));
  const born = TOLD_IN - age;
  const member = (sex: 'female' | 'male', birth: Birth, father?: string): MadeUpMember => ({
    ...{ id: newId(), sex, name: naming.name(sex, father), birth, languages: naming.languages },
    ...{ phone: null, came: true },
  });
  const mother: MadeUpMember = {
    ...member('female', birthIn(born, random)),
    ...{ phone: random() < 0.8 ? madeUpPhone(random) : null, came: size.womanCame ?? true },
  };
  const man = hasMan ? member('male', birthIn(born - between(0, 6, random), random)) : null;
  // No child is older than its mother's fifteenth year; the eldest of young mothers are young.
  const oldest = Math.max(1, Math.min(17, age - 16));
  const kids = Array.from({ length: children }, () =>
    member(
      random() < GIRLS_SHARE ? 'female' : 'male',
      birthIn(TOLD_IN - Math.min(oldest, childAge(random)), random),
      man?.name.given,
    ),
  ).toSorted((one, other) => (one.birth.date < other.birth.date ? -1 : 1));
  const members = [mother, ...(man ? [man] : []), ...kids];
  return { id: newId(), members, facts: factsOf({ mother, man, kids, marital }, random, newId) };
}

interface Household {
  readonly mother: MadeUpMember;
  readonly man: MadeUpMember | null;
  readonly kids: readonly MadeUpMember[];
  readonly marital: Marital;
}

const asserted = { kind: 'asserted' as const, by: 'person' as const };

function factsOf(
  { mother, man, kids, marital }: Household,
  random: Chance,
  newId: () => string,
): RecordedFact[] {
  const facts: RecordedFact[] = [
    { fact: 'life', value: { id: mother.id, life: { state: 'alive', evidence: asserted } } },
  ];
  if (man) {
    const isAway = random() < 0.35;
    const kind =
      marital === 'registered' || marital === 'cohabitation' ? marital : 'religious-monogamous';
    facts.push(
      {
        fact: 'life',
        value: {
          id: man.id,
          life: isAway
            ? {
                ...{
                  state: 'imprisoned',
                  since: { precision: 'year', date: '2019' },
                  place: 'prison',
                },
                expectedRelease: {
                  precision: 'month',
                  date: `${between(2027, 2029, random)}-${two(between(1, 12, random))}`,
                },
                evidence: { kind: 'documented', document: 'prison-certificate' },
              }
            : { state: 'alive', evidence: asserted },
        },
      },
      ...((mother.came
        ? [
            {
              fact: 'union',
              value: {
                ...{ id: newId(), kind, partners: [mother.id, man.id], from: null, end: null },
                evidence:
                  kind === 'registered'
                    ? { kind: 'documented', document: 'marriage-certificate' }
                    : asserted,
              },
            },
          ]
        : []) satisfies RecordedFact[]),
    );
  }
  for (const kid of kids) {
    for (const parent of [...(mother.came ? [mother] : []), ...(man ? [man] : [])]) {
      facts.push({
        fact: 'parentage',
        value: {
          ...{ id: newId(), parent: parent.id, child: kid.id, kind: 'biological' },
          evidence:
            random() < 0.7 ? { kind: 'documented', document: 'birth-certificate' } : asserted,
        },
      });
    }
    if (!mother.came) {
      facts.push({
        fact: 'care',
        value: {
          ...{ id: newId(), kind: 'guardianship', carer: mother.id, ward: kid.id },
          ...{ from: { precision: 'year', date: '2020' }, until: null },
          evidence: { kind: 'documented', document: 'guardianship-order' },
        },
      });
    }
  }
  const home = [mother, ...kids].map(({ id }) => ({ person: id, from: null, until: null }));
  facts.push({ fact: 'household', value: { id: newId(), members: home, evidence: asserted } });
  return facts;
}

function childAge(random: Chance): number {
  const [least, below] = weighted(CHILD_AGES, random).split('-').map(Number) as [number, number];
  return between(least, below - 1, random);
}

function birthIn(year: number, random: Chance): Birth {
  if (random() >= KNOWN_TO_THE_DAY)
    return { precision: pick(['year', 'about'], random), date: String(year) };
  return {
    precision: 'day',
    date: `${year}-${two(between(1, 12, random))}-${two(between(1, 28, random))}`,
  };
}

const two = (number: number): string => String(number).padStart(2, '0');
/** Roughly normal, mean 0 and deviation 1: the sum of twelve chances (Irwin and Hall). */
const spread = (random: Chance): number => {
  let sum = -6;
  for (let turn = 0; turn < 12; turn++) sum += random();
  return sum;
};
