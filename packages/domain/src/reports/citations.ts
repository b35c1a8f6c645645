import type { CompiledForm, Source } from '../instruments/index.ts';
import type { Language } from '../text/index.ts';
import type { Citation } from './report.ts';
import { formText, type Speech } from './variables.ts';

/** Where something comes from: what is said of it in the report's language, and the works as they are cited. */
export function sourceText(form: CompiledForm, speech: Speech, { words, works }: Source): string {
  const said = formText(form, speech, words);
  const cited = works?.map(({ citation }) => citation).join('; ');
  if (!said || !cited) return said ?? cited ?? '';
  return `${said} (${cited})`;
}

/** Works that the scales of these forms rest on and that are not in the report's language, the longest first. */
export function listCitations(forms: readonly CompiledForm[], language: Language): Citation[] {
  const sources = forms.flatMap(({ pkg }) =>
    pkg.scales.flatMap(({ source, bandSets }) => [source, ...bandSets.map((set) => set.source)]),
  );
  const cited = sources
    .flatMap(({ works }) => works ?? [])
    .filter((work) => work.language !== language)
    .map((work): [string, string] => [work.citation, work.language]);
  return [...new Map(cited)]
    .map(([text, tongue]) => ({ text, language: tongue }))
    .toSorted((a, b) => b.text.length - a.text.length);
}
