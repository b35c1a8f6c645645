import type { SignedInActor } from '@tirek/domain/access';
import type { HeldSection } from '@tirek/domain/privacy/own-copy';
import type { Language } from '@tirek/domain/text';
import type { Tx } from '../../db/database.ts';
import type { KeyFor } from '../../people/index.ts';

/** About whom a copy is made, and for whose eyes. The maker's own reach bounds what can be read. */
export interface HeldAsked {
  readonly tx: Tx;
  readonly actor: SignedInActor;
  readonly keyFor: KeyFor;
  readonly personId: string;
  readonly language: Language;
  readonly now: string;
}

/**
 * What one feature holds about somebody. Every table that knows a person stands in `tables` of one part or, with a reason, in
 * `not-told.ts`; a test of the architecture asks for it.
 */
export interface HeldPart {
  readonly tables: readonly string[];
  read(asked: HeldAsked): Promise<readonly HeldSection[]>;
}
