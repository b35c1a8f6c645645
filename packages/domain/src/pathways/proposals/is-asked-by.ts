import type { Pathway } from '../pathway.ts';

/** Whether a pathway asks about any of these instruments: what it does not ask about leads to no proposal. */
export function isAskedBy(pathway: Pathway, forms: readonly string[]): boolean {
  const asked = new Set(pathway.reads.map(({ form }) => form));
  for (const { when } of pathway.rules) {
    for (const { is } of when.of.flatMap(({ of }) => of)) {
      if ('form' in is && is.form !== null) asked.add(is.form);
    }
  }
  return forms.some((form) => asked.has(form));
}
