import type { familyGraphContract } from '@tirek/domain/people/family-graph';
import type { Position } from '../../test/matrix/positions.ts';
import type { MatrixInputs, MatrixWorld } from '../../test/matrix/world.ts';
import { rowsAsOwner } from '../../test/queries.ts';
import { standing } from '../people-matrix-inputs.ts';

/** A family that no other builder takes anybody out of: of a supervisor her team's, of everybody else his own. */
const drawn = async (world: MatrixWorld, position: Position) => {
  const { also, ofTeam } = await standing(world, position);
  return position.name.startsWith('supervisor') ? ofTeam : also;
};

const EVIDENCE = { kind: 'asserted', by: 'relative' } as const;

export const familyGraphMatrixInputs: MatrixInputs<keyof typeof familyGraphContract> = {
  async getFamilyGraph(world, position) {
    const { familyId } = await drawn(world, position);
    return { familyId };
  },
  async getGenogramFile(world, position) {
    const { familyId } = await drawn(world, position);
    return { familyId, language: 'kk' as const };
  },
  async recordFamilyFact(world, position) {
    const { familyId, personId } = await drawn(world, position);
    const value = {
      id: world.newId(),
      members: [{ person: personId, from: null, until: null }],
      evidence: EVIDENCE,
    };
    const fact = { fact: 'household' as const, value };
    return {
      id: world.newId(),
      familyId,
      basedOn: 0,
      fact,
      confirmed: ['two-households' as const],
    };
  },
  async withdrawFamilyFact(world, position) {
    const { app, programmeId, newId } = world;
    const { familyId, personId } = await drawn(world, position);
    const factId = newId();
    const value = { id: factId, members: [], evidence: EVIDENCE };
    await rowsAsOwner(
      app.database,
      `insert into family_fact (id, programme_id, family_id, fact, subject_id, version, people, value, recorded_by, recorded_at)
       select $1, $2, family.id, 'household', $3, 1, array[$4::uuid], $5, family.made_by, now()
       from family where family.id = $6`,
      [newId(), programmeId, factId, personId, JSON.stringify(value), familyId],
    );
    return { id: newId(), familyId, factId, kind: 'household' as const, basedOn: 1 };
  },
};
