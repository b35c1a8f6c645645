import { addDays, EVENT_DAYS, type FamilyLife, recentEvents } from '@tirek/domain/cases';
import type { Family } from '@tirek/domain/people';
import type { Tx } from '../db/database.ts';
import { programmeDay } from '../programmes/index.ts';
import { listLives, listMoves } from './queries.ts';

/** What happens in the lives of some families, by family; `gone` are those who have died. */
export async function loadLives(
  tx: Tx,
  { families, today }: { families: readonly Family[]; today: string },
): Promise<{
  readonly lives: ReadonlyMap<string, FamilyLife>;
  readonly gone: ReadonlySet<string>;
}> {
  const people = families.flatMap(({ members }) => members.map(({ personId }) => personId));
  const standing = new Map((await listLives(tx, people)).map((each) => [each.personId, each]));
  const since = addDays(today, -EVENT_DAYS.ago);
  const moves = Map.groupBy(await listMoves(tx, { people, since }), ({ personId }) => personId);
  const lives = families.map(({ id, members }): [string, FamilyLife] => {
    const told = members.flatMap(({ personId }) => standing.get(personId) ?? []);
    const moved = members.flatMap(({ personId }) => moves.get(personId) ?? []);
    const events = [
      ...moved.map(({ on }) => ({
        kind: 'moved' as const,
        on: { precision: 'day' as const, date: on },
      })),
      ...told.flatMap(({ life }) =>
        life?.state === 'deceased' ? [{ kind: 'died' as const, on: life.on }] : [],
      ),
    ];
    const imprisoned = told.flatMap(({ personId, life, recordedAt }) =>
      life?.state === 'imprisoned'
        ? [
            {
              ...{ personId, since: life.since, release: life.expectedRelease },
              recordedOn: programmeDay(recordedAt),
            },
          ]
        : [],
    );
    return [id, { imprisoned, events: recentEvents(events, today) }];
  });
  const gone = [...standing.values()].filter(({ life }) => life?.state === 'deceased');
  return { lives: new Map(lives), gone: new Set(gone.map(({ personId }) => personId)) };
}
