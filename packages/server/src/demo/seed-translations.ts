import { findForm } from '@tirek/domain/instruments';
import { type TranslationStep, workedStrings } from '@tirek/domain/instruments/translations';
import type { Database } from '../db/database.ts';
import { callAs, castActor } from './call-as.ts';
import { hasTranslations } from './queries.ts';
import type { DemoOptions } from './seed-demo.ts';

const OF = { code: 'who-5', language: 'kk' } as const;

/** The Kazakh WHO-5 under way: Saule has translated three texts, Aliya has signed one off and translated another back. */
export async function seedTranslations(
  database: Database,
  programmeId: string,
  options: DemoOptions,
): Promise<void> {
  const form = findForm(OF.code);
  if (!form || (await hasTranslations(database, programmeId))) return;
  const texts = workedStrings(form.pkg, OF.language, []).filter(({ shipped }) => shipped);
  const does = async (name: 'saule' | 'aliya', at: number, step: TranslationStep) => {
    const { id: stringId, sourceHash } = texts[at]!;
    await callAs(
      { database, actor: castActor(name, programmeId) },
      options,
      'recordTranslationStep',
      { ...OF, id: options.newId(), stringId, sourceHash, step },
    );
  };
  for (const at of [2, 3, 4]) {
    await does('saule', at, { kind: 'forward', text: texts[at]!.shipped!.text });
  }
  await does('aliya', 2, { kind: 'back', text: texts[2]!.source });
  await does('aliya', 2, { kind: 'review', verdict: 'fits', note: '' });
  const note = 'Алты әйел оқып, өз сөзімен айтып берді.';
  await does('saule', 2, { kind: 'pilot', verdict: 'fits', note });
  await does('aliya', 2, { kind: 'sign-off' });
  await does('aliya', 3, { kind: 'back', text: texts[3]!.source });
}
