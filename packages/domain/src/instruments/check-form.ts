import { LANGUAGES } from '../text/languages.ts';
import type { Answers } from './answers.ts';
import { languagesOffered } from './bundle-form.ts';
import { checkRules } from './check-rules.ts';
import { pointsOf } from './compile-scales.ts';
import { type CompiledForm, type CompiledItem, isSafetyItem } from './compiled-form.ts';
import { errorAt, type Finding, warningAt } from './finding.ts';
import { listStrings } from './package-strings.ts';
import type { BandSet, Scale } from './scale.ts';
import { scoreForm } from './score-form.ts';
import { findWording } from './translated.ts';

/** Items whose answer may mean danger. A survey that asks any shows help at once, since nobody sees the answer. */
export function safetyItems(form: CompiledForm): CompiledItem[] {
  return form.items.filter(isSafetyItem);
}

/**
 * Examines a form that compiles. Errors forbid publishing it: bands with holes or overlaps, worked examples that come
 * out otherwise, a printed coding or licence record that contradicts the form, a text that some interface language
 * cannot show, a safety item without a signal. Warnings are for its author: gaps and drafts in a language, no evidence recorded.
 */
export function checkForm(form: CompiledForm): Finding[] {
  return [
    ...translationFindings(form),
    ...form.pkg.scales.flatMap((scale, index) => scaleFindings(form, scale, `scales[${index}]`)),
    ...exampleFindings(form),
    ...licenceFindings(form),
    ...checkRules(form),
  ];
}

function translationFindings(form: CompiledForm): Finding[] {
  const { pkg } = form;
  const offered = languagesOffered(form, { allowDraft: true });
  return [
    ...listStrings(pkg).flatMap(({ place, text }) =>
      LANGUAGES.flatMap((language) => {
        if (!findWording(text, language, pkg.fallback[language])) {
          return [errorAt('text-cannot-be-shown', place, { language })];
        }
        if (!text[language]) return [warningAt('translation-missing', place, { language })];
        return text[language].status === 'draft'
          ? [warningAt('translation-draft', place, { language })]
          : [];
      }),
    ),
    ...offered
      .filter((language) => (pkg.evidence[language] ?? []).length === 0)
      .map((language) => warningAt('no-evidence-recorded', 'evidence', { language })),
  ];
}

function scaleFindings(form: CompiledForm, scale: Scale, place: string): Finding[] {
  const ids = scale.bandSets.flatMap(({ bands }) => bands.map(({ id }) => id));
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  const printed = printedCoding(form, scale);
  return [
    ...(twice ? [errorAt('band-id-twice', place, { scale: scale.id, band: twice })] : []),
    ...(printed === scale.printedCoding
      ? []
      : [
          errorAt('printed-coding-differs', `${place}.printedCoding`, {
            scale: scale.id,
            computed: printed,
          }),
        ]),
    ...scale.bandSets.flatMap((set, index) =>
      bandFindings(set, scale, `${place}.bandSets[${index}].bands`),
    ),
  ];
}

/** `0-0-1-1`, several codings joined by ` / `; whole numbers count as answered. */
function printedCoding(form: CompiledForm, scale: Scale): string {
  const codings = scale.items.map((linkId) => {
    const { options } = form.byLinkId.get(linkId)!;
    const points = pointsOf({ ...scale, reversed: [] }, linkId);
    return options.length > 0 ? options.map(({ id }) => points[id]).join('-') : 'as answered';
  });
  return [...new Set(codings)].join(' / ');
}

function bandFindings({ kind, bands }: BandSet, { id, range }: Scale, place: string): Finding[] {
  const error = (code: string, index: number, params: Finding['params'] = {}) =>
    errorAt(code, `${place}[${index}]`, { scale: id, band: bands[index]!.id, ...params });
  // A band without an end takes the maximum itself.
  const end = (index: number) => bands[index]!.below ?? Number.POSITIVE_INFINITY;

  return bands.flatMap(({ from, below }, index) => {
    const found: Finding[] = [];
    if (from < range.min || from > range.max) found.push(error('band-outside-range', index));
    if (below !== undefined && (below <= from || below > range.max)) {
      found.push(error('band-empty-or-outside', index));
    }
    const isLast = index === bands.length - 1;
    if (kind === 'exclusive') {
      if (index === 0 && from !== range.min) {
        found.push(error('bands-leave-a-hole', index, { from: range.min, to: from }));
      }
      if (isLast && below !== undefined) {
        found.push(error('bands-leave-a-hole', index, { from: below, to: range.max }));
      }
      const next = bands[index + 1];
      if (next && next.from > end(index)) {
        found.push(error('bands-leave-a-hole', index, { from: end(index), to: next.from }));
      }
      if (next && next.from < end(index))
        found.push(error('bands-overlap', index, { at: next.from }));
    } else if (index > 0) {
      const outer = bands[index - 1]!;
      const isInside = from >= outer.from && end(index) <= end(index - 1);
      const isSame = from === outer.from && end(index) === end(index - 1);
      if (!isInside || isSame) found.push(error('band-not-nested', index, { outer: outer.id }));
    }
    return found;
  });
}

function exampleFindings(form: CompiledForm): Finding[] {
  const { pkg } = form;
  const missing = pkg.scales
    .filter(({ id }) => !pkg.examples.some(({ expected }) => expected.some((e) => e.scale === id)))
    .map(({ id }) => errorAt('scale-without-example', 'examples', { scale: id }));

  const wrong = pkg.examples.flatMap((example, index) => {
    const place = `examples[${index}]`;
    const answers = example.answers as Answers;
    const unknown = Object.keys(answers).filter((linkId) => !form.byLinkId.has(linkId));
    if (unknown.length > 0) {
      return [errorAt('example-unknown-item', place, { linkId: unknown.join(', ') })];
    }
    const { hard } = form.open(null).check(answers);
    const broken = hard.map(({ path, code }) =>
      errorAt('example-invalid', `${place}.answers.${path}`, { reason: code }),
    );
    const scores = scoreForm(form, answers);
    const differing = example.expected.flatMap((expected, at) => {
      const score = scores.find(
        ({ scale, row }) => scale === expected.scale && row === expected.row,
      );
      const got = JSON.stringify(score ?? null);
      const isRight =
        score !== undefined &&
        ('value' in expected
          ? score.kind === 'scored' &&
            Math.abs(score.value - expected.value) < 1e-9 &&
            (!expected.bands || expected.bands.join() === score.bands.join())
          : score.kind === 'incomplete' &&
            score.answered === expected.incomplete.answered &&
            score.needed === expected.incomplete.needed);
      return isRight
        ? []
        : [errorAt('example-comes-out-otherwise', `${place}.expected[${at}]`, { got })];
    });
    return [...broken, ...differing];
  });
  return [...missing, ...wrong];
}

function licenceFindings({ pkg, hasText }: CompiledForm): Finding[] {
  const { licence, wording } = pkg;
  const found: Finding[] = [];
  if (licence.text === 'shipped' && wording === 'absent') {
    found.push(errorAt('licence-says-text-is-shipped', 'licence.text'));
  }
  if (wording === 'absent' && hasText) {
    found.push(errorAt('text-where-none-may-ship', 'wording'));
  }
  if (licence.text === 'bring-your-own' && wording === 'own') {
    found.push(errorAt('own-words-need-no-licence', 'licence.text'));
  }
  if (wording === 'own' && !pkg.notice) found.push(errorAt('own-words-unmarked', 'notice'));
  if (licence.attribution && !pkg.notice) {
    found.push(errorAt('attribution-not-shown', 'notice'));
  }
  return found;
}
