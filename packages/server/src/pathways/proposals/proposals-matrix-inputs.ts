import type { proposalsContract } from '@tirek/domain/pathways/proposals';
import { settings } from '../../consents/consents-matrix-inputs.ts';
import { castId } from '../../demo/cast.ts';
import { standing } from '../../people/people-matrix-inputs.ts';
import type { Position } from '../../test/matrix/positions.ts';
import type { MatrixInputs, MatrixWorld } from '../../test/matrix/world.ts';
import { rowsAsOwner } from '../../test/queries.ts';

const OUTCOME = {
  ...{ step: '4', reason: 'rule', rule: 'clinical-range', witnesses: [], withinHours: 336 },
  ...{ offers: [], acts: 'specialist', beside: [], missing: [] },
};

/** Somebody who agreed to screening and for whom a step was proposed: of a supervisor her team's, of everybody else his own. */
const proposed = async (world: MatrixWorld, position: Position) => {
  const { also, ofTeam } = await standing(world, position);
  const { personId } = position.name.startsWith('supervisor') ? ofTeam : also;
  await world.once(`steps ${personId}`, async () => {
    await settings(world);
    const { app, programmeId, newId } = world;
    await rowsAsOwner(
      app.database,
      `insert into consent (id, programme_id, person_id, purpose, party, decision, needs, mode, language, text_version,
         settings_version, given_on, is_witnessed, recorded_by, recorded_at)
       values ($1, $2, $3, 'screening', 'person', 'given', '{person}', 'written', 'kk', 'screening-1', 1, $4, false, $5, now())`,
      [newId(), programmeId, personId, world.day(-1), castId('saule')],
    );
  });
  const [row] = await rowsAsOwner<{ id: string }>(
    world.app.database,
    `insert into step_proposal (id, programme_id, person_id, outcome, counts_from, counts_on, made_by, made_at, made_on)
     select $1, $2, $3, $4, $5::timestamptz, ($5::timestamptz at time zone 'UTC')::date, $6,
       greatest($5::timestamptz, (select max(made_at) from step_proposal where person_id = $3) + interval '1 millisecond'),
       ($5::timestamptz at time zone 'UTC')::date
     returning id`,
    [
      ...[world.newId(), world.programmeId, personId, JSON.stringify(OUTCOME)],
      ...[world.app.clock.now(), castId('saule')],
    ],
  );
  return { personId, proposalId: row?.id ?? '' };
};

export const proposalsMatrixInputs: MatrixInputs<keyof typeof proposalsContract> = {
  async listSteps(world, position) {
    const { personId } = await proposed(world, position);
    return { personId };
  },
  async proposeStep(world, position) {
    const { personId } = await proposed(world, position);
    return { id: world.newId(), personId };
  },
  async decideStep(world, position) {
    const { personId, proposalId } = await proposed(world, position);
    const decision = {
      ...({ kind: 'declined', reason: 'own-wish', wish: 'not-now' } as const),
      ...{ functioning: null, words: null },
    };
    return { id: world.newId(), personId, proposalId, basedOn: 0, decision };
  },
  async listCareGaps(world, position) {
    await proposed(world, position);
    return {};
  },
  countCareGaps: () => ({}),
};
