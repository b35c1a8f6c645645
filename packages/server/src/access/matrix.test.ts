import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../app.ts';
import type { Route } from '../http/handler.ts';
import { CHANNELS_TO_NOWHERE } from '../messages/test/test-messages.ts';
import { disagreement, type ReviewedRow } from '../test/matrix/judge.ts';
import type { Position } from '../test/matrix/positions.ts';
import { type MatrixWorld, matrixWorld } from '../test/matrix/world.ts';
import { type TestApp, testApp } from '../test/test-app.ts';
import reviewed from './matrix.expected.json' with { type: 'json' };
import { MATRIX_INPUTS } from './matrix-inputs.ts';

const EXPECTED: Readonly<Record<string, ReviewedRow>> = reviewed;
/** Those without a row or a builder have failed above. */
const REVIEWED = routes.filter(({ name }) => EXPECTED[name] && MATRIX_INPUTS[name]);
const FILE = 'packages/server/src/access/matrix.expected.json';
const INPUTS = 'packages/server/src/<feature>/<feature>-matrix-inputs.ts';

describe('the reviewed file', () => {
  it.each(routes.map(({ name }) => name))('has a row for %s', (name) => {
    expect(
      EXPECTED[name],
      `Nobody has reviewed who may call ${name}. Add a row to ${FILE}: the words "anyone", "signed-in", "half", "set-up", ` +
        `"locked", "visitor", "nobody", "stranger", a role, or a role "@programme" or "@region", each with the marks that the ` +
        `caller sees (test/matrix/world.ts), and "ships-with-program" where the answer is not made of rows alone. Everybody not named is expected to be refused. Write what the design asks ` +
        '(design.md sections 2 and 3), not what the program does today.',
    ).toBeDefined();
    expect(
      MATRIX_INPUTS[name],
      `Nobody says how to call ${name}. Add a builder of valid input to ${INPUTS} and name the file in access/matrix-inputs.ts.`,
    ).toBeDefined();
  });

  it('has no row for an endpoint that is gone', () => {
    const names = new Set(routes.map(({ name }) => name));
    expect(Object.keys(EXPECTED).filter((name) => !names.has(name))).toEqual([]);
    expect(Object.keys(MATRIX_INPUTS).filter((name) => !names.has(name))).toEqual([]);
  });
});

describe.each([
  ['with both locks', true],
  ['with the verb lock off, so that the database policy holds alone', false],
])('every role in every scope at every endpoint, %s', (_, isVerbLocked) => {
  let app: TestApp;
  let world: MatrixWorld;
  let positions: readonly Position[];
  beforeAll(async () => {
    app = await testApp({ locks: { verb: isVerbLocked }, messages: CHANNELS_TO_NOWHERE });
    ({ world, positions } = await matrixWorld(app));
  });
  afterAll(() => app[Symbol.asyncDispose]());

  it.each(REVIEWED)('$name', async (route) => {
    const row = EXPECTED[route.name] ?? {};
    // Failures of one position count towards a lock-out for a day, which is not what is asked here.
    app.clock.advance(25 * 60);
    const wrong: string[] = [];
    const callOf = callsOf(route);
    for (const position of positions) {
      const answer = await ask(route, position, callOf);
      const asked = { endpoint: route.endpoint, isVerbLocked };
      const complaint = disagreement(row, position.name, answer, asked);
      if (complaint) wrong.push(`${position.name} ${complaint}`);
    }
    expect(wrong, app.log.map((line) => String(line.error)).join('\n')).toEqual([]);
    app.log.length = 0;
  });

  async function ask({ name }: Route, position: Position, callOf: Calls) {
    const input = await callOf.next(position);
    const client = position.accountId
      ? app.asAccount(position.accountId, position.awaited)
      : app.visitor();
    const answer = await client.raw(name, input);
    if (REFUSED.includes(answer.status)) callOf.wasRefused(input);
    return answer;
  }

  /** What nobody in particular asks, and what a refused call has not used up, the next one asks as well. */
  function callsOf({ name }: Route): Calls {
    const build = MATRIX_INPUTS[name] as NonNullable<(typeof MATRIX_INPUTS)[string]>;
    let left: Input | null = null;
    return {
      async next(position) {
        const input = left ?? ((await build(world, position)) as Input);
        left = null;
        return input;
      },
      wasRefused(input) {
        if (build.length < 2) left = input;
      },
    };
  }
});

type Input = Record<string, unknown>;

/** The calls of one endpoint, one after the other. */
interface Calls {
  next(position: Position): Promise<Input>;
  wasRefused(input: Input): void;
}

/** Answers after which nothing can have changed. */
const REFUSED: readonly number[] = [401, 403, 404];
