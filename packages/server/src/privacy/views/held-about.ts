import type { HeldSection } from '@tirek/domain/privacy/own-copy';
import { tellViews } from '@tirek/domain/privacy/own-copy';
import type { PersonView } from '@tirek/domain/privacy/views';
import type { Language } from '@tirek/domain/text';
import type { Tx } from '../../db/database.ts';
import { listViews } from './queries.ts';

/** The database answers no more at once. */
const AT_ONCE = 500;

/** What the log tells of somebody, for her own copy. */
export const viewsHeld = {
  tables: ['audit_entry'],

  async read({
    tx,
    personId,
    language,
  }: {
    readonly tx: Tx;
    readonly personId: string;
    readonly language: Language;
  }): Promise<HeldSection[]> {
    const views: PersonView[] = [];
    for (let before: number | null = null; ; ) {
      const page = await listViews(tx, { personId, before, limit: AT_ONCE });
      views.push(...page);
      before = page.at(-1)?.number ?? null;
      if (page.length < AT_ONCE) break;
    }
    return [{ section: 'views', data: views, items: tellViews(views, language) }];
  },
};
