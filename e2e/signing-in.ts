import type { Language } from '@tirek/domain/text';
import { translator } from '@tirek/domain/text';
import type { Page } from 'playwright-core';
import { type CastName, castPassword } from '../packages/server/src/test/cast.ts';
import en from '../packages/web/src/text/en/access.json' with { type: 'json' };
import kk from '../packages/web/src/text/kk/access.json' with { type: 'json' };
import ru from '../packages/web/src/text/ru/access.json' with { type: 'json' };
import type { DemoProgram } from './program.ts';

const WORDS = { kk, ru, en };

/** Signs in as a person does: name and password, then the six digits of the app; stays where the page leads. */
export async function signInThroughPages(
  page: Page,
  { program, name, language }: { program: DemoProgram; name: CastName; language: Language },
): Promise<void> {
  const say = translator(WORDS[language], language);
  await page.getByLabel(say('signIn.name')).fill(name);
  await page.getByLabel(say('signIn.password'), { exact: true }).fill(castPassword(name));
  await page.getByRole('button', { name: say('signIn.go'), exact: true }).click();
  const code = page.getByLabel(say('second.code'));
  await code.waitFor();
  await code.fill(await program.totp(name));
  await code.waitFor({ state: 'detached' });
}
