/**
 * How long the report of a wave takes from its facts to PDF, DOCX and XLSX, for 104 respondents and for 10,000 (the same made-up
 * answers again and again), each in a program of its own: wall, processor and the most memory of the process that answers people,
 * its start not counted. As in the program, the report is made in one process and the files in two more, which load what they need
 * meanwhile; their start and their seconds of processor are counted (on Linux, which tells them). A quiet machine of two
 * processors does in a wall's second at most two of the processor's; on a busy one only the processor's seconds tell anything.
 * Aim: 2 s and 5 s.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const RESPONDENTS = [104, 10_000];
const ROOT = join(import.meta.dirname, '..');
const FILES = join(ROOT, 'packages/server/src/demo/synthetic-2022');
const csv = (name: string) => readFileSync(join(FILES, `${name}.csv`), 'utf8');

const [asked] = process.argv.slice(2);
if (asked) await measure(Number(asked));
else {
  for (const respondents of RESPONDENTS) {
    spawnSync(process.execPath, [import.meta.filename, String(respondents)], {
      stdio: 'inherit',
      // As the program itself has it.
      env: { ...process.env, NODE_COMPILE_CACHE: join(ROOT, 'node_modules/.cache/tirek') },
    });
  }
}

async function measure(respondents: number): Promise<void> {
  const { findForm } = await import('../packages/domain/src/instruments/index.ts');
  const { syntheticFacts } = await import('../packages/domain/src/reports/published-2022/index.ts');
  const { makeDocumentOf } = await import(
    '../packages/server/src/reports/documents/make-document.ts'
  );
  const { makeReport } = await import('../packages/server/src/reports/make-report.ts');
  const forms = ['needs-assessment-2022', 'ghq-12'].flatMap(
    (code) => findForm(code, '1.0.0') ?? [],
  );
  const known = syntheticFacts({ women: csv('women'), children: csv('children') }, forms);
  const responses = Array.from({ length: respondents }, (_, i) => {
    const response = known.responses[i % known.responses.length];
    if (!response) throw new Error('no answers to repeat');
    return { ...response, id: `${response.id}-${i}` };
  });
  const facts = { ...known, flow: { ...known.flow, completed: respondents }, responses };
  const start = performance.now();
  const before = process.cpuUsage();
  const told: string[] = [];
  const step = async <Made>(name: string, make: () => Made | Promise<Made>): Promise<Made> => {
    const from = performance.now();
    const made = await make();
    told.push(`${name} ${seconds(performance.now() - from)}`);
    return made;
  };
  const report = step('report', () => makeReport(facts, { language: 'kk', audience: 'internal' }));
  await Promise.all(
    (['pdf', 'docx', 'xlsx'] as const).map((format) =>
      step(format, () => makeDocumentOf(report, { format, version: 'bench' })),
    ),
  );
  const wall = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  const processor = (user + system) / 1000 + ofChildren();
  const peak = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(
    `${String(respondents).padStart(6)} respondents: ${seconds(wall)} wall, ${seconds(processor)} processor, ` +
      `${peak} MB at most (${told.join(', ')})`,
  );
}

/** Milliseconds of processor of processes that this one started and that have ended. */
function ofChildren(): number {
  if (process.platform !== 'linux') return 0;
  // After the name in brackets, which may hold anything: cutime and cstime are the 14th and 15th (proc(5)), in ticks of 10 ms.
  const fields = readFileSync('/proc/self/stat', 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  return (Number(fields[13]) + Number(fields[14])) * 10;
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}
