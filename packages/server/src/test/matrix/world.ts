import { randomUUID } from 'node:crypto';
import type * as z from 'zod/mini';
import { programmeDay } from '../../programmes/index.ts';
import { foundProgramme } from '../../programmes/seed-programme.ts';
import { insertMarks } from '../queries.ts';
import type { TestApp } from '../test-app.ts';
import type { EndpointName, Endpoints, TestClient } from '../test-client.ts';
import { makePositions, type Position, positionId } from './positions.ts';

/**
 * Texts that stand in rows and show in answers who saw what. Put them into names and titles of the rows that the builders of
 * `matrix-inputs.ts` make: `programme` for what the whole programme may see, a region's where only that region may, and
 * `other` into every row of the other programme, where nobody but the stranger may ever see it.
 */
export const MARKS = {
  programme: 'Белгі-PROGRAMME',
  region: 'Белгі-REGION',
  elsewhere: 'Белгі-ELSEWHERE',
  other: 'Белгі-OTHER',
} as const;
export type Mark = keyof typeof MARKS;

/** What a builder of input has to hand. */
export interface MatrixWorld {
  readonly app: TestApp;
  readonly programmeId: string;
  /** Another programme on the same database, with an administrator who has everything there. */
  readonly otherProgrammeId: string;
  readonly otherAdministratorId: string;
  /** A browser of the one who holds every role in the other programme: to make rows there. */
  stranger(): TestClient;
  /** Today in the programme, moved by so many days: `YYYY-MM-DD`. */
  day(later?: number): string;
  newId(): string;
  /** Makes something once for the whole matrix: for what only is read. */
  once<T>(key: string, make: () => Promise<T>): Promise<T>;
}

/**
 * Builds valid input for one call by one position, against rows that exist. What a call uses up must be made anew each time
 * (an account to close); what is only read may be shared through `world.once`. Input of a builder that does not ask who calls
 * goes from whoever is refused to the next. Rows are made as the cast
 * (`world.app.as('dana').call(…)`) or by the owner, never as the position.
 */
export type MatrixInput<Name extends EndpointName> = (
  world: MatrixWorld,
  position: Position,
) => z.input<Endpoints[Name]['input']> | Promise<z.input<Endpoints[Name]['input']>>;

/** One builder for each endpoint of a contract. */
export type MatrixInputs<Name extends EndpointName> = { readonly [N in Name]: MatrixInput<N> };

/** Two programmes with marked rows, and everybody who might call. */
export async function matrixWorld(
  app: TestApp,
): Promise<{ world: MatrixWorld; positions: readonly Position[] }> {
  const { programmeId } = app;
  const other = await foundProgramme(
    app.database,
    {
      code: 'other',
      name: { kk: 'Басқа бағдарлама', ru: 'Другая программа', en: 'Another programme' },
      administrator: { signInName: 'stranger.admin', displayName: MARKS.other, language: 'ru' },
    },
    { origin: 'https://tirek.test', now: app.clock.now(), newId: randomUUID },
  );
  await insertMarks(app.database, [
    { programmeId, name: MARKS.programme },
    { programmeId: other.programmeId, name: MARKS.other },
  ]);
  const made = new Map<string, Promise<unknown>>();
  const world: MatrixWorld = {
    app,
    programmeId,
    otherProgrammeId: other.programmeId,
    otherAdministratorId: other.accountId,
    stranger: () => app.asAccount(positionId('stranger')),
    day: (later = 0) =>
      programmeDay(new Date(app.clock().getTime() + later * 86_400_000).toISOString()),
    newId: randomUUID,
    once<T>(key: string, make: () => Promise<T>): Promise<T> {
      if (!made.has(key)) made.set(key, make());
      return made.get(key) as Promise<T>;
    },
  };
  const positions = await makePositions(app.database, {
    programmeId,
    otherProgrammeId: other.programmeId,
  });
  return { world, positions };
}
