import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findForm } from '@tirek/domain/instruments';
import { buildWaveReport, type Report } from '@tirek/domain/reports';
import { syntheticFacts } from '@tirek/domain/reports/published-2022';
import type { Language } from '@tirek/domain/text';

const FILES = join(import.meta.dirname, '../../../demo/synthetic-2022');
const csv = (name: string) => readFileSync(join(FILES, `${name}.csv`), 'utf8');

/** The made-up answers of 104 women in 2022, and the forms they answered. */
export function syntheticWave() {
  const forms = ['needs-assessment-2022', 'ghq-12'].map((code) => {
    const form = findForm(code, '1.0.0');
    if (!form) throw new Error(`no form ${code}`);
    return form;
  });
  const facts = syntheticFacts({ women: csv('women'), children: csv('children') }, forms);
  return { facts, forms };
}

/** The report on them. */
export function syntheticReport(language: Language): Report {
  const { facts, forms } = syntheticWave();
  return buildWaveReport(facts, forms, { language });
}
