import { type CompiledForm, findForm, listForms } from '@tirek/domain/instruments';

/** The instruments that this program can ask, in every version it has. */
export interface FormCatalogue {
  find(code: string, version: string): CompiledForm | null;
  readonly all: readonly CompiledForm[];
}

export function formCatalogue(forms: readonly CompiledForm[]): FormCatalogue {
  const byName = new Map(forms.map((form) => [`${form.code} ${form.version}`, form]));
  return { all: forms, find: (code, version) => byName.get(`${code} ${version}`) ?? null };
}

/** The instruments that come with the program. */
export const libraryForms: FormCatalogue = formCatalogue(
  listForms().flatMap(({ code, version }) => findForm(code, version) ?? []),
);
