import type { PaperKind } from './paper.ts';

/** What waits for papers: other papers, and a place at school, which is no paper and is not written down here. */
export type WaitingKind = PaperKind | 'school-place';

export interface PaperDependency {
  readonly waits: WaitingKind;
  readonly needs: PaperKind;
  /** `same`: the paper of the same person; `family`: of anybody in the family, as the death of a father is. */
  readonly whose: 'same' | 'family';
}

/**
 * What cannot be had without what. It follows how registries, courts and offices of social protection in Kazakhstan work under
 * the Code on Marriage and Family and the Social Code, as centres describe it; it is no legal advice. Each line has its
 * sentence in three languages (`needs.<needs>.<waits>` of the catalogue `papers`). No chain of lines comes back to where it
 * began.
 */
export const PAPER_DEPENDENCIES: readonly PaperDependency[] = [
  { waits: 'school-place', needs: 'birth-registration', whose: 'same' },
  { waits: 'citizenship', needs: 'birth-registration', whose: 'same' },
  { waits: 'parentage', needs: 'birth-registration', whose: 'same' },
  { waits: 'guardianship', needs: 'birth-registration', whose: 'same' },
  { waits: 'disability', needs: 'birth-registration', whose: 'same' },
  { waits: 'survivor-benefit', needs: 'birth-registration', whose: 'same' },
  { waits: 'other-benefit', needs: 'birth-registration', whose: 'same' },
  { waits: 'identity-card', needs: 'birth-registration', whose: 'same' },
  { waits: 'identity-card', needs: 'citizenship', whose: 'same' },
  { waits: 'marriage', needs: 'identity-card', whose: 'same' },
  { waits: 'survivor-benefit', needs: 'identity-card', whose: 'same' },
  { waits: 'other-benefit', needs: 'identity-card', whose: 'same' },
  { waits: 'survivor-benefit', needs: 'parentage', whose: 'same' },
  { waits: 'survivor-benefit', needs: 'guardianship', whose: 'same' },
  { waits: 'survivor-benefit', needs: 'death-certificate', whose: 'family' },
  { waits: 'guardianship', needs: 'death-certificate', whose: 'family' },
  { waits: 'marriage', needs: 'death-certificate', whose: 'same' },
];
