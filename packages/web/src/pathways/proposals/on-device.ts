import type { Assessment } from '@tirek/domain/assessments';
import type { OutputOf } from '@tirek/domain/contract';
import { type Answers, concludeForm, findForm, signalsOf } from '@tirek/domain/instruments';
import { type FormOutline, type Pathway, type StepOutcome, stepOf } from '@tirek/domain/pathways';
import {
  factsOf,
  foldSteps,
  isAskedBy,
  type KnownOfPerson,
  type proposalsContract,
} from '@tirek/domain/pathways/proposals';
import { foldSafety, type safetyContract } from '@tirek/domain/pathways/safety';
import { contactsOf, type SupportRecords } from '@tirek/domain/support';

/** What of one person lies on the device; null is what does not. */
export interface OnDevice {
  readonly personId: string;
  readonly today: string;
  readonly pathway: Pathway;
  readonly forms: readonly FormOutline[];
  readonly born: KnownOfPerson['born'];
  readonly assessments: readonly Assessment[];
  readonly safety: OutputOf<(typeof safetyContract)['listSafetyEventsOf']> | null;
  readonly steps: Pick<
    OutputOf<(typeof proposalsContract)['listSteps']>,
    'proposals' | 'decisions'
  > | null;
  readonly families: KnownOfPerson['families'];
  readonly support: SupportRecords | null;
}

/** Whether a questionnaire was written down here and has not been sent: its account is not told with what waits. */
export const isUnsent = ({ recordedBy }: Assessment): boolean => recordedBy === '';

/**
 * The step that the pathway proposes by what the device knows, for a questionnaire that it has not sent; null where none waits that
 * the pathway asks about. The same function decides as on the server; what is not at hand counts as not known.
 */
export function proposedOnDevice(device: OnDevice): StepOutcome | null {
  const { personId, today, pathway, forms, born, families } = device;
  const formsOnSafety = new Set(
    forms.filter(({ asksSafety }) => asksSafety).map(({ code }) => code),
  );
  const unsent = device.assessments.filter(isUnsent);
  const codes = unsent.map(({ formCode }) => formCode);
  if (!isAskedBy(pathway, codes) && !codes.some((code) => formsOnSafety.has(code))) return null;
  const { proposals = [], decisions = [] } = device.steps ?? {};
  const facts = factsOf(
    {
      ...{ personId, born, families, formsOnSafety, decisions },
      assessments: device.assessments.map(withConclusions),
      dangers: dangersOf(device, unsent),
      meetings: device.support && contactsOf(device.support),
      steps: foldSteps(proposals, decisions),
      // Whoever takes families along works at a centre of psychological support.
      provider: { scope: 'support-centre', without: [] },
    },
    { pathway, today },
  );
  return stepOf(pathway, facts, today);
}

/** What answers conclude is not sent with what waits: the form says it again. */
function withConclusions(assessment: Assessment): Assessment {
  const form = findForm(assessment.formCode, assessment.formVersion);
  if (!isUnsent(assessment) || !form || !assessment.sealed) return assessment;
  return { ...assessment, conclusions: concludeForm(form, assessment.sealed.answers as Answers) };
}

/** What was raised as far as the device knows, and what the answers that wait will raise. */
function dangersOf({ safety }: OnDevice, unsent: readonly Assessment[]): KnownOfPerson['dangers'] {
  const coming = unsent.flatMap(({ formCode, formVersion, sealed }) => {
    const form = findForm(formCode, formVersion);
    return form && sealed ? signalsOf(form, sealed.answers as Answers) : [];
  });
  if (safety === null && coming.length === 0) return null;
  const known = (safety?.events ?? []).map(({ event, entries }) => ({
    ...{ kind: event.kind, urgency: event.urgency },
    isOver: foldSafety(event, entries).status === 'closed',
  }));
  return [...known, ...coming.map(({ kind, urgency }) => ({ kind, urgency, isOver: false }))];
}
