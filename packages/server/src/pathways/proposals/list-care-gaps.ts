import type { SignedInActor } from '@tirek/domain/access';
import type { OutputOf } from '@tirek/domain/contract';
import {
  compareWaiting,
  distressOf,
  isAssigned,
  type proposalsContract,
  unevaluatedOf,
  waitingOf,
} from '@tirek/domain/pathways/proposals';
import { type Family, fullName } from '@tirek/domain/people';
import { type LoadedCase, loadBareCases } from '../../cases/index.ts';
import type { Tx } from '../../db/database.ts';
import { type KeyFor, listFamilyRows, listMembers, listWithPeer } from '../../people/index.ts';
import { programmeDay } from '../../programmes/index.ts';
import { pathwayInForce } from '../in-force.ts';
import { type LoadedSteps, loadSteps } from './load-steps.ts';

type Gaps = OutputOf<(typeof proposalsContract)['listCareGaps']>;

interface Asking {
  readonly tx: Tx;
  readonly actor: SignedInActor;
  readonly now: string;
  readonly keyFor: KeyFor;
}

/** Somebody for whom something was proposed, in one of her families. */
interface Known {
  readonly personId: string;
  readonly whom: Pick<Gaps['waiting'][number], 'person' | 'family'>;
  readonly steps: LoadedSteps;
  readonly cases: readonly LoadedCase[];
}

/** Where care stops short for the people within reach. */
export async function listCareGaps(asking: Asking): Promise<Gaps> {
  const { tx, actor, now } = asking;
  const today = programmeDay(now);
  const { evaluationDays } = (await pathwayInForce(tx, actor)).pathway;
  const known = await knownPeople(asking, today);
  const withPeer = await listWithPeer(
    tx,
    actor,
    known.map(({ personId }) => personId),
  );
  return {
    ...{ now, today, evaluationDays },
    waiting: known
      .flatMap((each) => waitingFor(each, { now, by: actor.accountId }))
      .toSorted(compareWaiting),
    unevaluated: known
      .flatMap(({ whom, steps }) => {
        const gap = unevaluatedOf(steps, { evaluationDays, today });
        return gap ? [{ ...whom, ...gap }] : [];
      })
      .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1)),
    unassigned: known.flatMap(({ personId, whom, steps, cases }) => {
      const step = distressOf(steps);
      const hasPeer = withPeer.has(personId);
      const own = cases.map(({ familyCase }) => familyCase);
      return step === null || isAssigned({ personId, hasPeer }, own) ? [] : [{ ...whom, step }];
    }),
  };
}

/** It is the holder's to decide; once somebody asked for another look, everybody's but of whom it is about. */
function waitingFor(
  { whom, steps }: Known,
  { now, by }: { now: string; by: string },
): Gaps['waiting'] {
  const waiting = waitingOf(steps, now);
  if (!waiting || !steps.current) return [];
  const isForMe = steps.notBy === null ? whom.family.isOwn : steps.notBy !== by;
  const { outcome, madeAt } = steps.current;
  return [{ ...whom, ...waiting, step: outcome.step, madeAt, isForMe }];
}

/** Everybody within reach for whom something was proposed and who lives, each once. */
async function knownPeople(asking: Asking, today: string): Promise<Known[]> {
  const { tx, actor } = asking;
  const rows = await listFamilyRows(tx, actor);
  const holders = new Map(rows.map(({ id, holderId }) => [id, holderId]));
  const members = await listMembers(tx, [...holders.keys()]);
  const people = [...new Set(members.map(({ personId }) => personId))];
  const steps = await loadSteps(tx, actor, people);
  const concerned = members.filter(({ personId }) => steps.has(personId));
  const familyIds = [...new Set(concerned.map(({ familyId }) => familyId))];
  const cases = await loadBareCases({ ...asking, today }, familyIds);
  return [...steps].flatMap(([personId, own]) => {
    const hers = cases.filter(({ family }) => membersOf(family).includes(personId));
    const [first] = hers;
    if (!first || first.gone.has(personId)) return [];
    return [{ personId, steps: own, cases: hers, whom: whomOf(personId, first.family, holders) }];
  });
}

const membersOf = ({ members }: Family): string[] => members.map(({ personId }) => personId);

function whomOf(
  personId: string,
  family: Family,
  holders: ReadonlyMap<string, string>,
): Known['whom'] {
  const { id, holder, isOwn, members } = family;
  const name = members.find((member) => member.personId === personId)?.name;
  return {
    person: { id: personId, name: name ? fullName(name) : '' },
    family: { id, holder, holderId: holders.get(id) ?? '', isOwn },
  };
}
