import { addDays } from '@tirek/domain/cases';
import { type AidKind, methodsOf, OWN_CENTRE, type SupportBegin } from '@tirek/domain/support';
import { between, type Chance, chance, madeUpUuid, pick } from './chance.ts';
import { madeUpConsents } from './consents.ts';
import type { MadeUpMember } from './family.ts';
import type { HeldFamily, TableRows } from './rows.ts';

type Kind = Pick<SupportBegin, 'kind' | 'method' | 'giver' | 'need'>;

/** Help of one kind, how many of those it is meant for got it within the year, and in how many meetings. */
interface Plan {
  readonly help: Kind;
  readonly share: number;
  readonly meetings: readonly [number, number];
}

const WOMEN: readonly Plan[] = [
  plan('counselling', 'problem-management', 'psychologist', 'distress', 0.22, [2, 7]),
  plan('counselling', 'supportive-talk', 'psychologist', 'distress', 0.2, [1, 6]),
  plan('group', 'self-help-plus', 'trained-helper', 'support', 0.18, [3, 6]),
  plan('peer', null, 'peer', 'support', 0.26, [1, 5]),
  plan('trade', null, 'trainer', 'work', 0.16, [2, 8]),
  plan('legal', null, 'social-worker', 'papers', 0.24, [1, 2]),
];
const MEN: readonly Plan[] = [
  plan('counselling', 'supportive-talk', 'psychologist', 'distress', 0.3, [1, 4]),
  plan('legal', null, 'social-worker', 'papers', 0.3, [1, 2]),
  plan('mentoring', null, 'social-worker', 'work', 0.3, [2, 6]),
];
const CHILDREN: readonly Plan[] = [
  plan('tutoring', null, 'teacher', 'school', 0.28, [3, 9]),
  plan('counselling', 'supportive-talk', 'psychologist', 'distress', 0.16, [1, 6]),
];
const ADOLESCENTS: readonly Plan[] = [
  ...CHILDREN,
  plan('group', 'youth-skills', 'trained-helper', 'distress', 0.25, [3, 7]),
];

function plan(
  kind: Kind['kind'],
  method: Kind['method'],
  giver: Kind['giver'],
  need: Kind['need'],
  share: number,
  meetings: Plan['meetings'],
): Plan {
  if (!methodsOf(kind).includes(method as never) && method !== null) {
    throw new RangeError(`${kind} is not given as ${method}.`);
  }
  return { help: { kind, method, giver, need }, share, meetings };
}

const AID: ReadonlyArray<readonly [AidKind, number, number]> = [
  ['food', 15_000, 45_000],
  ['fuel', 60_000, 110_000],
  ['school-things', 20_000, 60_000],
  ['clothes', 15_000, 50_000],
  ['medicine', 5_000, 40_000],
];
const WITH_AID = 0.45;
const ATTENDS = 0.86;
/** Days between two meetings of one course. */
const APART = 14;
const YEAR = 365;

/**
 * What the families of a made-up programme were given over the last year: meetings, who was there, and what was handed over. Only
 * people whose case is open and who agreed to a record were given anything. The same families and day make the same help.
 */
export function helpRowsOf(
  families: readonly HeldFamily[],
  { programmeId, today }: { readonly programmeId: string; readonly today: string },
): TableRows[] {
  const random = chance(45);
  const rows = { course: [] as Row[], session: [] as Row[], aid: [] as Row[] };
  for (const held of families) {
    const [opening] = held.entries;
    const [contact] = held.family.members;
    if (!opening || !contact) continue;
    const from = later(addDays(opening.recordedOn, 10), addDays(today, -YEAR));
    const agreed = madeUpConsents(held.family, { openedOn: opening.recordedOn, today });
    const people = new Set(agreed.map(({ personId }) => personId));
    const given = { held, from, today, programmeId, random };
    for (const member of held.family.members.filter(({ id }) => people.has(id))) {
      for (const { help, share, meetings } of plansFor(member, today)) {
        if (random() >= share) continue;
        const { course, sessions } = courseOf(member, help, between(...meetings, random), given);
        if (sessions.length === 0) continue;
        rows.course.push(course);
        rows.session.push(...sessions);
      }
    }
    if (people.has(contact.id) && from < today && random() < WITH_AID) {
      rows.aid.push(aidOf(contact, given));
    }
  }
  return [
    { table: 'support_course', rows: rows.course },
    { table: 'support_session', rows: rows.session },
    { table: 'material_aid', rows: rows.aid },
  ];
}

type Row = Record<string, unknown>;
interface Given {
  readonly held: HeldFamily;
  readonly from: string;
  readonly today: string;
  readonly programmeId: string;
  readonly random: Chance;
}

function plansFor({ birth, sex }: MadeUpMember, today: string): readonly Plan[] {
  const age = Number(today.slice(0, 4)) - Number(birth.date.slice(0, 4));
  if (age > 18) return sex === 'female' ? WOMEN : MEN;
  if (age > 10 && age < 15) return ADOLESCENTS;
  return age > 6 ? CHILDREN : [];
}

function courseOf(
  member: MadeUpMember,
  help: Kind,
  meetings: number,
  { held, from, today, programmeId, random }: Given,
): { course: Row; sessions: Row[] } {
  const courseId = madeUpUuid(random);
  const beganOn = addDays(from, between(0, YEAR, random));
  const sessions = Array.from({ length: meetings }, (_, at) => addDays(beganOn, at * APART))
    .filter((heldOn) => heldOn < today)
    .map((heldOn) => ({
      ...{ id: madeUpUuid(random), programme_id: programmeId, course_id: courseId },
      ...{ person_id: member.id, held_on: heldOn, minutes: pick([45, 50, 60, 90], random) },
      attendance: random() < ATTENDS ? 'attended' : pick(['missed', 'cancelled-by-her'], random),
      language: member.languages[0] === 'kk' ? 'kk' : 'ru',
      ...recorded(held.holder, heldOn),
    }));
  const course = {
    ...{ id: courseId, programme_id: programmeId, person_id: member.id, is_for_family: false },
    ...{ ...help, provider_kind: OWN_CENTRE, began_on: beganOn },
    group_id: help.kind === 'group' ? madeUpUuid(random) : null,
    ...recorded(held.holder, beganOn),
  };
  return { course, sessions };
}

function aidOf(contact: MadeUpMember, { held, from, today, programmeId, random }: Given): Row {
  const [kind, least, most] = pick(AID, random);
  const day = addDays(from, between(0, YEAR, random));
  const handedOn = day < today ? day : from;
  return {
    ...{ id: madeUpUuid(random), programme_id: programmeId, person_id: contact.id },
    ...{ is_for_family: kind !== 'medicine', kind, amount: between(least, most, random) },
    ...{ currency: 'KZT', need: null, handed_on: handedOn, is_given: true },
    ...recorded(held.holder, handedOn),
  };
}

/** Written down by whoever holds the family, on the same day in the afternoon. */
const recorded = (holder: string, on: string) => ({
  ...{ recorded_by: holder, recorded_on: on, recorded_at: `${on}T11:00:00.000Z` },
});

const later = (one: string, other: string): string => (one > other ? one : other);
