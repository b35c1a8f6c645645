import type { demandsContract } from '@tirek/domain/privacy/demands';
import { castId } from '../../demo/cast.ts';
import type { MatrixInputs, MatrixWorld } from '../../test/matrix/world.ts';
import { rowsAsOwner } from '../../test/queries.ts';

const WHY = 'Қағазда тек мекенжайы сұралған.';

const demandOf = ({ newId, day }: MatrixWorld) => ({
  ...{ id: newId(), answerId: newId(), from: 'court' as const, basis: 'court-decision' as const },
  ...{ writtenOn: day(-2), receivedOn: day(-1), dueOn: day(3), asked: WHY },
  ...{ answer: 'less' as const, why: WHY },
});

/** A demand that Ruslan wrote down, with an answer that waits. */
async function recorded(world: MatrixWorld): Promise<{ demandId: string; answerId: string }> {
  const demand = demandOf(world);
  await world.app.as('ruslan').call('recordDemand', demand);
  return { demandId: demand.id, answerId: demand.answerId };
}

/** The same, decided by Dana, put there by the owner. */
async function decided(world: MatrixWorld, isAgreed: boolean) {
  const demand = await recorded(world);
  await rowsAsOwner(
    world.app.database,
    `insert into legal_demand_decision (answer_id, programme_id, demand_id, proposed_by, is_agreed, decided_by, decided_at)
     values ($1, $2, $3, $4, $5, $6, now())`,
    [
      ...[demand.answerId, world.programmeId, demand.demandId],
      ...[castId('ruslan'), isAgreed, castId('dana')],
    ],
  );
  return demand;
}

export const demandsMatrixInputs: MatrixInputs<keyof typeof demandsContract> = {
  async listDemands(world) {
    await world.once('demand', () => recorded(world));
    return {};
  },
  recordDemand: demandOf,
  async proposeDemandAnswer(world) {
    const { demandId } = await decided(world, false);
    return { id: world.newId(), demandId, answer: 'refused' as const, why: WHY };
  },
  async decideDemandAnswer(world) {
    return { id: world.newId(), ...(await recorded(world)), isAgreed: true, words: null };
  },
  async closeDemand(world) {
    const { demandId } = await decided(world, true);
    const closing = { telling: 'told' as const, barredBy: null };
    return { id: world.newId(), demandId, answeredOn: world.day(), ...closing };
  },
};
