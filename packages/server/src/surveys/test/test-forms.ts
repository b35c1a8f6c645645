import { type CompiledForm, compileForm, findForm } from '@tirek/domain/instruments';
import { type FormCatalogue, formCatalogue } from '../forms.ts';
import { libraryForms } from '../index.ts';

const says = (text: string) => ({ ru: { text, status: 'approved' } });

function formOf(code: string, items: unknown[]): CompiledForm {
  const compiled = compileForm({
    ...findForm('phq-8')?.pkg,
    code,
    items,
    scales: [],
    examples: [],
    optionLists: {},
  });
  if (compiled.kind === 'refused') throw new Error(JSON.stringify(compiled.findings));
  return compiled.form;
}

/** One question in her own words. */
const inHerWords = formOf('words', [
  { type: 'text', linkId: 'words', text: says('Что бы вы хотели сказать?'), maxLength: 200 },
]);

/** One question whose answer may mean danger. */
const dangerous = formOf('danger', [
  {
    type: 'choice',
    linkId: 'danger_1',
    text: says('?'),
    options: ['no', 'yes'].map((id) => ({ id, text: says(id) })),
    safety: true,
  },
]);

/** What ships, and two more. */
export const testForms: FormCatalogue = formCatalogue([...libraryForms.all, inHerWords, dangerous]);
