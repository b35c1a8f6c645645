/**
 * How many questionnaires a minute one core scores and turns into a step of care, each with the two that were answered before.
 */
import { findForm, scoreForm } from '../packages/domain/src/instruments/index.ts';
import { DEFAULT_PATHWAY } from '../packages/domain/src/pathways/default-pathway.ts';
import type { AssessmentFacts } from '../packages/domain/src/pathways/pathway-facts.ts';
import { NOTHING_KNOWN } from '../packages/domain/src/pathways/pathway-facts.ts';
import { stepOf } from '../packages/domain/src/pathways/step-of.ts';

const COUNT = 100_000;
const TODAY = '2026-12-01';
const form = findForm('phq-9');
if (!form) throw new Error('no PHQ-9');
const items = form.pkg.scales[0]?.items ?? [];

const answered = (at: number, on: string): AssessmentFacts => {
  const answers = Object.fromEntries(
    items.map((item, i) => [
      item,
      String(Math.floor((((at * 7919 + i * 104_729) % 97) / 97) * ((at % 4) + 1))),
    ]),
  );
  const scores = scoreForm(form, answers).map((score) => ({
    scale: score.scale,
    ...(score.kind === 'scored'
      ? { value: score.value, bands: score.bands }
      : { value: null, bands: [] }),
  }));
  const id = `00000000-0000-7000-8000-${String(at).padStart(12, '0')}`;
  return {
    id,
    form: 'phq-9',
    informant: 'self',
    takenOn: on,
    scores,
    conclusions: [],
    items: null,
  };
};

const earlier = [answered(3, '2026-09-01'), answered(5, '2026-10-15')];
const standing = { step: '3', since: '2026-09-02', careSince: '2026-09-02' } as const;
const steps = new Map<string | null, number>();
const from = performance.now();
for (let at = 0; at < COUNT; at++) {
  const assessments = [...earlier, answered(at, TODAY)];
  const facts = { ...NOTHING_KNOWN, signals: [], needs: [], standing, assessments };
  const { step } = stepOf(DEFAULT_PATHWAY, facts, TODAY);
  steps.set(step, (steps.get(step) ?? 0) + 1);
}
const seconds = (performance.now() - from) / 1000;
console.log(
  `${COUNT} questionnaires scored and stepped in ${seconds.toFixed(1)} s: ` +
    `${Math.round((COUNT / seconds) * 60)} a minute; ${[...steps].map(([step, n]) => `${step}: ${n}`).join(', ')}`,
);
