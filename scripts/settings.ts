/** Writes `docs/settings.md` from the table of settings. `node scripts/settings.ts` writes; a test fails when it is stale. */
import { writeFile } from 'node:fs/promises';
import { settingsDocument } from '../packages/server/src/settings-document.ts';

await writeFile(new URL('../docs/settings.md', import.meta.url), settingsDocument());
