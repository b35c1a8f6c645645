import type { Quote } from '@tirek/domain/reports/themes';
import type { Database } from '../db/database.ts';
import { callAs, castActor } from './call-as.ts';
import { madeUpId } from './cast.ts';
import { findClosedWave, hasThemeNote } from './queries.ts';
import type { DemoOptions } from './seed-demo.ts';
import { MADE_UP_NOTES, type MadeUpNote, type MadeUpPoint } from './theme-notes/index.ts';

type Call = (endpoint: string, input: Readonly<Record<string, unknown>>) => Promise<unknown>;
type Coder = 'dana' | 'timur';

/** Made-up notes of workshops beside the wave of 2022, coded by Dana and Timur, each behind the wall; some of it is left to do. */
export async function seedThemes(
  database: Database,
  programmeId: string,
  options: DemoOptions,
): Promise<void> {
  const waveId = await findClosedWave(database, madeUpId('campaign 2022'));
  if (waveId === null) return;
  const as = (name: Coder): Call => {
    const actor = castActor(name, programmeId);
    return (endpoint, input) => callAs({ database, actor }, options, endpoint, input);
  };
  const calls = { dana: as('dana'), timur: as('timur') };
  for (const note of MADE_UP_NOTES) {
    const id = madeUpId(`note ${note.name}`);
    if (await hasThemeNote(database, id)) continue;
    await calls.dana('addThemeNote', {
      ...{ id, waveId, head: note.head },
      excerpts: note.points.map(({ speaker, text }, place) => ({
        ...{ speaker, text },
        id: excerptId(note, place),
      })),
    });
    if (note.coded !== 'by-all') continue;
    await code(note, calls.dana, 'dana');
    if (note.head.coders === 2) await code(note, calls.timur, 'timur');
    for (const [place, point] of note.points.entries()) {
      await settleAndQuote(point, { excerptId: excerptId(note, place), calls, options });
    }
  }
}

const excerptId = (note: MadeUpNote, place: number) => madeUpId(`excerpt ${note.name} ${place}`);

async function code(note: MadeUpNote, call: Call, coder: Coder): Promise<void> {
  const made = (what: string) => madeUpId(`${coder} ${what} ${note.name}`);
  const codingId = made('coding');
  await call('startThemeCoding', { id: codingId, noteId: madeUpId(`note ${note.name}`) });
  for (const [place, point] of note.points.entries()) {
    await call('markExcerpt', {
      ...{ codingId, id: made(`mark ${place}`), excerptId: excerptId(note, place) },
      themes: point[coder] ?? [],
    });
  }
  await call('endThemeCoding', { id: made('end'), codingId });
}

async function settleAndQuote(
  { settled, quote }: MadeUpPoint,
  given: { excerptId: string; calls: Readonly<Record<Coder, Call>>; options: DemoOptions },
): Promise<void> {
  const { calls, options, ...of } = given;
  const newId = () => ({ id: options.newId() });
  if (settled) await calls.dana('settleTheme', { ...newId(), ...of, ...settled, basedOn: null });
  if (!quote) return;
  const { words, reach, waits } = quote;
  const proposal = { ...newId(), ...of, words, reach, consent: 'spoken' };
  const { id: quoteId } = (await calls.dana('proposeQuote', proposal)) as Quote;
  if (!waits) await calls.timur('decideQuote', { ...newId(), quoteId, decision: 'cleared' });
}
