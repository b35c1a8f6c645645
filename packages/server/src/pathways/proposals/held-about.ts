import type { SignedInActor } from '@tirek/domain/access';
import { pathwayTexts, tellReason } from '@tirek/domain/pathways';
import type { StepDecision } from '@tirek/domain/pathways/proposals';
import { strikeNames } from '@tirek/domain/privacy/erasure';
import type { HeldSection } from '@tirek/domain/privacy/own-copy';
import { formatDate, type Language } from '@tirek/domain/text';
import type { Tx } from '../../db/database.ts';
import { identitiesBeside, type KeyFor } from '../../people/index.ts';
import { OUTLINES } from '../in-force.ts';
import { proposalOf } from './load-steps.ts';
import { listDecisionRows, listProposalRows } from './queries.ts';
import { openDecisions } from './sealed-step-words.ts';

interface Asked {
  readonly tx: Tx;
  readonly actor: SignedInActor;
  readonly keyFor: KeyFor;
  readonly personId: string;
  readonly language: Language;
}

/** What was proposed for somebody, why, and what was decided, for her own copy; the names of the others in her families are struck. */
export const stepsHeld = {
  tables: ['step_proposal', 'step_decision'],

  async read(asked: Asked): Promise<HeldSection[]> {
    const { tx, actor, keyFor, personId, language } = asked;
    const proposals = (await listProposalRows(tx, actor, [personId])).map(proposalOf);
    if (proposals.length === 0) return [];
    const rows = await listDecisionRows(tx, actor, [personId]);
    const others = await identitiesBeside(asked);
    const decisions = (await openDecisions(tx, rows, keyFor)).map(
      ({ decidedBy: _, words, ...said }) => ({
        ...said,
        words: words && {
          said: strikeNames(words.said, others),
          wish: strikeNames(words.wish, others),
        },
      }),
    );
    const t = pathwayTexts(language);
    const telling = { language, forms: OUTLINES };
    const data = proposals.map((proposal) => ({
      ...proposal,
      decisions: decisions.filter(({ proposalId }) => proposalId === proposal.id),
    }));
    const items = data.map(({ madeOn, outcome, decisions: own }) => ({
      title: t('own.proposed'),
      facts: [
        [t('own.on'), formatDate(madeOn, language)] as const,
        [t('own.why'), tellReason(outcome, telling)] as const,
        ...own.map(
          (said) => [formatDate(said.decidedOn, language), tellDecision(said, language)] as const,
        ),
      ],
      text: own
        .flatMap(({ words }) => (words ? [words.said, words.wish] : []))
        .filter((text) => text !== '')
        .join('\n'),
    }));
    return [{ section: 'case', data, items }];
  },
};

type Told<Decision> = Decision extends StepDecision ? Omit<Decision, 'decidedBy' | 'words'> : never;

function tellDecision(said: Told<StepDecision>, language: Language): string {
  const t = pathwayTexts(language);
  switch (said.kind) {
    case 'confirmed':
    case 'changed':
      return t(`own.${said.kind}`, { step: t(`step.${said.step}`) });
    case 'declined':
    case 'asked-again':
      return t(`own.${said.kind}`);
    case 'evaluated':
      return t('own.evaluated', { date: formatDate(said.evaluatedOn, language) });
  }
}
