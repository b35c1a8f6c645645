import { type PeerTerms, type PeerWord, peerTexts } from '../../../people/peers/index.ts';
import { formatDate, type Language } from '../../../text/index.ts';
import type { HeldItem } from '../held.ts';
import { ownCopyTexts } from '../own-copy-texts.ts';

/** What is held of somebody's meetings with a peer provider: every version of what was agreed, and what the other one said. */
export interface HeldPeerMatches {
  readonly agreed: ReadonlyArray<{
    readonly terms: PeerTerms | null;
    readonly recordedOn: string;
  }>;
  readonly said: ReadonlyArray<{
    readonly word: PeerWord;
    readonly metOn: string | null;
    readonly saidOn: string;
  }>;
}

export function tellPeerMatches({ agreed, said }: HeldPeerMatches, language: Language): HeldItem[] {
  const t = peerTexts(language);
  const since = ownCopyTexts(language)('paper.since');
  const day = (date: string) => formatDate(date, language);
  return [
    ...agreed.map(({ terms, recordedOn }) => ({
      title: t('match'),
      facts: [
        [since, day(recordedOn)] as const,
        ...(terms
          ? [
              [t('setting'), t(`setting.${terms.setting}`)] as const,
              [t('means'), t(`means.${terms.means}`)] as const,
              [t('rhythm'), t(`rhythm.${terms.rhythm}`)] as const,
            ]
          : []),
        ...(terms?.nextOn ? [[t('nextOn'), day(terms.nextOn)] as const] : []),
      ],
      text: terms ? '' : t('match.ended'),
    })),
    ...said.map(({ word, metOn, saidOn }) => ({
      title: t('word'),
      facts: [[since, day(metOn ?? saidOn)] as const],
      text: t(`word.${word}`),
    })),
  ];
}
