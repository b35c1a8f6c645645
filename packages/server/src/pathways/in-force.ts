import type { SignedInActor } from '@tirek/domain/access';
import {
  DEFAULT_PATHWAY,
  type FormOutline,
  outlineOf,
  type PathwayVersion,
} from '@tirek/domain/pathways';
import type { Tx } from '../db/database.ts';
import { libraryForms } from '../surveys/index.ts';
import { findPublished } from './queries.ts';

/** The newest version of each instrument, as far as a pathway may ask about it. */
export const OUTLINES: readonly FormOutline[] = [
  ...Map.groupBy(libraryForms.all, ({ code }) => code).values(),
].flatMap(([newest]) => (newest ? [outlineOf(newest)] : []));

/** Instruments of which an answer may tell of danger. */
export const FORMS_ON_SAFETY: ReadonlySet<string> = new Set(
  OUTLINES.flatMap(({ code, asksSafety }) => (asksSafety ? [code] : [])),
);

const SHIPPED: PathwayVersion = {
  ...{ id: null, version: 0, state: 'published', pathway: DEFAULT_PATHWAY },
  ...{ written: null, published: null, isOwn: false },
};

/** The pathway that a programme follows today. */
export const pathwayInForce = async (tx: Tx, actor: SignedInActor): Promise<PathwayVersion> =>
  (await findPublished(tx, actor)) ?? SHIPPED;
