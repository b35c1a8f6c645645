import {
  type ConsentObstacle,
  type ConsentParticulars,
  type ConsentRule,
  consentRule,
  decisionObstacles,
  neededWords,
  type personConsentsContract,
  standingConsents,
} from '@tirek/domain/consents';
import type { InputOf } from '@tirek/domain/contract';
import { birthRange } from '@tirek/domain/people';
import { Problem } from '@tirek/domain/problem';
import { accountOf } from '../../http/account-of.ts';
import type { Request } from '../../http/handler.ts';
import {
  findDataKey,
  findPerson,
  requireOpenFile,
  type WrappedKey,
  wordsThatCount,
} from '../../people/index.ts';
import { programmeDay } from '../../programmes/index.ts';
import { findSettings, listPurposeTexts, listReceivers } from '../settings/queries.ts';
import { findBirth } from './find-birth.ts';
import { sealParticulars } from './particulars.ts';
import { insertEntries, listEntries, type StoredEntry } from './queries.ts';

type Recording = Request<InputOf<(typeof personConsentsContract)['recordConsent']>>;
type Decision = Recording['input']['decisions'][number];

/**
 * Takes down what one party decided in one sitting: all of it or nothing.
 * @throws Problem `consent-not-possible` and its relatives.
 */
export async function recordConsent(request: Recording) {
  const { tx, input, now, keyFor, about } = request;
  const actor = accountOf(request.actor);
  const { personId, decisions, givenOn } = input;
  if (!(await findPerson(tx, actor, personId))) throw new Problem('not-found');
  about([personId], { decisions: decisions.length });
  await requireOpenFile(tx, personId);
  const settings = await findSettings(tx, actor);
  if (!settings) throw new Problem('consent-settings-missing');
  const birth = await findBirth(tx, personId, keyFor);
  const key = await findDataKey(tx, personId);
  if (!birth || !key) throw new Problem('birth-needed');
  await requireWords(request);
  await requireReceivers(request);
  const table = settings.settings.ages;
  const rule = consentRule(birthRange(birth), { on: givenOn, table });
  const entries = decisions.map((decision) => entryOf(request, { decision, rule, key }));
  requirePossible(request, { entries, rule });
  await insertEntries(tx, actor, { settingsVersion: settings.version, entries });
  const history = await listEntries(tx, actor, personId);
  const today = programmeDay(now);
  const { counting } = await wordsThatCount(tx, { personId, history, today });
  return { standing: standingConsents(counting, today) };
}

/** The words that were read must exist, for that purpose and in that language. */
async function requireWords({ tx, actor, input }: Recording): Promise<void> {
  const texts = await listPurposeTexts(tx, accountOf(actor));
  const isKnown = ({ purpose, textVersion }: Decision) =>
    texts.some(
      (text) =>
        text.version === textVersion && text.purpose === purpose && text.words[input.language],
    );
  if (!input.decisions.every(isKnown)) throw new Problem('consent-version-unknown');
}

async function requireReceivers({ tx, actor, input }: Recording): Promise<void> {
  const named = input.decisions.flatMap(({ receiverId }) => receiverId ?? []);
  if (named.length === 0) return;
  const known = new Set((await listReceivers(tx, accountOf(actor))).map(({ id }) => id));
  if (!named.every((id) => known.has(id))) throw new Problem('consent-receiver-unknown');
}

type NewEntry = StoredEntry & { readonly isWitnessed: boolean };

/** A consent ends with its term, and at the latest on the day on which others have to agree. */
function entryOf(
  { input, now, keyFor }: Recording,
  { decision, rule, key }: { decision: Decision; rule: ConsentRule; key: WrappedKey },
): NewEntry {
  const { party, mode, language, givenOn, witness, guardian, unsafeReason, personId } = input;
  const { id, purpose, receiverId, textVersion, until, withheld } = decision;
  const particulars: ConsentParticulars = { witness, guardian, withheld, unsafeReason };
  const isUnsafe = unsafeReason !== null;
  const ends = [until, rule.changesOn].filter((day) => day !== null).toSorted();
  return {
    id,
    personId,
    purpose,
    receiverId,
    party,
    decision: decision.decision,
    needs: neededWords(rule.rule, { isUnsafe }).map((word) => word.party),
    mode,
    language,
    textVersion,
    givenOn,
    standsUntil: decision.decision === 'given' ? (ends[0] ?? null) : null,
    recordedAt: now,
    isWitnessed: witness !== null,
    sealed: sealParticulars(particulars, { personId, id, key }, keyFor),
  };
}

function requirePossible(
  { input, now }: Recording,
  { entries, rule }: { entries: readonly NewEntry[]; rule: ConsentRule },
): void {
  const { witness, guardian, unsafeReason } = input;
  const found = entries.flatMap((entry) =>
    decisionObstacles(
      { ...entry, witness, guardian, unsafeReason },
      { rule: rule.rule, today: programmeDay(now) },
    ),
  );
  const obstacles: ConsentObstacle[] = [...new Set(found)];
  if (obstacles.length > 0) throw new Problem('consent-not-possible', { obstacles });
}
