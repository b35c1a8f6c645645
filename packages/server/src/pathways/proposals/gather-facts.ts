import type { SignedInActor } from '@tirek/domain/access';
import type { Assessment } from '@tirek/domain/assessments';
import type { Pathway, PathwayFacts } from '@tirek/domain/pathways';
import { factsOf } from '@tirek/domain/pathways/proposals';
import { birthRange } from '@tirek/domain/people';
import { contactsOf } from '@tirek/domain/support';
import { loadBareCases } from '../../cases/index.ts';
import type { Tx } from '../../db/database.ts';
import { type KeyFor, listFamilyIdsOf, openIdentitiesOf } from '../../people/index.ts';
import { loadBareSupport } from '../../support/index.ts';
import { FORMS_ON_SAFETY } from '../in-force.ts';
import { dangersOf } from '../safety/index.ts';
import type { LoadedSteps } from './load-steps.ts';

/** Whether an answer to this instrument may tell of danger. */
export const isOnSafety = (formCode: string): boolean => FORMS_ON_SAFETY.has(formCode);

/** Whoever holds families here works at a centre of psychological support; others are referred to. */
const AT_A_CENTRE: PathwayFacts['provider'] = { scope: 'support-centre', without: [] };

interface Asking {
  readonly tx: Tx;
  readonly actor: SignedInActor;
  readonly keyFor: KeyFor;
  readonly today: string;
}

/** All that is known of somebody within reach and that a pathway may ask about. */
export async function gatherFacts(
  asking: Asking,
  {
    personId,
    assessments,
    steps,
    pathway,
  }: {
    readonly personId: string;
    readonly assessments: readonly Assessment[];
    readonly steps: LoadedSteps;
    readonly pathway: Pathway;
  },
): Promise<PathwayFacts> {
  const { tx, actor, keyFor, today } = asking;
  const birth = (await openIdentitiesOf(tx, [personId], keyFor)).get(personId)?.birth ?? null;
  const cases = await loadBareCases(asking, await listFamilyIdsOf(tx, personId));
  const given = (await loadBareSupport(tx, actor, [personId])).get(personId);
  return factsOf(
    {
      ...{ personId, assessments, steps, decisions: steps.decisions },
      ...{ formsOnSafety: FORMS_ON_SAFETY, provider: AT_A_CENTRE },
      dangers: await dangersOf(tx, actor, personId),
      meetings: given ? contactsOf(given) : [],
      born: birth && birthRange(birth),
      families: cases.map(({ family, familyCase, life }) => ({
        ...{ familyCase, life, members: family.members },
      })),
    },
    { pathway, today },
  );
}
