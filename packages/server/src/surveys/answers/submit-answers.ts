import type { InputOf } from '@tirek/domain/contract';
import { Problem } from '@tirek/domain/problem';
import {
  type answersContract,
  checkSubmission,
  ONE_TIME_LENGTH,
  readCode,
} from '@tirek/domain/surveys';
import { programmeDay } from '../../programmes/index.ts';
import type { SurveyKeys } from '../survey-keys.ts';
import type { AnswerTaking } from './answer-taking.ts';
import { arrivalRecord } from './arrival-record.ts';
import type { LiveSurvey } from './live-surveys.ts';
import { findLot, pseudonymOf } from './panel-cards.ts';
import type { Outcome } from './queries.ts';

export type Submitted = InputOf<typeof answersContract.submitAnswers>;

/**
 * Checks, scores and stores a finished questionnaire; returns when it is on disk. Whether its wave takes answers is
 * decided in the transaction that stores it, after the question whether this id was done before: she who sends again
 * because the first answer to her got lost is never refused.
 */
export async function submitAnswers(
  { surveys, keys, writer }: AnswerTaking,
  given: Submitted,
  now: string,
): Promise<{ done: true }> {
  const survey = await surveys.find(given.slug, now);
  if (!survey) throw new Problem('survey-not-found');
  const today = programmeDay(now);
  requireCurrent(survey, given);
  const entry = entryOf(keys, survey, given);
  const checked = checkSubmission(survey.forms, given.answers, today);
  if (checked.kind === 'refused')
    throw new Problem('answers-invalid', { findings: checked.findings });
  const outcome = await writer.write({
    waveId: survey.waveId,
    receivedOn: today,
    receipt: keys.receipt(given.id),
    use: entry.use,
    lot: entry.lot,
    record: arrivalRecord({
      language: given.language,
      consent_version: given.consent.version,
      consent_language: given.consent.language,
      answers: checked.answers,
      scores: checked.scores,
      form_versions: checked.versions,
      panel_hash: entry.panel,
    }),
  });
  requireDone(outcome, survey);
  return { done: true };
}

/** The page that was answered must be the one that is asked now, in words and in questions. */
function requireCurrent({ settings }: LiveSurvey, given: Submitted): void {
  const { version, language } = given.consent;
  if (version !== settings.consentVersion || !settings.languages.includes(language)) {
    throw new Problem('consent-version-old', { version: settings.consentVersion });
  }
  if (!settings.languages.includes(given.language)) {
    throw new Problem('language-not-offered', { language: given.language });
  }
  const old = settings.forms.find(
    ({ code, version }) => (given.forms?.[code] ?? version) !== version,
  );
  if (old) throw new Problem('form-version-old', { form: old.code, version: old.version });
}

interface Entry {
  readonly use: string | null;
  readonly lot: string | null;
  readonly panel: string | null;
}

/** What lets her in: nothing, a code or a card. */
function entryOf(keys: SurveyKeys, survey: LiveSurvey, given: Submitted): Entry {
  const { waveId, campaignId, settings } = survey;
  switch (settings.linkage) {
    case 'open':
      return { use: null, lot: null, panel: null };
    case 'one-time': {
      if (!given.code?.trim()) throw new Problem('code-missing');
      const read = readCode(given.code, ONE_TIME_LENGTH);
      if (read.kind !== 'code') throw new Problem('code-mistyped');
      return { use: keys.code(waveId, read.code), lot: null, panel: null };
    }
    case 'panel': {
      if (!given.panel) throw new Problem('card-unknown');
      const lot = findLot(keys, survey.lotIds, { campaignId, panel: given.panel });
      if (!lot) throw new Problem('card-unknown');
      const pseudonym = pseudonymOf(given.panel);
      return {
        use: keys.panelUse(waveId, pseudonym),
        lot,
        panel: keys.panel(campaignId, pseudonym),
      };
    }
    default:
      throw new Problem('linkage-not-available');
  }
}

/** @throws Problem for everything but stored, now or before. */
function requireDone(outcome: Outcome, { opensOn, closesOn }: LiveSurvey): void {
  switch (outcome) {
    case 'done':
    case 'repeated':
      return;
    case 'not-yet':
      throw new Problem('wave-not-open-yet', { opensOn });
    case 'over':
    case 'closed':
      throw new Problem('wave-over', { closesOn });
    case 'code-unknown':
    case 'code-used':
      throw new Problem(outcome);
    case 'card-used':
      throw new Problem('card-already-answered');
    case 'lot-full':
      throw new Problem('card-unknown');
  }
}
