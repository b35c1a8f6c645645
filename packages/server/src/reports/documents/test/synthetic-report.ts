import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findForm } from '@tirek/domain/instruments';
import { buildWaveReport, type Report } from '@tirek/domain/reports';
import { syntheticFacts } from '@tirek/domain/reports/published-2022';
import type { Language } from '@tirek/domain/text';

const FILES = join(import.meta.dirname, '../../../demo/synthetic-2022');
const csv = (name: string) => readFileSync(join(FILES, `${name}.csv`), 'utf8');

/** The report on the made-up answers of 104 women in 2022. */
export function syntheticReport(language: Language): Report {
  const forms = ['needs-assessment-2022', 'ghq-12'].map((code) => {
    const form = findForm(code, '1.0.0');
    if (!form) throw new Error(`no form ${code}`);
    return form;
  });
  const facts = syntheticFacts({ women: csv('women'), children: csv('children') }, forms);
  return buildWaveReport(facts, forms, { language });
}
