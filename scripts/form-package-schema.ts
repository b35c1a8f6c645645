/**
 * Writes docs/form-package.schema.json, the JSON Schema of form packages, from the schema the compiler uses.
 * `node scripts/form-package-schema.ts` after a change of the format; a test compares the two.
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { formPackageSchema } from '../packages/domain/src/instruments/form-package-schema.ts';

const target = new URL('../docs/form-package.schema.json', import.meta.url).pathname;
writeFileSync(target, `${JSON.stringify(formPackageSchema(), null, 2)}\n`);
spawnSync(`biome format --write "${target}"`, { stdio: 'inherit', shell: true });
