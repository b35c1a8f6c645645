import type { CompiledForm } from '../../compiled-form.ts';
import { aForm, asks, words } from '../../testing/a-form.ts';

/** A form that holds everything a form package may hold in its items, for tests of what goes out and in. */
export const everythingForm = (): CompiledForm =>
  aForm(
    [
      { type: 'display', linkId: 'hello', text: words('Welcome') },
      {
        type: 'group',
        linkId: 'about',
        text: words('About you'),
        label: words('You'),
        help: words("It's short"),
        enableWhen: 'consent.empty() or consent = true',
        items: [
          asks({
            type: 'integer',
            linkId: 'age',
            min: 12,
            max: 99,
            required: true,
            loinc: '30525-0',
            constraints: [
              {
                id: 'old-enough',
                severity: 'soft',
                expression: 'age >= 18',
                text: words('Under 18?'),
              },
            ],
          }),
          asks({
            type: 'decimal',
            linkId: 'weight',
            min: 0.5,
            decimals: 1,
            sensitivity: 'sensitive',
          }),
          asks({
            type: 'date',
            linkId: 'born',
            precision: 'month',
            min: '1930',
            max: '2026-11-30',
            constraints: [
              {
                id: 'born-before-today',
                severity: 'hard',
                expression: 'born <= today() - 12 years',
                text: words("Isn't this too late?"),
              },
            ],
          }),
          asks({ type: 'text', linkId: 'says', maxLength: 300, multiline: true, missing: [] }),
          asks({ type: 'text', linkId: 'name_of_it' }),
        ],
      },
      asks({ type: 'boolean', linkId: 'consent', missing: ['declined', 'not-applicable'] }),
      asks({
        type: 'choice',
        linkId: 'mood',
        options: [
          { id: 'good', text: words('Good'), label: words('G'), code: '1' },
          { id: 'so-so', text: words('So so'), code: '2' },
        ],
      }),
      asks({ type: 'choice', linkId: 'ready', options: 'yes_no', neverAFilter: true }),
      asks({
        type: 'multi-choice',
        linkId: 'wishes',
        maxChoices: 2,
        options: [
          { id: 'school', text: words('School') },
          { id: 'work', text: words('Work') },
          { id: 'none', text: words('None'), exclusive: true },
        ],
        enableWhen: "mood in ('good' | 'so-so') and age.empty()",
      }),
      { type: 'integer', linkId: 'double_age', calculation: 'age * 2 - 1' },
      {
        type: 'roster',
        linkId: 'children',
        text: words('Your children'),
        rowLabel: words('Child {n}'),
        rowsFrom: 'age',
        maxRows: 9,
        enableWhen: "(wishes contains 'school').not()",
        items: [
          asks({ type: 'integer', linkId: 'child_age', min: 0, max: 30 }),
          asks({
            type: 'choice',
            linkId: 'child_mood',
            options: 'yes_no',
            enableWhen: 'child_age >= 3 and age > 20',
          }),
        ],
      },
      asks({
        type: 'boolean',
        linkId: 'small_ones',
        enableWhen: 'children.where(child_age < 7).count() >= 1 and children.child_age.sum() < 90',
      }),
    ],
    {
      missing: ['declined', 'unknown'],
      description: words('For tests'),
      notice: words('Free'),
      scales: [
        {
          id: 'mood',
          version: '1',
          title: words('Mood'),
          items: ['mood'],
          coding: { good: 3, 'so-so': 1 },
          combine: 'sum',
          minimumAnswered: 1,
          proration: 'none',
          range: { min: 1, max: 3 },
          direction: 'higher-is-better',
          printedCoding: '3-1',
          bandSets: [],
          evidence: {},
          source: { words: words('ours') },
        },
      ],
    },
  );
