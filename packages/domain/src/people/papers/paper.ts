import * as z from 'zod/mini';
import { DateOnly, Id } from '../../contract.ts';

/**
 * The papers on which the rest of a life hangs. Only where each of them stands is written down here: numbers of documents lie
 * in the vault with the names, and nothing here is a text.
 */
export const PAPER_KINDS = [
  'birth-registration',
  'citizenship',
  'identity-card',
  'parentage',
  'marriage',
  'death-certificate',
  'guardianship',
  'disability',
  'survivor-benefit',
  'other-benefit',
] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

/** `withdrawn` takes back what was written by mistake. */
export const PAPER_STATES = [
  'missing',
  'preparing',
  'applied',
  'refused',
  'held',
  'expired',
  'not-needed',
  'withdrawn',
] as const;
export type PaperState = (typeof PAPER_STATES)[number];

/** States in which somebody has still to do something. */
export const OPEN_STATES = ['missing', 'preparing', 'applied', 'refused', 'expired'] as const;
export const isOpenState = (state: PaperState): boolean =>
  (OPEN_STATES as readonly PaperState[]).includes(state);

/** Who acts next. `centre` is whichever colleague holds the family, so that a hand-over leaves no paper behind. */
export const PAPER_ACTORS = [
  ...['centre', 'family', 'lawyer', 'public-service-centre', 'civil-registry', 'court'],
  ...['migration-service', 'guardianship-office', 'social-protection', 'medical-commission'],
  ...['consulate'],
] as const;

export const PAPER_STEPS = [
  ...['collect-proofs', 'find-witnesses', 'genetic-test', 'translate', 'apply', 'court-hearing'],
  ...['wait-for-answer', 'appeal', 'fetch', 'renew'],
] as const;

/** Papers that are also about somebody else: who died, who was married, who brings the child up, whose child it is. */
export const KINDS_ABOUT_ANOTHER: readonly PaperKind[] = [
  ...(['death-certificate', 'survivor-benefit', 'marriage', 'guardianship', 'parentage'] as const),
];

const fields = {
  /** The paper; somebody may wait for two of a kind. */
  subjectId: Id,
  kind: z.enum(PAPER_KINDS),
  state: z.enum(PAPER_STATES),
  /** Whom else it is about, where she or he is registered. */
  aboutPersonId: z.nullable(Id),
  /** The day since which it stands so. */
  since: DateOnly,
  actor: z.nullable(z.enum(PAPER_ACTORS)),
  step: z.nullable(z.enum(PAPER_STEPS)),
  dueOn: z.nullable(DateOnly),
  /** The last day on which it is good, of one that is held. */
  expiresOn: z.nullable(DateOnly),
};

/** What is written down of a paper. Nobody is to do anything about one that is held or not needed. */
export const PaperInput = z.object(fields).check(
  z.refine(
    ({ kind, aboutPersonId }) => aboutPersonId === null || KINDS_ABOUT_ANOTHER.includes(kind),
    { path: ['aboutPersonId'] },
  ),
  z.refine(
    ({ state, actor, step, dueOn }) =>
      isOpenState(state) || (actor === null && step === null && dueOn === null),
    { path: ['state'] },
  ),
  z.refine(
    ({ state, since, expiresOn }) =>
      expiresOn === null || (['held', 'expired'].includes(state) && expiresOn >= since),
    { path: ['expiresOn'] },
  ),
);
export type PaperInput = z.infer<typeof PaperInput>;

/** One version of a paper. */
export const Paper = z.object({
  ...fields,
  personId: Id,
  version: z.int(),
  recordedOn: DateOnly,
});
export type Paper = z.infer<typeof Paper>;

/** The newest version of each paper, without those that were taken back. */
export function newestPapers(versions: readonly Paper[]): Paper[] {
  const newest = new Map<string, Paper>();
  for (const paper of versions) {
    const known = newest.get(paper.subjectId);
    if (!known || known.version < paper.version) newest.set(paper.subjectId, paper);
  }
  return [...newest.values()].filter(({ state }) => state !== 'withdrawn');
}

/** Where a paper stands on a day: what is held runs out by itself. */
export const stateOn = ({ state, expiresOn }: Paper, today: string): PaperState =>
  state === 'held' && expiresOn !== null && expiresOn < today ? 'expired' : state;

/** The day by which something has to be done: what was agreed, or the end of what is held. */
export const paperDue = ({ state, dueOn, expiresOn }: Paper): string | null =>
  isOpenState(state) ? dueOn : state === 'held' ? expiresOn : null;
