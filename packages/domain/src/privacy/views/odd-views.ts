import type { OddViewKind } from './contract.ts';

/** One look of one account at one person, as the log tells of it. */
export interface Look {
  readonly accountId: string;
  readonly personId: string;
  /** UTC instant. */
  readonly at: string;
  /** At somebody whom others hold. */
  readonly isElsewhere: boolean;
  /** She bears a family name that the account bears too. */
  readonly isNamesake: boolean;
}

export interface OddView {
  readonly kind: OddViewKind;
  readonly accountId: string;
  readonly people: readonly string[];
  readonly looks: number;
  readonly lastAt: string;
}

/** From so many on a pattern is raised. A practitioner with sixty families opens a few dozen people on her busiest day. */
const MANY_ELSEWHERE_A_DAY = 5;
const MANY_PEOPLE_A_DAY = 60;
const SAME_PERSON_ELSEWHERE = 3;
const AT_NIGHT = 3;
/** Night in Kazakhstan, UTC+5: from ten to six. */
const UTC_OFFSET_HOURS = 5;
const NIGHT_FROM = 22;
const NIGHT_UNTIL = 6;

/**
 * What a data protection officer might ask a colleague about. None of it proves anything: it says where to look, and of whom
 * only an id.
 */
export function oddViews(looks: readonly Look[]): OddView[] {
  const found = [...groupedBy(looks, ({ accountId }) => accountId)].flatMap(([accountId, own]) => {
    const elsewhere = own.filter(({ isElsewhere }) => isElsewhere);
    const days = [...groupedBy(own, ({ at }) => localDay(at)).values()];
    const daysElsewhere = [...groupedBy(elsewhere, ({ at }) => localDay(at)).values()];
    const people = [...groupedBy(elsewhere, ({ personId }) => personId).values()];
    const atNight = own.filter(({ at }) => isNight(at));
    return [
      raised(
        'namesake',
        elsewhere.filter(({ isNamesake }) => isNamesake),
      ),
      raised('many-elsewhere', daysElsewhere.filter(hasPeople(MANY_ELSEWHERE_A_DAY)).flat()),
      raised('same-elsewhere', people.filter((one) => one.length >= SAME_PERSON_ELSEWHERE).flat()),
      raised('many-people', days.filter(hasPeople(MANY_PEOPLE_A_DAY)).flat()),
      raised('at-night', atNight.length >= AT_NIGHT ? atNight : []),
    ].flatMap((odd) => (odd ? [{ ...odd, accountId }] : []));
  });
  return found.sort((a, b) => (a.lastAt < b.lastAt ? 1 : -1));
}

/** As `Map.groupBy`, which older browsers that run this package do not have. */
function groupedBy(looks: readonly Look[], keyOf: (look: Look) => string): Map<string, Look[]> {
  const groups = new Map<string, Look[]>();
  for (const look of looks) {
    const key = keyOf(look);
    const group = groups.get(key);
    if (group) group.push(look);
    else groups.set(key, [look]);
  }
  return groups;
}

const hasPeople = (count: number) => (looks: readonly Look[]) =>
  new Set(looks.map(({ personId }) => personId)).size >= count;

function raised(kind: OddViewKind, looks: readonly Look[]): Omit<OddView, 'accountId'> | null {
  const lastAt = looks
    .map(({ at }) => at)
    .sort()
    .at(-1);
  if (lastAt === undefined) return null;
  const people = [...new Set(looks.map(({ personId }) => personId))];
  return { kind, people, looks: looks.length, lastAt };
}

const local = (at: string): Date => new Date(Date.parse(at) + UTC_OFFSET_HOURS * 3_600_000);
const localDay = (at: string): string => local(at).toISOString().slice(0, 10);
function isNight(at: string): boolean {
  const hour = local(at).getUTCHours();
  return hour >= NIGHT_FROM || hour < NIGHT_UNTIL;
}
