import { type Answers, findForm, scoreForm } from '../../instruments/index.ts';
import type { Assessment } from '../assessment.ts';

let made = 0;

/** WHO-5 as somebody answered it: one option for each of its five questions, such as `33333`. */
export function aWho5(pattern: string, over: Partial<Assessment> = {}): Assessment {
  const form = findForm('who-5');
  if (!form) throw new Error('no WHO-5');
  const asked = form.items.filter(({ options }) => options.length > 0);
  const answers: Answers = Object.fromEntries(
    asked.flatMap(({ linkId }, at) => (pattern[at] ? [[linkId, pattern[at]]] : [])),
  );
  made += 1;
  return {
    ...{ id: `00000000-0000-4000-8000-${String(made).padStart(12, '0')}` },
    ...{ personId: '00000000-0000-4000-8000-000000000001' },
    ...{ formCode: form.code, formVersion: form.version, mode: 'read-aloud', informant: 'self' },
    ...{ language: 'ru', isEnteredTwice: false, takenOn: '2026-11-01' },
    ...{ answeredAt: '2026-11-01T06:00:00Z', scores: scoreForm(form, answers), conclusions: [] },
    ...{ supersedes: null, because: null, sealed: { answers, languages: {} } },
    ...{ recordedBy: '', recordedOn: '2026-11-01' },
    ...over,
  } as Assessment;
}
