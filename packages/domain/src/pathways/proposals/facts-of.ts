import { type Assessment, standingAssessments } from '../../assessments/index.ts';
import {
  addMonths,
  type EntryOf,
  type FamilyCase,
  type FamilyLife,
  type NeedCategory,
} from '../../cases/index.ts';
import { ageRange, type BornBetween } from '../../consents/index.ts';
import { type Birth, birthRange } from '../../people/index.ts';
import type { SupportContact } from '../../support/index.ts';
import type { Pathway } from '../pathway.ts';
import type { AssessmentFacts, PathwayFacts } from '../pathway-facts.ts';
import { weightOf } from '../steps.ts';
import type { PersonSteps } from './person-steps.ts';
import type { StepDecision } from './step-proposal.ts';

type Signal = NonNullable<PathwayFacts['signals']>[number];

/** A family of hers, as far as it is at hand. */
export interface KnownFamily {
  readonly familyCase: Pick<FamilyCase, 'status' | 'needs' | 'notes'>;
  readonly life: FamilyLife;
  readonly members: ReadonlyArray<{ readonly personId: string; readonly birth: Birth | null }>;
}

/** What is at hand about one person; null is what is not. */
export interface KnownOfPerson {
  readonly personId: string;
  /** All of them, those that were corrected too. */
  readonly assessments: ReadonlyArray<
    Pick<Assessment, 'id' | 'formCode' | 'informant' | 'takenOn' | 'scores' | 'conclusions'> &
      Pick<Assessment, 'sealed' | 'supersedes'>
  >;
  /** Instruments of which an answer may tell of danger. */
  readonly formsOnSafety: ReadonlySet<string>;
  /** Every safety event about her, and whether it is over. */
  readonly dangers: ReadonlyArray<Signal & { readonly isOver: boolean }> | null;
  readonly born: BornBetween | null;
  readonly families: readonly KnownFamily[] | null;
  /** Meetings of the help she gets, come to or missed. */
  readonly meetings: readonly SupportContact[] | null;
  readonly steps: Pick<PersonSteps, 'standing' | 'functioning'>;
  readonly decisions: readonly StepDecision[];
  readonly provider: PathwayFacts['provider'];
}

/** A step from which on there was a risk, whatever came afterwards. */
const RISKY_WEIGHT = 3;
const TALKS: ReadonlySet<string> = new Set(['contact', 'visit', 'call']);

/** The facts that a pathway judges, out of what the register, the case and the questionnaires tell; the same on server and device. */
export function factsOf(
  known: KnownOfPerson,
  { pathway, today }: { readonly pathway: Pick<Pathway, 'freshMonths'>; readonly today: string },
): PathwayFacts {
  const freshSince = addMonths(today, -pathway.freshMonths);
  const standing = standingAssessments(known.assessments);
  const isAskedOfSafety = standing.some(
    ({ formCode, takenOn }) => takenOn >= freshSince && known.formsOnSafety.has(formCode),
  );
  const { functioning } = known.steps;
  const cases = known.families?.filter(({ familyCase }) => familyCase.status !== 'none') ?? [];
  return {
    assessments: standing.map(assessmentFacts),
    signals: signalsOf(known.dangers, { isAskedOfSafety }),
    age: known.born && exactAge(known.born, today),
    functioning: functioning && functioning.on >= freshSince ? functioning.level : null,
    needs: cases.length === 0 ? null : cases.flatMap((each) => openNeeds(each, known.personId)),
    events: known.families?.flatMap((family) => eventsIn(family, known.personId, today)) ?? null,
    missedContacts: missedContacts(cases, known),
    standing: known.steps.standing,
    riskBefore: riskBefore(known),
    provider: known.provider,
  };
}

function assessmentFacts({
  id,
  formCode,
  informant,
  takenOn,
  ...told
}: KnownOfPerson['assessments'][number]): AssessmentFacts {
  const { scores, conclusions, sealed } = told;
  const chosen = Object.entries(sealed?.answers ?? {}).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return {
    ...{ id, form: formCode, informant, takenOn },
    scores: scores
      .filter(({ row }) => row === undefined)
      .map((score) =>
        score.kind === 'scored'
          ? { scale: score.scale, value: score.value, bands: score.bands }
          : { scale: score.scale, value: null, bands: [] },
      ),
    conclusions: conclusions
      .filter(({ row }) => row === undefined)
      .map(({ conclusion, outcome }) => ({ conclusion, outcome })),
    items: sealed && Object.fromEntries(chosen),
  };
}

/** That nothing stands is known only where somebody asked. */
function signalsOf(
  dangers: KnownOfPerson['dangers'],
  { isAskedOfSafety }: { isAskedOfSafety: boolean },
): PathwayFacts['signals'] {
  if (dangers === null) return null;
  const open = dangers.filter(({ isOver }) => !isOver);
  if (open.length === 0 && !isAskedOfSafety) return null;
  return open.map(({ kind, urgency }) => ({ kind, urgency }));
}

/** Null where she may be of two ages, as far as her birth is known. */
function exactAge(born: BornBetween, today: string): number | null {
  const { atLeast, atMost } = ageRange(born, today);
  return atLeast === atMost ? atLeast : null;
}

const isAbout = (personId: string) => (entry: EntryOf<'need'> | EntryOf<'note'>) =>
  entry.personId === null || entry.personId === personId;

function openNeeds({ familyCase }: KnownFamily, personId: string): NeedCategory[] {
  if (familyCase.status === 'closed') return [];
  return familyCase.needs
    .map(({ newest }) => newest)
    .filter(isAbout(personId))
    .filter(({ state }) => state === 'open')
    .map(({ value }) => value.category);
}

function eventsIn({ life, members }: KnownFamily, personId: string, today: string) {
  const releases = life.imprisoned.flatMap(({ release }) => {
    const range = release && birthRange(release);
    if (!range || range.to < today) return [];
    return [{ event: 'release-ahead' as const, on: range.from > today ? range.from : today }];
  });
  const births = members.flatMap((member) =>
    member.personId !== personId && member.birth?.precision === 'day'
      ? [{ event: 'birth' as const, on: member.birth.date }]
      : [],
  );
  const others = life.events.map(({ kind, on }) => ({
    event: kind === 'moved' ? ('move' as const) : ('death' as const),
    on,
  }));
  return [...releases, ...births, ...others];
}

/**
 * How many of the last contacts in a row met nobody; one that was put off counts neither way. Meetings of the help she gets are
 * contacts too, unless a note tells of the same day already. Null where none was written down.
 */
function missedContacts(
  cases: readonly KnownFamily[],
  { personId, meetings }: Pick<KnownOfPerson, 'personId' | 'meetings'>,
): number | null {
  const noted = cases
    .flatMap(({ familyCase }) => familyCase.notes.map(({ newest }) => newest))
    .filter(isAbout(personId))
    .filter(({ value }) => TALKS.has(value.form) && value.outcome !== 'postponed')
    .map(({ value, recordedAt }) => ({
      ...{ heldOn: value.heldOn, recordedAt, isMet: value.outcome === 'met' },
    }));
  const days = new Set(noted.map(({ heldOn }) => heldOn));
  const contacts = [
    ...noted,
    ...(meetings ?? []).filter(({ heldOn }) => !days.has(heldOn)),
  ].toSorted((a, b) => (`${a.heldOn} ${a.recordedAt}` < `${b.heldOn} ${b.recordedAt}` ? 1 : -1));
  if (contacts.length === 0) return null;
  const met = contacts.findIndex(({ isMet }) => isMet);
  return met === -1 ? contacts.length : met;
}

function riskBefore({ dangers, decisions }: KnownOfPerson): boolean | null {
  const stood = decisions.some(
    (each) => 'step' in each && each.step !== undefined && weightOf(each.step) >= RISKY_WEIGHT,
  );
  if (stood || (dangers?.length ?? 0) > 0) return true;
  return dangers === null ? null : false;
}
