import type { ConsentPurpose } from '../purposes.ts';

/** What one language says: what all purposes share, and what each says for itself. */
export interface Said {
  readonly headings: Readonly<
    Record<
      'choice' | 'what' | 'data' | 'others' | 'abroad' | 'term' | 'change' | 'who' | 'whose',
      string
    >
  >;
  readonly choice: string;
  readonly abroad: string;
  readonly term: string;
  readonly change: string;
  readonly who: string;
  readonly whose: string;
  readonly agree: string;
  readonly decline: string;
  readonly purposes: Readonly<Record<ConsentPurpose, SaidOfPurpose>>;
}

export interface SaidOfPurpose {
  readonly title: string;
  readonly what: string;
  readonly data: string;
  readonly others: string;
  readonly change: string;
  /** In the place of what all purposes say. */
  readonly choice?: string;
  readonly abroad?: string;
}
