import { findForm } from '@tirek/domain/instruments';
import { Problem } from '@tirek/domain/problem';
import type { Report } from '@tirek/domain/reports';

/** The instruments of a wave in the versions it was asked with. */
export function formsOf({ wave }: { wave: { forms: Readonly<Report['wave']['forms']> } }) {
  return wave.forms.map(({ code, version }) => {
    const form = findForm(code, version);
    if (!form) throw new Problem('internal', { missing: 'form', code, version });
    return form;
  });
}
