import {
  neededWords,
  type PersonConsents,
  type personConsentsContract,
  standingConsents,
} from '@tirek/domain/consents';
import type { InputOf } from '@tirek/domain/contract';
import type { WaitingRules } from '../offline/waiting-rule.ts';

/**
 * Which writes about consents can wait for signal. Recording can: a paper counts from the day it was signed. Taking back cannot:
 * it must hold everywhere at once, and its effect is shown before.
 */
export const consentsWhileOffline: WaitingRules = {
  recordConsent: {
    about: ({ personId }) => `consents ${personId}`,
    answer: () => ({ standing: [] }),
    shows({ name, input: asked, output }, input) {
      if (name !== 'listConsents' || asked.personId !== input.personId) return output;
      const written = input as InputOf<(typeof personConsentsContract)['recordConsent']>;
      const shown = output as PersonConsents;
      const rule = shown.rule;
      if (!rule) return output;
      const { party, mode, language, givenOn, witness, guardian, unsafeReason } = written;
      const needs = neededWords(rule.rule, { isUnsafe: unsafeReason !== null });
      const entries = written.decisions.map(({ withheld, until, ...decision }) => ({
        ...decision,
        party,
        mode,
        language,
        givenOn,
        needs: needs.map((word) => word.party),
        standsUntil:
          decision.decision === 'given'
            ? ([until, rule.changesOn].filter((day) => day !== null).toSorted()[0] ?? null)
            : null,
        recordedAt: `${givenOn}T23:59:59.000Z`,
        particulars: { witness, guardian, withheld, unsafeReason },
      }));
      const all = [...entries, ...shown.entries];
      return { ...shown, entries: all, standing: standingConsents(all, givenOn) };
    },
  },
};
