import { foldCase } from '@tirek/domain/cases';
import type { StepOutcome } from '@tirek/domain/pathways';
import { useRead } from '../../api/use-read.ts';
import { isUnsent, proposedOnDevice } from './on-device.ts';

/** What the pathway proposes for answers that wait on this device; null where none wait. */
export function useDeviceProposal(personId: string): StepOutcome | null {
  const asked = useRead('listAssessments', { personId });
  const isWanted = asked.data?.assessments.some(isUnsent) ?? false;
  const person = useRead('getPerson', { personId }, { isWanted });
  const [family] = person.data?.families ?? [];
  const familyId = family?.id ?? '';
  const ofCase = useRead('getCase', { familyId }, { isWanted: isWanted && familyId !== '' });
  const safety = useRead('listSafetyEventsOf', { personId }, { isWanted });
  const support = useRead('listSupport', { personId }, { isWanted });
  const steps = useRead('listSteps', { personId });
  const pathway = useRead('getPathway', {});
  if (!isWanted || !asked.data || !pathway.data) return null;
  const { today, born, assessments } = asked.data;
  const { inForce, forms } = pathway.data;
  return proposedOnDevice({
    ...{ personId, today, forms, born, assessments, pathway: inForce.pathway },
    safety: safety.data ?? null,
    steps: steps.data ?? null,
    support: support.data ?? null,
    families: ofCase.data
      ? [
          {
            familyCase: foldCase(ofCase.data.entries),
            life: ofCase.data.life,
            members: ofCase.data.family.members,
          },
        ]
      : null,
  });
}
