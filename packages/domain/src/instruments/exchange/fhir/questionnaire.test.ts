import { describe, expect, it } from 'vitest';
import { compileForm } from '../../compile-form.ts';
import { findForm, listForms } from '../../form-library.ts';
import { withText } from '../../with-text.ts';
import { everythingForm } from '../testing/everything-form.ts';
import { FHIR_RELEASES } from './names.ts';
import { readQuestionnaire } from './read-questionnaire.ts';
import { readResponse } from './read-response.ts';
import { writeQuestionnaire } from './write-questionnaire.ts';
import { writeResponse } from './write-response.ts';

const library = [...listForms().map(({ code }) => findForm(code)!), everythingForm()].map(
  (form) => [form.code, form] as const,
);
// biome-ignore lint/suspicious/noExplicitAny: a resource is changed at any place
const sent = (value: unknown): any => JSON.parse(JSON.stringify(value));

describe.each(FHIR_RELEASES)('a questionnaire in %s', (release) => {
  it.each(library)('%s goes out and comes back as it was', (_, form) => {
    const back = readQuestionnaire(sent(writeQuestionnaire(form, release)));
    expect(back).toMatchObject({ kind: 'read', leftOut: [] });
    if (back.kind === 'read') expect(back.value.pkg).toEqual(form.pkg);
  });

  it('says in words of the standard what the standard has words for', () => {
    const items = writeQuestionnaire(everythingForm(), release).item;
    const mood = items.find(({ linkId }) => linkId === 'mood')!;
    expect(mood.type).toBe(release === 'R4' ? 'choice' : 'coding');
    expect(mood.answerOption![0]!.valueCoding).toMatchObject({
      code: 'good',
      display: 'Good',
      extension: [
        {
          url: `http://hl7.org/fhir/StructureDefinition/${release === 'R4' ? 'ordinalValue' : 'itemWeight'}`,
          valueDecimal: 3,
        },
      ],
    });
    const age = items
      .find(({ linkId }) => linkId === 'about')!
      .item!.find(({ linkId }) => linkId === 'age')!;
    expect(age).toMatchObject({
      required: true,
      code: [{ system: 'http://loinc.org', code: '30525-0' }],
    });
    expect(JSON.stringify(age.extension)).toContain(
      "(%resource.item.where(linkId = 'about').item.where(linkId = 'age').answer.value >= 18)",
    );
    const row = items.find(({ linkId }) => linkId === 'children')!.item![1]!;
    expect(JSON.stringify(row.extension)).toContain("%row.item.where(linkId = 'child_age')");
  });
});

/** What public examples look like (LOINC panels, the guide of SDC), in words of our own. */
const fromElsewhere = () => ({
  resourceType: 'Questionnaire',
  id: 'rest',
  meta: { versionId: '3' },
  language: 'en-US',
  url: 'http://example.org/Questionnaire/SleepAndRest',
  version: '2.1',
  title: 'Sleep and rest',
  status: 'active',
  publisher: 'A university',
  copyright: 'May be used by anybody.',
  code: [{ system: 'http://loinc.org', code: '44249-1' }],
  item: [
    {
      linkId: 'night',
      prefix: '1',
      text: 'How were your nights?',
      type: 'choice',
      required: true,
      answerOption: ['LA6568-5', 'LA6569-3'].map((code, weight) => ({
        valueCoding: {
          system: 'http://loinc.org',
          code,
          display: `Answer ${weight}`,
          extension: [
            { url: 'http://hl7.org/fhir/StructureDefinition/ordinalValue', valueDecimal: weight },
          ],
        },
      })),
    },
    {
      linkId: 'why',
      text: 'What kept you awake?',
      type: 'choice',
      repeats: true,
      enableWhen: [{ question: 'night', operator: '=', answerCoding: { code: 'LA6569-3' } }],
      answerOption: [
        { valueCoding: { code: 'noise', display: 'Noise' } },
        { valueCoding: { code: 'worry', display: 'Worry' } },
      ],
    },
    {
      linkId: 'hours',
      text: 'How many hours?',
      type: 'integer',
      enableBehavior: 'any',
      enableWhen: [
        { question: 'why', operator: '=', answerCoding: { code: 'noise' } },
        { question: 'night', operator: 'exists', answerBoolean: false },
      ],
      extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/minValue', valueInteger: 0 }],
    },
  ],
});

describe('a questionnaire from elsewhere', () => {
  it('becomes a draft in the language it has, and says what was left behind', () => {
    const read = readQuestionnaire(fromElsewhere());
    expect(read).toMatchObject({ kind: 'read' });
    if (read.kind !== 'read') return;
    const { pkg } = read.value;
    expect(pkg).toMatchObject({
      code: 'sleep-and-rest',
      version: '2.1',
      title: { en: { text: 'Sleep and rest', status: 'draft' } },
      loinc: '44249-1',
      licence: { owner: 'A university', terms: 'May be used by anybody.' },
    });
    expect(pkg.items.map((item) => item.enableWhen)).toEqual([
      undefined,
      "night = 'LA6569-3'",
      "(why contains 'noise') or (night.empty())",
    ]);
    expect(read.leftOut.map(({ found }) => found)).toEqual([
      'prefix 1',
      'http://hl7.org/fhir/StructureDefinition/ordinalValue LA6568-5',
      'http://hl7.org/fhir/StructureDefinition/ordinalValue LA6569-3',
    ]);
  });

  it.each([
    ['an attachment', { type: 'attachment' }, 'type-not-held', 'attachment'],
    ['an own text beside the options', { type: 'open-choice' }, 'type-not-held', 'open-choice'],
    [
      'options that lie elsewhere',
      { answerValueSet: 'http://x/vs' },
      'options-elsewhere',
      'http://x/vs',
    ],
    ['a value to begin with', { initial: [{ valueInteger: 1 }] }, 'element-not-held', 'initial'],
    [
      'an extension nobody here knows',
      { extension: [{ url: 'http://x/y', valueCode: 'z' }] },
      'extension-not-held',
      'http://x/y',
    ],
    [
      'a hidden question',
      {
        extension: [
          {
            url: 'http://hl7.org/fhir/StructureDefinition/questionnaire-hidden',
            valueBoolean: true,
          },
        ],
      },
      'extension-not-held',
      'http://hl7.org/fhir/StructureDefinition/questionnaire-hidden',
    ],
    [
      'FHIRPath of its own',
      {
        extension: [
          {
            url: 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-enableWhenExpression',
            valueExpression: { language: 'text/fhirpath', expression: '%a.b' },
          },
        ],
      },
      'expression-not-held',
      '%a.b',
    ],
    [
      'a question inside a question',
      { item: [{ linkId: 'deep', type: 'string', text: '?' }] },
      'nested-too-deep',
      'night',
    ],
    ['a linkId that is no variable', { linkId: '/12-3' }, 'name-not-held', '/12-3'],
  ])('with %s is refused, with its place', (_, change, code, found) => {
    const resource = sent(fromElsewhere());
    Object.assign(resource.item[0], change);
    const read = readQuestionnaire(resource);
    expect(read.kind).toBe('refused');
    if (read.kind !== 'refused') return;
    const linkId =
      code === 'nested-too-deep' ? 'deep' : ((change as { linkId?: string }).linkId ?? 'night');
    expect(read.refusals).toContainEqual({ code, place: { kind: 'item', linkId }, found });
  });

  it('in a language nobody reads here, or that is no questionnaire at all, is refused', () => {
    const german = readQuestionnaire({ ...fromElsewhere(), language: 'de' });
    expect(german).toMatchObject({
      kind: 'refused',
      refusals: [{ code: 'language-not-held', found: 'de' }],
    });
    for (const other of [null, 7, [], { resourceType: 'Patient' }]) {
      expect(readQuestionnaire(other)).toMatchObject({
        kind: 'refused',
        refusals: expect.arrayContaining([expect.objectContaining({ code: 'not-readable' })]),
      });
    }
  });
});

describe('a file changed on its way', () => {
  it('is refused where an expression no longer says what the package says', () => {
    const resource = sent(writeQuestionnaire(findForm('phq-9')!, 'R4'));
    const score = resource.item.find(({ linkId }: { linkId: string }) =>
      linkId.startsWith('score.'),
    );
    score.extension[2].valueExpression.expression += ' + 1';
    expect(readQuestionnaire(resource)).toMatchObject({
      kind: 'refused',
      refusals: [{ code: 'score-altered', place: { kind: 'item', linkId: score.linkId } }],
    });
  });

  it('is refused where a score is not the one the answers give', () => {
    const form = findForm('who-5')!;
    const answers = form.pkg.examples[0]!.answers as never;
    const response = sent(writeResponse(form, answers, { status: 'completed' }));
    response.item.at(-1).answer[0].valueDecimal = 60;
    expect(readResponse(form, response)).toMatchObject({
      kind: 'refused',
      refusals: [{ code: 'score-altered' }],
    });
  });

  it('is refused with an answer the form does not take, or a reason nobody knows', () => {
    const form = findForm('who-5')!;
    const codes = (item: object) => {
      const read = readResponse(form, {
        resourceType: 'QuestionnaireResponse',
        questionnaire: `urn:tirek:form:who-5|${form.pkg.version}`,
        status: 'in-progress',
        item: [{ linkId: 'who5', item: [item] }],
      });
      return read.kind === 'refused' ? read.refusals.map(({ code }) => code) : read.value;
    };
    const reason = (valueCode: string) => ({
      linkId: 'who5_1',
      extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode }],
    });
    expect(codes({ linkId: 'who5_1', answer: [{ valueCoding: { code: '9' } }] })).toEqual([
      'answer-not-fitting',
    ]);
    expect(codes({ linkId: 'who5_9', answer: [{ valueInteger: 1 }] })).toEqual([
      'answer-not-fitting',
    ]);
    expect(codes(reason('asked-declined'))).toEqual({ who5_1: { absent: 'declined' } });
    expect(codes(reason('masked'))).toEqual(['absence-unknown']);
  });
});

describe('words that a site has bought', () => {
  it('stay with the site, whoever asks for the file, and come in by no file', () => {
    const ghq = findForm('ghq-12')!;
    const items = ghq.items.filter(({ type }) => type !== 'group');
    const brought = withText(ghq.pkg, {
      form: 'ghq-12',
      version: ghq.pkg.version,
      status: 'approved',
      languages: {
        en: {
          items: Object.fromEntries(
            items.map(({ linkId, options }) => [
              linkId,
              {
                text: `bought ${linkId}`,
                options: Object.fromEntries(options.map(({ id }) => [id, `bought ${id}`])),
              },
            ]),
          ),
        },
      },
      licence: { holder: 'A centre', reference: 'L-1', electronicUse: true },
    });
    expect(brought.kind).toBe('merged');
    if (brought.kind !== 'merged') return;
    const compiled = compileForm(brought.pkg);
    if (compiled.kind !== 'compiled') return expect.fail('compiles');
    expect(JSON.stringify(compiled.form.pkg.items)).toContain('bought g01');
    const resource = sent(writeQuestionnaire(compiled.form, 'R4'));
    expect(JSON.stringify(resource)).not.toContain('bought');

    const withWords = sent(writeQuestionnaire(ghq, 'R4'));
    const first = function inside(item: { type: string; item?: never[] }): object {
      return item.type === 'choice' ? item : inside(item.item![0]!);
    };
    Object.assign(first(withWords.item[0]), { text: 'bought' });
    expect(readQuestionnaire(withWords)).toMatchObject({
      kind: 'refused',
      refusals: [{ code: 'text-not-free', found: 'ghq-12' }],
    });
  });
});
