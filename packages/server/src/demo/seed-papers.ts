import type { Database } from '../db/database.ts';
import { programmeDay } from '../programmes/index.ts';
import { callAs, castActor } from './call-as.ts';
import { madeUpId } from './cast.ts';
import { paperStories } from './paper-stories.ts';
import { hasPapers } from './queries.ts';
import type { DemoOptions } from './seed-demo.ts';

/** Saule writes down where the papers of some of her families stand. */
export async function seedPapers(
  database: Database,
  programmeId: string,
  options: DemoOptions,
): Promise<void> {
  if (await hasPapers(database, programmeId)) return;
  const today = programmeDay(options.clock().toISOString());
  const actor = castActor('saule', programmeId);
  for (const { family, versions } of paperStories(today, madeUpId)) {
    const personId = madeUpId(`person ${family} 0`);
    for (const [basedOn, paper] of versions.entries()) {
      const input = { id: options.newId(), personId, basedOn, paper };
      await callAs({ database, actor }, options, 'recordPaper', input);
    }
  }
}
