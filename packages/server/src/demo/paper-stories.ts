import { addDays } from '@tirek/domain/cases';
import type { PaperInput } from '@tirek/domain/people/papers';

/** One paper of a made-up family's first member, as it was written down from time to time. */
export interface PaperStory {
  /** Place of the family in `DEMO_FAMILIES`. */
  readonly family: number;
  readonly versions: readonly PaperInput[];
}

/** The papers of Saule's families as they stand on a day; a death certificate among them that does not move. */
export function paperStories(today: string, idOf: (name: string) => string): PaperStory[] {
  const ago = (days: number) => addDays(today, -days);
  const ahead = (days: number) => addDays(today, days);
  const story = (
    family: number,
    kind: PaperInput['kind'],
    ...versions: (Pick<PaperInput, 'state' | 'since'> & Partial<PaperInput>)[]
  ): PaperStory => ({
    family,
    versions: versions.map((version) => ({
      ...{ subjectId: idOf(`paper ${family} ${kind}`), kind, aboutPersonId: null },
      ...{ actor: null, step: null, dueOn: null, expiresOn: null, ...version },
    })),
  });
  return [
    story(
      1,
      'death-certificate',
      { state: 'missing', since: ago(126) },
      { state: 'preparing', since: ago(98), actor: 'lawyer', step: 'find-witnesses' },
      {
        ...{ state: 'applied', since: ago(41), actor: 'court', step: 'court-hearing' },
        dueOn: ago(3),
      },
    ),
    story(1, 'survivor-benefit', {
      ...{ state: 'preparing', since: ago(126), actor: 'centre', step: 'apply' },
    }),
    story(1, 'identity-card', { state: 'held', since: ago(700), expiresOn: ahead(900) }),
    story(3, 'identity-card', { state: 'held', since: ago(3600), expiresOn: ahead(18) }),
    story(3, 'other-benefit', {
      ...{ state: 'applied', since: ago(37), actor: 'social-protection', step: 'wait-for-answer' },
      dueOn: ahead(5),
    }),
    story(4, 'disability', {
      ...{ state: 'refused', since: ago(15), actor: 'centre', step: 'appeal', dueOn: ahead(12) },
    }),
  ];
}
