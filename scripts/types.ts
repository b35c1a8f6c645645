/** Type-checks every package under its own tsconfig, so that `statistics` and `domain` see neither DOM nor Node. */
import { spawnSync } from 'node:child_process';

const projects = [
  'packages/statistics',
  'packages/domain',
  'packages/server',
  'packages/respondent',
  'packages/web',
  '.',
];

const failed = projects.filter(
  (project) => spawnSync(`tsc -p ${project}`, { stdio: 'inherit', shell: true }).status !== 0,
);
if (failed.length > 0) {
  console.error(`Type errors in: ${failed.join(', ')}`);
  process.exit(1);
}
