import type { CaseEntryInput } from '@tirek/domain/cases';
import type { Database } from '../db/database.ts';
import { programmeDay } from '../programmes/index.ts';
import { callAs, castActor } from './call-as.ts';
import { type CaseStory, caseStories } from './case-stories.ts';
import { madeUpId } from './cast.ts';
import { hasCases } from './queries.ts';
import type { DemoOptions } from './seed-demo.ts';

/** Saule writes into the cases of some of her families; Gulmira decides on their plans. */
export async function seedCases(
  database: Database,
  programmeId: string,
  options: DemoOptions,
): Promise<void> {
  if (await hasCases(database, programmeId)) return;
  const today = programmeDay(options.clock().toISOString());
  const as = (name: 'saule' | 'gulmira') => (endpoint: string, input: Record<string, unknown>) =>
    callAs({ database, actor: castActor(name, programmeId) }, options, endpoint, input);
  for (const story of caseStories(today, madeUpId)) {
    await tell(story, { saule: as('saule'), gulmira: as('gulmira'), newId: options.newId });
  }
}

type Call = (endpoint: string, input: Record<string, unknown>) => Promise<unknown>;

async function tell(
  story: CaseStory,
  { saule, gulmira, newId }: { saule: Call; gulmira: Call; newId: () => string },
): Promise<void> {
  const familyId = madeUpId(`family ${story.family}`);
  const personId = madeUpId(`person ${story.family} 0`);
  const versions = new Map<string, number>();
  const write = async (entry: CaseEntryInput) => {
    const subject = 'subjectId' in entry ? entry.subjectId : entry.kind;
    const basedOn = versions.get(subject) ?? 0;
    await saule('recordCaseEntry', { id: newId(), familyId, basedOn, entry });
    versions.set(subject, basedOn + 1);
  };
  await saule('recordConsent', consentOf(personId, story, newId));
  for (const fact of story.facts ?? []) {
    const input = { id: newId(), familyId, basedOn: 0, fact, confirmed: [] };
    await saule('recordFamilyFact', input);
  }
  const { openedOn, attention } = story;
  await write({
    ...{ kind: 'case', state: 'open', personId, words: null },
    value: { openedOn, attention },
  });
  for (const entry of story.entries) await write(entry);
  if (story.plan !== null) {
    const planned = story.entries.flatMap((entry) =>
      entry.kind === 'goal' || entry.kind === 'action' ? [[entry.subjectId, 1] as const] : [],
    );
    await write({
      ...{ kind: 'plan', state: 'submitted', personId: null, words: null },
      value: { covers: Object.fromEntries(planned) },
    });
    if (story.plan !== 'waiting') {
      const isAgreed = story.plan === 'approved';
      const words = typeof story.plan === 'object' ? { text: story.plan.returned, body: '' } : null;
      const about = 'plan';
      await gulmira('decideCase', { id: newId(), familyId, about, basedOn: 1, isAgreed, words });
    }
  }
  for (const entry of story.later) await write(entry);
}

const consentOf = (personId: string, story: CaseStory, newId: () => string) => ({
  ...{ id: newId(), personId, party: 'person', givenOn: story.openedOn, mode: 'written' },
  ...{ language: story.language, witness: null, guardian: null, unsafeReason: null },
  decisions: [
    {
      ...{ id: newId(), purpose: 'service', receiverId: null, textVersion: 'service-1' },
      ...{ decision: 'given', until: null, withheld: [] },
    },
  ],
});
