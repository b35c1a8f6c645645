import {
  type ConsentAgeRule,
  type ConsentMode,
  type ConsentObstacle,
  type ConsentParty,
  type ConsentPurpose,
  decisionObstacles,
  type Guardian,
  type personConsentsContract,
} from '@tirek/domain/consents';
import type { InputOf } from '@tirek/domain/contract';
import type { Language } from '@tirek/domain/text';

/** One thing that is asked about, as it is typed. */
export interface Asked {
  /** Of the entry that it becomes. */
  readonly id: string;
  readonly purpose: ConsentPurpose;
  readonly receiverId: string | null;
  readonly decision: 'given' | 'declined' | null;
  readonly until: string;
  readonly withheld: string;
  readonly withheldWhy: string;
}

/** One sitting, as it is typed. */
export interface Sitting {
  readonly language: Language;
  readonly party: ConsentParty;
  readonly relation: Guardian['relation'];
  readonly guardianName: string;
  readonly document: string;
  readonly isUnsafe: boolean;
  readonly unsafeReason: string;
  readonly asked: readonly Asked[];
  readonly mode: ConsentMode;
  readonly witness: string;
  readonly givenOn: string;
}

export const newAsked = (
  id: string,
  purpose: ConsentPurpose,
  receiverId: string | null = null,
): Asked => ({
  id,
  purpose,
  receiverId,
  decision: null,
  until: '',
  withheld: '',
  withheldWhy: '',
});

type Recording = Omit<InputOf<(typeof personConsentsContract)['recordConsent']>, 'id'>;

/** What is sent of a sitting in which everything was decided. `versionOf`: the words that were read. */
export function recordingOf(
  sitting: Sitting,
  personId: string,
  versionOf: (purpose: ConsentPurpose) => string,
): Recording {
  const { party, mode, language, givenOn, document } = sitting;
  return {
    personId,
    party,
    mode,
    language,
    givenOn,
    witness: sitting.witness.trim() || null,
    guardian:
      party === 'guardian' && sitting.guardianName.trim() !== ''
        ? {
            relation: sitting.relation,
            name: sitting.guardianName.trim(),
            document: document.trim() || null,
          }
        : null,
    unsafeReason: party === 'person' && sitting.isUnsafe ? sitting.unsafeReason.trim() : null,
    decisions: sitting.asked.flatMap(({ decision, withheld, withheldWhy, until, ...topic }) =>
      decision === null
        ? []
        : {
            ...topic,
            decision,
            until: until || null,
            textVersion: versionOf(topic.purpose),
            withheld:
              withheld.trim() && withheldWhy.trim()
                ? [{ what: withheld.trim(), why: withheldWhy.trim() }]
                : [],
          },
    ),
  };
}

/** Everything that stands in the way of saving, each once. */
export function sittingObstacles(
  recording: Recording,
  { rule, today }: { readonly rule: ConsentAgeRule; readonly today: string },
): ConsentObstacle[] {
  const { party, mode, givenOn, witness, guardian, unsafeReason } = recording;
  const said = { party, mode, givenOn, witness, guardian, unsafeReason };
  const found = recording.decisions.flatMap(({ purpose, receiverId, decision, until }) =>
    decisionObstacles(
      { ...said, purpose, receiverId, decision, standsUntil: until },
      { rule, today },
    ),
  );
  return [...new Set(found)];
}
