import type { SignedInActor } from '@tirek/domain/access';
import {
  areSameScores,
  askObstacles,
  type assessmentsContract,
  isForPerson,
  newSignals,
  type SealedAnswers,
  standingAssessments,
} from '@tirek/domain/assessments';
import type { InputOf } from '@tirek/domain/contract';
import {
  type Answers,
  type CompiledForm,
  concludeForm,
  findForm,
  type Signal,
  scoreForm,
  signalsOf,
  validateResponse,
} from '@tirek/domain/instruments';
import { birthRange } from '@tirek/domain/people';
import { Problem } from '@tirek/domain/problem';
import type { Tx } from '../db/database.ts';
import { proposeAfter } from '../pathways/proposals/index.ts';
import { raiseSafetyEvents } from '../pathways/safety/index.ts';
import {
  findDataKey,
  findPerson,
  type KeyFor,
  openIdentitiesOf,
  requireOpenFile,
} from '../people/index.ts';
import { isDemoProgramme, programmeDay } from '../programmes/index.ts';
import { loadAssessments } from './load-assessments.ts';
import {
  type AssessmentRow,
  insertAssessment,
  isHeldBy,
  listAgreedToScreening,
  listAssessmentRows,
  listNewestCompetences,
  lockAssessmentsOf,
} from './queries.ts';
import { openAnswers, sealAnswers } from './sealed-answers.ts';

interface Recording {
  readonly tx: Tx;
  readonly actor: SignedInActor;
  readonly now: string;
  readonly newId: () => string;
  readonly keyFor: KeyFor;
  /** Told as soon as the person is found to be within reach. */
  readonly onFound: () => void;
}

/** Writes down one completed questionnaire, scored here once more by the form that scored it on the device. */
export async function recordAssessment(
  { tx, actor, now, newId, keyFor, onFound }: Recording,
  { id, personId, assessment }: InputOf<(typeof assessmentsContract)['recordAssessment']>,
): Promise<void> {
  if (!(await findPerson(tx, actor, personId))) throw new Problem('not-found');
  onFound();
  if (!(await isHeldBy(tx, actor, personId))) throw new Problem('not-allowed');
  await requireOpenFile(tx, personId);
  await lockAssessmentsOf(tx, personId);
  const today = programmeDay(now);
  const { answers, languages, ...told } = assessment;
  const { formCode, takenOn, language, informant, supersedes } = told;
  if (takenOn > today) throw new Problem('assessment-day-to-come');
  const form = findForm(formCode, told.formVersion);
  if (!form || !isForPerson(form.pkg)) throw new Problem('not-found');
  await requireAskable(
    { tx, actor, keyFor, today },
    { personId, form, informant, language, takenOn },
  );
  const corrected =
    supersedes === null ? null : await getStanding(tx, actor, { personId, id: supersedes });
  const judged = validateResponse(form, answers, { completed: true, today: takenOn });
  if (judged.kind === 'refused') {
    throw new Problem('answers-invalid', { places: judged.findings.map(({ path }) => path) });
  }
  const scores = scoreForm(form, judged.answers);
  if (!areSameScores(told.scores, scores)) throw new Problem('assessment-scores-differ');
  const sealing = { answers: judged.answers, languages };
  await keepAssessment(
    { tx, actor, now, newId, keyFor },
    { id, personId, form, told, sealing, corrected },
  );
}

interface Kept {
  readonly id: string;
  readonly personId: string;
  readonly form: CompiledForm;
  readonly told: Omit<Parameters<typeof insertAssessment>[2], Made>;
  readonly sealing: { readonly answers: Answers; readonly languages: SealedAnswers['languages'] };
  readonly corrected: AssessmentRow | null;
  /** She answered alone, on her own phone: whoever it is written down under was not there and has to be told. */
  readonly isAlone?: boolean;
}
type Made = 'id' | 'personId' | 'conclusions' | 'sealed' | 'now' | 'today';

/** Keeps answers that were checked, and begins in the same transaction whatever follows from them. */
export async function keepAssessment(
  { tx, actor, now, newId, keyFor }: Omit<Recording, 'onFound'>,
  { id, personId, form, told, sealing, corrected, isAlone = false }: Kept,
): Promise<void> {
  const { answers } = sealing;
  const today = programmeDay(now);
  const key = await findDataKey(tx, personId);
  if (!key) throw new Problem('not-found');
  const sealed = sealAnswers(sealing, { id, personId, key }, keyFor);
  const conclusions = concludeForm(form, answers);
  await insertAssessment(tx, actor, { ...told, id, personId, conclusions, sealed, now, today });
  const before = corrected ? await signalsTold(tx, corrected, keyFor) : [];
  const signals = newSignals(signalsOf(form, answers), before);
  const { answeredAt } = told;
  const raising = { assessmentId: id, personId, signals, answeredAt, now, isAlone };
  await raiseSafetyEvents(tx, actor, raising);
  // A correction may stand in the place of an answer to another form.
  const forms = corrected ? [form.code, corrected.formCode] : [form.code];
  const assessments = await loadAssessments({ tx, actor, keyFor }, [personId]);
  await proposeAfter(
    { tx, actor, now, keyFor },
    { id: newId(), personId, assessments, assessmentId: id, countsFrom: answeredAt, forms },
  );
}

/** The entry that is corrected. @throws Problem where another one already stands for it. */
async function getStanding(
  tx: Tx,
  actor: SignedInActor,
  { personId, id }: { personId: string; id: string },
): Promise<AssessmentRow> {
  const standing = standingAssessments(await listAssessmentRows(tx, actor, [personId]));
  const found = standing.find((each) => each.id === id);
  if (!found) throw new Problem('assessment-corrected');
  return found;
}

/** What an entry said of danger when it was written down; nothing where it cannot be read, so that its correction tells all anew. */
async function signalsTold(tx: Tx, row: AssessmentRow, keyFor: KeyFor): Promise<Signal[]> {
  const form = findForm(row.formCode, row.formVersion);
  const [opened] = await openAnswers(tx, [row], keyFor);
  return form && opened ? signalsOf(form, opened.answers as Answers) : [];
}

interface Asked {
  readonly personId: string;
  readonly form: NonNullable<ReturnType<typeof findForm>>;
  readonly informant: Parameters<typeof askObstacles>[2]['informant'];
  readonly language: Parameters<typeof askObstacles>[2]['language'];
  readonly takenOn: string;
}

/** @throws Problem with the first thing that stands between the person and the questionnaire. */
async function requireAskable(
  { tx, actor, keyFor, today }: Pick<Recording, 'tx' | 'actor' | 'keyFor'> & { today: string },
  { personId, form, informant, language, takenOn }: Asked,
): Promise<void> {
  const agreed = await listAgreedToScreening(tx, { people: [personId], on: today });
  const of = { accountId: actor.accountId, formCode: form.code };
  const [competence] = await listNewestCompetences(tx, actor, of);
  const birth = (await openIdentitiesOf(tx, [personId], keyFor)).get(personId)?.birth ?? null;
  const person = { born: birth && birthRange(birth), hasAgreed: agreed.length > 0 };
  const allowDraft = await isDemoProgramme(tx, actor.programmeId);
  const [obstacle] = askObstacles(form, person, {
    allowDraft,
    informant,
    language,
    on: takenOn,
    competence,
  });
  if (obstacle) throw new Problem(obstacle, { form: form.code });
}
