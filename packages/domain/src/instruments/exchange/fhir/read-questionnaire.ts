import type * as z from 'zod/mini';
import { isLanguage, type Language } from '../../../text/languages.ts';
import { compileForm } from '../../compile-form.ts';
import type { CompiledForm } from '../../compiled-form.ts';
import type { FormPackage } from '../../form-package.ts';
import { FOREIGN_DEFAULTS } from '../foreign-defaults.ts';
import { type ExchangePlace, type ReadIn, RefusalList } from '../refusal.ts';
import { refuseSoldWords } from '../refuse-sold-words.ts';
import { compareExpressions } from './compare-expressions.ts';
import { OWN_NAMES } from './names.ts';
import { readLoinc } from './read-codes.ts';
import { type ItemReading, readItems } from './read-items.ts';
import { Questionnaire, type QuestionnaireItem } from './resource.ts';
import { readString } from './strings.ts';

const WHOLE: ExchangePlace = { kind: 'whole' };

/**
 * A Questionnaire of R4 or R5 as a form package. What our profile does not hold is refused with its linkId, all of it at once;
 * nothing is guessed and nothing that a respondent meets is passed over. A questionnaire that did not come from here becomes a
 * draft: its words are drafts, and its licence says that nobody has looked.
 */
export function readQuestionnaire(source: unknown): ReadIn<CompiledForm> {
  const list = new RefusalList();
  const read = Questionnaire.safeParse(source);
  if (!read.success) {
    for (const issue of read.error.issues) refuseShape(issue, source, list);
    return { kind: 'refused', refusals: list.refusals };
  }
  const resource = read.data;
  const language = resource.language?.split('-')[0];
  if (language !== undefined && !isLanguage(language)) {
    list.refuse('language-not-held', WHOLE, language);
  }
  const base: Language = isLanguage(language) ? language : 'en';
  const parts = readParts(resource, list);
  for (const name of ['date', 'contact', 'purpose', 'text'] as const) {
    if (resource[name] !== undefined) list.leave('element-not-held', WHOLE, name);
  }
  const words = (name: 'title' | 'description' | 'copyright') =>
    readString(resource[name], resource[`_${name}`], { list, place: WHOLE, base });
  const reading: ItemReading = {
    list,
    base,
    optionLists: new Map(),
    severalAnswers: severalAnswers(resource.item),
  };
  const items = readItems(resource.item, { ...reading, depth: 'form' });
  const code = codeOf(resource);
  const title = words('title') ?? { [base]: { text: code, status: 'draft' } };
  const [description, notice] = [words('description'), words('copyright')];
  const loinc = readLoinc(resource.code, { list, place: WHOLE });
  const draft = {
    ...FOREIGN_DEFAULTS,
    licence: licenceOf(resource),
    ...parts,
    format: 'tirek-form-1',
    code,
    version: resource.version ?? '1',
    status: resource.status === 'unknown' ? 'draft' : resource.status,
    title,
    ...(description && { description }),
    ...(notice && { notice }),
    ...(loinc !== undefined && { loinc }),
    optionLists: {
      ...(parts.optionLists as object | undefined),
      ...Object.fromEntries(reading.optionLists),
    },
    items,
  };
  refuseSoldWords(draft as unknown as FormPackage, list);
  if (list.refusals.length > 0) return { kind: 'refused', refusals: list.refusals };

  const compilation = compileForm(draft);
  if (compilation.kind === 'refused') {
    for (const { code: reason, path, params } of compilation.findings) {
      const place: ExchangePlace =
        typeof params.linkId === 'string' ? { kind: 'item', linkId: params.linkId } : WHOLE;
      list.refuse('package-contradicts', place, `${path}: ${reason} ${JSON.stringify(params)}`);
    }
    return { kind: 'refused', refusals: list.refusals };
  }
  compareExpressions(compilation.form, resource, list);
  return list.outcome(compilation.form);
}

const severalAnswers = (items: readonly QuestionnaireItem[]): Set<string> =>
  new Set(
    items.flatMap(({ linkId, type, repeats, item = [] }) => [
      ...(repeats && type !== 'group' ? [linkId] : []),
      ...severalAnswers(item),
    ]),
  );

const licenceOf = ({ publisher, url, copyright }: Questionnaire): FormPackage['licence'] => ({
  owner: publisher ?? 'not named',
  source: url ?? 'a FHIR Questionnaire without an address',
  terms: copyright ?? 'not named; ask the owner before it is used',
  text: 'shipped',
  checked: 'Read from a FHIR Questionnaire; nobody has looked at its licence here.',
});

/** `urn:tirek:form:who-5`, else the name or the last part of the address, as a code of ours. */
function codeOf({ url, name, id }: Questionnaire): string {
  const last = url?.replace(/\|.*$/, '').split(/[/:#]/).at(-1);
  const wanted = (url?.startsWith('urn:tirek:form:') ? last : (name ?? last ?? id)) ?? 'form';
  const code = wanted
    .replaceAll(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, 32)
    .replace(/-$/, '');
  return code || 'form';
}

function readParts({ extension = [] }: Questionnaire, list: RefusalList): Record<string, unknown> {
  const parts: Record<string, unknown> = {};
  for (const each of extension) {
    const inside = new Map((each.extension ?? []).map((part) => [part.url, part]));
    const name = inside.get('name')?.valueCode;
    const content = inside.get('content')?.valueString;
    if (each.url !== OWN_NAMES.part || name === undefined || content === undefined) {
      list.refuse('extension-not-held', WHOLE, each.url);
      continue;
    }
    try {
      parts[name] = JSON.parse(content);
    } catch {
      list.refuse('value-not-held', WHOLE, name);
    }
  }
  return parts;
}

/** Which item of the source a finding is about, and what of it is not understood. */
function refuseShape(issue: z.core.$ZodIssue, source: unknown, list: RefusalList): void {
  let at: unknown = source;
  let linkId: string | null = null;
  for (const key of issue.path) {
    at = (at as Record<PropertyKey, unknown> | undefined)?.[key];
    const own = (at as { linkId?: unknown } | null | undefined)?.linkId;
    if (typeof own === 'string') linkId = own;
  }
  const place: ExchangePlace = linkId === null ? WHOLE : { kind: 'item', linkId };
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys) list.refuse('element-not-held', place, key);
  } else if (issue.path.length === 0 || issue.path[0] === 'resourceType') {
    list.refuse('not-readable', WHOLE, 'Questionnaire');
  } else list.refuse('value-not-held', place, issue.path.join('.'));
}
