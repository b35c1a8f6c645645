import type { SignedInActor } from '@tirek/domain/access';
import { type HeldSection, tellPapers } from '@tirek/domain/privacy/own-copy';
import type { Language } from '@tirek/domain/text';
import type { Tx } from '../db/database.ts';
import { listAttachmentsAbout } from './queries.ts';

/**
 * Which papers are kept about somebody, for her own copy, and about the family as a whole where she is who speaks for it; not what
 * they show, since nobody can strike others from a picture.
 */
export const filesHeld = {
  tables: ['attachment', 'attachment_piece'],

  async read({
    tx,
    actor,
    personId,
    language,
  }: {
    readonly tx: Tx;
    readonly actor: SignedInActor;
    readonly personId: string;
    readonly language: Language;
  }): Promise<HeldSection[]> {
    const papers = await listAttachmentsAbout(tx, actor, personId);
    if (papers.length === 0) return [];
    return [{ section: 'case', data: papers, items: tellPapers(papers, language) }];
  },
};
