import type { SignedInActor } from '@tirek/domain/access';
import {
  answeredWithin,
  type LinkRefusal,
  type phoneLinkContract,
} from '@tirek/domain/assessments/own-phone';
import {
  type Answers,
  type CompiledForm,
  findForm,
  languagesOffered,
  scoreForm,
  validateResponse,
} from '@tirek/domain/instruments';
import { Problem } from '@tirek/domain/problem';
import { PHONE_CONSENT, phoneModel } from '@tirek/domain/surveys';
import type { Language } from '@tirek/domain/text';
import { linkHashes } from '../../access/index.ts';
import { setActor } from '../../db/request-transaction.ts';
import type { Handlers, Request } from '../../http/handler.ts';
import { listRegionalContacts } from '../../pathways/safety/index.ts';
import { findPerson, type KeyFor, requireOpenFile } from '../../people/index.ts';
import { isDemoProgramme, programmeDay } from '../../programmes/index.ts';
import { lockAssessmentsOf } from '../queries.ts';
import { keepAssessment } from '../record-assessment.ts';
import { answerPhoneLink, type Tried, tryPhoneLink } from './queries.ts';

/** The codes of links to a phone are hashed under a key of their own. */
export const phoneLinkKey = (keyFor: KeyFor): Buffer => keyFor('codes of links to a phone');

/** What whoever holds a link does. A visitor has no programme: that of the link stands in the log. */
export const phoneLinkHandlers: Handlers<typeof phoneLinkContract> = {
  async openPhoneLink(request) {
    const { input, now, keyFor, about } = request;
    const knocking = { ...linkHashes(input, phoneLinkKey(keyFor)), now, today: programmeDay(now) };
    const tried = await tryPhoneLink(request.tx, knocking, 'open');
    tell(request, tried);
    if (tried.outcome !== 'open') return refusalOf(tried);
    about([]);
    return await underHolder(request, tried, async (actor) => {
      const { form, languages } = await formOf(request, actor, tried);
      const language = languages.includes(input.language) ? input.language : languages[0];
      if (!language) throw new Problem('language-not-offered');
      const contacts = await listRegionalContacts(request.tx, actor);
      const sources = { form, languages, region: tried.regionCode, contacts };
      return { done: true, model: phoneModel(sources, language) } as const;
    });
  },

  async sendPhoneAnswers(request) {
    const { tx, input, now, newId, keyFor } = request;
    const today = programmeDay(now);
    const knocking = { ...linkHashes(input, phoneLinkKey(keyFor)), now, today };
    const tried = await tryPhoneLink(tx, knocking, 'answer');
    tell(request, tried);
    // What arrived and was not heard of is sent again.
    if (tried.answeredAs === input.id) return { done: true };
    if (tried.outcome !== 'open') return refusalOf(tried);
    if (input.consent.version !== PHONE_CONSENT) throw new Problem('consent-version-old');
    return await underHolder(request, tried, async (actor) => {
      const { personId } = tried;
      if (personId === null || !(await findPerson(tx, actor, personId)))
        throw new Problem('unavailable');
      await requireOpenFile(tx, personId);
      await lockAssessmentsOf(tx, personId);
      const { form, languages } = await formOf(request, actor, tried);
      const [version] = Object.values(input.forms ?? {});
      if (version !== undefined && version !== form.version) throw new Problem('form-version-old');
      if (!languages.includes(input.language)) throw new Problem('language-not-offered');
      const answeredAt = answeredWithin(input.answeredAt, { askedAt: tried.askedAt ?? now, now });
      const takenOn = programmeDay(answeredAt);
      const judged = validateResponse(form, (input.answers[form.code] ?? {}) as Answers, {
        ...{ completed: true, today: takenOn },
      });
      if (judged.kind === 'refused') {
        const findings = judged.findings.map(({ path }) => ({ form: form.code, path }));
        throw new Problem('answers-invalid', { findings });
      }
      if (!(await answerPhoneLink(tx, knocking, input.id))) throw new Problem('unavailable');
      await keepAssessment(
        { tx, actor, now, newId, keyFor },
        {
          ...{ id: input.id, personId, form, corrected: null, isAlone: true },
          sealing: { answers: judged.answers, languages: spoken(input.languages, form) },
          told: {
            ...{ formCode: form.code, formVersion: form.version, informant: 'self' },
            ...{ mode: 'own-phone', language: input.language, isEnteredTwice: false },
            ...{ takenOn, answeredAt, supersedes: null, because: null },
            scores: scoreForm(form, judged.answers),
          },
        },
      );
      return { done: true } as const;
    });
  },
};

type Asked = Pick<Request<unknown>, 'tx' | 'about' | 'ofProgramme' | 'actor'>;

/** The log says that the link of a person was tried and what came of it, never with which questionnaire. */
function tell({ about, ofProgramme }: Asked, tried: Tried): void {
  if (tried.programmeId !== null) ofProgramme(tried.programmeId);
  about(tried.personId === null ? [] : [tried.personId], { outcome: tried.outcome });
}

const REFUSALS: Readonly<Record<string, LinkRefusal>> = {
  'wrong-code': 'link-wrong-code',
  locked: 'link-locked',
  expired: 'link-expired',
  answered: 'link-used',
  'taken-back': 'link-taken-back',
};

function refusalOf({ outcome, triesLeft }: Tried) {
  const isLast = outcome === 'wrong-code' && triesLeft === 0;
  const code = isLast ? 'link-locked' : (REFUSALS[outcome] ?? 'link-unknown');
  return { done: false as const, code, details: { left: triesLeft } };
}

/**
 * Does something as whoever holds the family today, once the database has found link and code to be right: what the row policies let
 * her do, and nothing else, is done. Afterwards a visitor asks again.
 */
async function underHolder<T>(
  { tx, actor }: Asked,
  { accountId, programmeId }: Tried,
  work: (holder: SignedInActor) => Promise<T>,
): Promise<T> {
  // A family is in somebody's hands as soon as her centre says so; the page keeps the answers and sends again.
  if (accountId === null || programmeId === null) throw new Problem('unavailable');
  const holder = {
    ...({ kind: 'account', isFullySignedIn: true } as const),
    ...{ accountId, programmeId, sessionId: '', assignments: [] },
  };
  await setActor(tx, holder);
  const done = await work(holder);
  await setActor(tx, actor);
  return done;
}

async function formOf(
  { tx }: Asked,
  actor: SignedInActor,
  { formCode, formVersion }: Tried,
): Promise<{ form: CompiledForm; languages: readonly Language[] }> {
  const form = findForm(formCode ?? '', formVersion ?? '');
  if (!form) throw new Problem('not-found');
  const allowDraft = await isDemoProgramme(tx, actor.programmeId);
  return { form, languages: languagesOffered(form, { allowDraft }) };
}

/** Languages of questions that the form has. */
function spoken(given: Readonly<Record<string, Language>>, form: CompiledForm) {
  const asked = new Set(form.items.map(({ linkId }) => linkId));
  return Object.fromEntries(Object.entries(given).filter(([linkId]) => asked.has(linkId)));
}
