import { describe, expect, it } from 'vitest';
import {
  type FormReading,
  readFormFields,
  renderEndPage,
  renderRefusalPage,
  renderSurveyPage,
} from './page.ts';
import type { Fields } from './plain/fields.ts';
import { everyKind, sampleSurvey } from './test/sample-survey.ts';

const TODAY = '2026-11-22';
const ID = '3b241101-e2bb-4255-8caf-4136c566a962';
const assets = { script: 'let a=1', style: 'p{margin:0}' };
const survey = (linkage: 'open' | 'one-time' | 'panel' = 'open') =>
  sampleSurvey('kk', { bundles: [everyKind('kk')], linkage });

/** The form as its page drew it, to be filled in and sent again and again. */
function aPlainForm(linkage: 'open' | 'one-time' = 'open') {
  const form = {
    fields: {} as Record<string, string | string[]>,
    html: '',
    send(typed: Record<string, string | string[]>, pressed = 'send'): FormReading {
      Object.assign(form.fields, typed, { do: pressed });
      const reading = readFormFields(survey(linkage), { fields: form.fields, today: TODAY });
      draw(reading);
      return reading;
    },
  };
  function draw(reading: FormReading | null): void {
    const again = reading ? { again: { fields: form.fields as Fields, reading } } : {};
    const options = { ...assets, submissionId: ID, today: TODAY, ...again };
    form.html = renderSurveyPage(survey(linkage), options).html;
    const hidden = /<input type="hidden" name="([^"]+)" value="([^"]*)"/g;
    for (const [, name, value] of form.html.matchAll(hidden)) form.fields[name!] = value!;
  }
  draw(null);
  return form;
}

const agreed = { consent: 'yes', 'a.every-kind.has_garden': 'no' };

describe('the page in one response', () => {
  it('names every inline text that the policy must allow, and loads nothing', () => {
    const page = renderSurveyPage(survey(), { ...assets, submissionId: ID, today: TODAY });
    expect(page.scripts).toEqual([assets.script]);
    expect(page.styles).toEqual([assets.style]);
    expect(page.html).toContain(`<script>${assets.script}</script>`);
    expect(page.html).not.toMatch(
      /\ssrc=|<link(?! rel="icon" href="data:,")|@import|\sstyle=|\son[a-z]+=/,
    );
  });

  it('carries the words of the wave’s languages only, so that a switch needs no new words', () => {
    const { html } = renderSurveyPage(
      { ...survey(), languages: ['kk', 'ru'] },
      { ...assets, submissionId: ID, today: TODAY },
    );
    expect(html).toContain('Өткізіп жіберу');
    expect(html).toContain('Пропустить');
    expect(html).not.toContain('I prefer not to say');
  });

  it('asks for consent first', () => {
    const { html } = renderSurveyPage(survey(), { ...assets, submissionId: ID, today: TODAY });
    const form = html.slice(0, html.indexOf('<script'));
    expect(form.indexOf('name="consent"')).toBeGreaterThan(0);
    expect(form.indexOf('name="consent"')).toBeLessThan(
      form.indexOf('name="a.every-kind.has_garden"'),
    );
  });

  it('asks for no PIN without script, since a PIN must not leave the phone', () => {
    const { html } = renderSurveyPage(survey('panel'), {
      ...assets,
      submissionId: ID,
      today: TODAY,
    });
    const form = html.slice(0, html.indexOf('<script'));
    expect(form).toContain('ПИН телефоннан шықпауы керек');
    expect(form).not.toMatch(/<input|<textarea/);
  });

  it('does not let the script replace what somebody without script has typed', () => {
    const form = aPlainForm();
    form.send({});
    expect(form.html).not.toContain('<script');
  });
});

describe('the form without script', () => {
  it('takes what Madina answers and leaves blanks blank', () => {
    const reading = aPlainForm().send({
      ...agreed,
      'a.every-kind.breakfast': ['tea', 'bread'],
      'a.every-kind.people': '7',
      'a.every-kind.hours': '7,5',
      'a.every-kind.wish': ' <b>тыныштық</b> ',
      'rows.every-kind.pets': '0',
    });
    expect(reading).toMatchObject({
      kind: 'submission',
      submission: {
        id: ID,
        language: 'kk',
        consent: { version: 'survey-open-1', language: 'kk' },
        forms: { 'every-kind': '1' },
        answers: {
          'every-kind': {
            has_garden: false,
            garden_since: { absent: 'not-shown' },
            breakfast: ['bread', 'tea'],
            people: 7,
            hours: 7.5,
            wish: '<b>тыныштық</b>',
          },
        },
      },
    });
  });

  it('tells a reason from a blank', () => {
    const reading = aPlainForm().send({ ...agreed, 'x.every-kind.wish': 'declined' });
    expect(reading).toMatchObject({
      submission: {
        answers: {
          'every-kind': { wish: { absent: 'declined' }, people: { absent: 'not-reached' } },
        },
      },
    });
  });

  it('stores nothing of somebody who declines, whatever else she has typed', () => {
    const reading = aPlainForm().send({ consent: 'no', 'a.every-kind.wish': 'тыныштық' });
    expect(reading).toEqual({ kind: 'declined' });
  });

  it('takes nothing without consent and gives back everything that was typed', () => {
    const form = aPlainForm();
    const reading = form.send({
      'a.every-kind.has_garden': 'no',
      'a.every-kind.wish': 'a "quoted" <wish>',
    });
    expect(reading).toMatchObject({ kind: 'invalid', consent: 'missing' });
    expect(form.html).toContain('a &quot;quoted&quot; &lt;wish&gt;');
    expect(form.html).toMatch(/name="a\.every-kind\.has_garden" value="no" checked/);
  });

  it('asks again whoever agreed to words that are older than these', () => {
    const form = aPlainForm();
    form.fields.version = 'survey-open-0';
    expect(form.send(agreed)).toMatchObject({ kind: 'invalid', consent: 'old' });
    expect(form.html).toContain('Мәтін өзгерді');
    expect(form.html).not.toMatch(/name="consent" value="yes" checked/);
  });

  it('shows the questions that an answer has opened before it takes the form', () => {
    const form = aPlainForm();
    const first = form.send({ consent: 'yes', 'a.every-kind.has_garden': 'yes' });
    expect(first).toEqual({ kind: 'more', places: ['every-kind:garden_since'] });
    expect(form.html).toContain('Жаңа сұрақ');
    const second = form.send({
      'a.every-kind.garden_since:y': '2019',
      'a.every-kind.garden_since:m': '5',
    });
    expect(second).toMatchObject({
      kind: 'submission',
      submission: { answers: { 'every-kind': { has_garden: true, garden_since: '2019-05' } } },
    });
  });

  it('draws as many rows as there are animals, and reads each', () => {
    const form = aPlainForm();
    expect(form.send({ ...agreed, 'rows.every-kind.pets': '2' }, 'rows')).toEqual({
      kind: 'redraw',
      language: 'kk',
    });
    expect(form.html).toContain('2-жануар');
    const reading = form.send({
      'a.every-kind.pets/0/pet_name': 'Ақтөс',
      'a.every-kind.pets/1/pet_age': '3',
    });
    expect(reading).toMatchObject({
      submission: {
        answers: {
          'every-kind': {
            pets: [
              { pet_name: 'Ақтөс', pet_age: { absent: 'not-reached' } },
              { pet_name: { absent: 'not-reached' }, pet_age: 3 },
            ],
          },
        },
      },
    });
  });

  it.each([
    ['a.every-kind.people', 'jeti', 'Бұл жауапты оқу мүмкін болмады'],
    ['a.every-kind.people', '41', 'Ең үлкен мүмкін мән: 40'],
    ['a.every-kind.hours', '7,55', 'Үтірден кейінгі сандар тым көп'],
    ['a.every-kind.breakfast', ['bread', 'tea', 'milk'], 'Ең көбі 2 жауап таңдаңыз'],
    ['a.every-kind.breakfast', ['none', 'tea'], 'жеке таңдауға болады'],
    ['a.every-kind.has_garden', 'maybe', 'Бұл жауапты оқу мүмкін болмады'],
  ])('says what is wrong with %s = %j and keeps it on the page', (name, typed, sentence) => {
    const form = aPlainForm();
    expect(form.send({ ...agreed, [name]: typed })).toMatchObject({ kind: 'invalid' });
    expect(form.html).toContain(sentence);
    for (const value of [typed].flat().slice(0, name.endsWith('garden') ? 0 : 3)) {
      expect(form.html).toContain(`value="${value}"`);
    }
  });

  it('refuses half a date', () => {
    const form = aPlainForm();
    form.send({ consent: 'yes', 'a.every-kind.has_garden': 'yes' });
    expect(form.send({ 'a.every-kind.garden_since:m': '5' })).toMatchObject({
      kind: 'invalid',
      hard: [{ place: 'every-kind:garden_since' }],
    });
    expect(form.html).toContain('<option value="5" selected>мамыр</option>');
  });

  it('asks whether an unlikely answer is right, and believes her', () => {
    const form = aPlainForm();
    const first = form.send({ ...agreed, 'a.every-kind.people': '25' });
    expect(first).toMatchObject({
      kind: 'invalid',
      hard: [],
      soft: [{ place: 'every-kind:people' }],
    });
    const [, name] = /name="(confirm\.[^"]+)"/.exec(form.html)!;
    expect(form.send({ [name!]: 'yes' })).toMatchObject({ kind: 'submission' });
  });

  it('switches the language and keeps what was typed', () => {
    const form = aPlainForm();
    const reading = form.send({ ...agreed, 'a.every-kind.wish': 'тыныштық' }, 'language.ru');
    expect(reading).toEqual({ kind: 'redraw', language: 'ru' });
    const page = renderSurveyPage(sampleSurvey('ru', { bundles: [everyKind('ru')] }), {
      ...assets,
      submissionId: ID,
      today: TODAY,
      again: { fields: form.fields, reading },
    });
    expect(page.html).toContain('Чего бы вы хотели?');
    expect(page.html).toContain('тыныштық');
  });

  it('asks for the code of the sheet and finds a slip in it', () => {
    const form = aPlainForm('one-time');
    expect(form.send(agreed)).toMatchObject({ kind: 'invalid', code: 'incomplete' });
    expect(form.send({ code: '2345-6789-CDFZ' })).toMatchObject({
      kind: 'invalid',
      code: 'mistyped',
    });
    expect(form.html).toContain('value="2345-6789-CDFZ"');
  });

  it('fills in a code from the address', () => {
    const { html } = renderSurveyPage(survey('one-time'), {
      ...assets,
      submissionId: ID,
      today: TODAY,
      codePrefilled: '2345-6789-CDFH',
    });
    expect(html).toContain(
      'name="code" autocomplete="off" autocapitalize="characters" spellcheck="false" value="2345-6789-CDFH"',
    );
  });

  it('takes nothing from names that no page of ours has', () => {
    const reading = readFormFields(survey(), {
      fields: JSON.parse(
        '{"__proto__":"x","consent":"yes","do":"send","a.other.age":"3","shown.every-kind":"constructor"}',
      ) as Fields,
      today: TODAY,
    });
    expect(reading.kind).toBe('more');
  });
});

describe('pages around the survey', () => {
  it('thanks, and says whom to call', () => {
    const { html } = renderEndPage(survey(), { end: 'thanks', style: assets.style });
    expect(html).toContain('Рақмет!');
    expect(html).toContain('href="tel:88000000000"');
  });

  it.each(['kk', 'ru', 'en'] as const)(
    'has a sentence for a survey that has not begun, in %s',
    (language) => {
      const { html } = renderRefusalPage({
        language,
        languages: ['kk', 'ru', 'en'],
        style: assets.style,
        refusal: { code: 'wave-not-open-yet', details: { opensOn: '2026-12-01' } },
      });
      expect(html).toMatch(/1 желтоқсан|1 декабря 2026|1 December 2026/);
      for (const other of ['kk', 'ru', 'en']) expect(html).toContain(`href="?language=${other}"`);
      expect(html.match(/lang="(..)" hreflang=".." aria-current/)?.[1]).toBe(language);
      expect(html).not.toContain('{{');
    },
  );

  it('never shows a bare code for a refusal it does not know', () => {
    const { html } = renderRefusalPage({
      language: 'ru',
      languages: ['kk', 'ru'],
      style: '',
      refusal: { code: 'moon-not-full' },
    });
    expect(html).not.toContain('moon');
    expect(html).toContain('На нашей стороне');
  });
});

describe('a yes in the form without script', () => {
  const model = sampleSurvey('kk', { forms: ['who-5', 'phq-9'] });
  const page = (fields: Fields, reading: FormReading, drawn = model) =>
    renderSurveyPage(drawn, {
      ...assets,
      submissionId: ID,
      today: TODAY,
      again: { fields, reading },
    }).html;
  const hidden = (html: string) =>
    Object.fromEntries(
      [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
        ([, name, value]) => [name!, value!],
      ),
    );
  const first = hidden(renderSurveyPage(model, { ...assets, submissionId: ID, today: TODAY }).html);
  const yes = { ...first, consent: 'yes', 'a.phq-9.phq9_9': '1', do: 'send' };
  const read = (fields: Fields) => readFormFields(model, { fields, today: TODAY });

  it('is answered with help before anything is stored or found wrong', () => {
    expect(read(yes)).toEqual({ kind: 'help' });
    expect(read({ ...yes, consent: '' })).toEqual({ kind: 'help' });
    const html = page(yes, { kind: 'help' });
    expect(html).toContain('Бұл жауапты қазір ешкім көрмейді');
    expect(html).toContain('href="tel:112"');
    expect(html).toContain('href="tel:103"');
    expect(html).toContain('href="tel:88000000000"');
    expect(html).toContain('href="https://example.org/"');
    expect(html).toContain('formaction="#q-phq-9-phq9_9"');
    expect(html).not.toContain('<script');
  });

  it('lets her go on: all she has typed is sent, and what opened up is asked', () => {
    const kept = hidden(page(yes, { kind: 'help' }));
    expect(kept).toMatchObject({ 'a.phq-9.phq9_9': '1', consent: 'yes', id: ID, language: 'kk' });
    const more = read({ ...kept, do: 'help.on' });
    expect(more).toEqual({ kind: 'more', places: ['phq-9:phq9_10'] });
    const drawn = hidden(page({ ...kept, do: 'help.on' }, more));
    expect(drawn).toMatchObject({ helped: 'phq-9:0' });
    const sent = read({ ...yes, ...drawn, do: 'send' });
    expect(sent).toMatchObject({
      kind: 'submission',
      submission: { answers: { 'phq-9': { phq9_9: '1' } } },
    });
    expect(JSON.stringify(sent)).not.toContain('help');
  });

  it('lets her change her answer, and comes back when she changes it back', () => {
    const kept = hidden(page(yes, { kind: 'help' }));
    const change = { ...kept, do: 'help.change' };
    expect(read(change)).toEqual({ kind: 'redraw', language: 'kk' });
    expect(page(change, read(change))).toMatch(/name="a\.phq-9\.phq9_9" value="1" checked/);
    const away = { ...yes, helped: 'phq-9:0', 'a.phq-9.phq9_9': '0' };
    const drawnAway = hidden(page({ ...away, consent: '' }, read({ ...away, consent: '' })));
    expect(drawnAway).not.toHaveProperty('helped');
    expect(read({ ...yes, ...drawnAway, 'a.phq-9.phq9_9': '2' })).toEqual({ kind: 'help' });
  });

  it('is answered in the language she changes to, with nothing written back that is not of the form', () => {
    const kept = hidden(page(yes, { kind: 'help' }));
    const inRussian = sampleSurvey('ru', { forms: ['who-5', 'phq-9'] });
    const changed = { ...kept, do: 'language.ru', 'x"><b>': 'y' };
    const html = page(changed, { kind: 'redraw', language: 'ru' }, inRussian);
    expect(html).toContain('Сейчас этот ответ никто не видит');
    expect(hidden(html)).toMatchObject({ language: 'ru', 'a.phq-9.phq9_9': '1' });
    expect(html).not.toContain('<b>');
  });

  it('has the contacts first at the end, as for everybody who was asked', () => {
    for (const end of ['thanks', 'declined'] as const) {
      const { html } = renderEndPage(model, { end, style: '' });
      expect(html.indexOf('tel:112')).toBeLessThan(html.indexOf('class="lead"'));
      expect(html.indexOf('tel:112')).toBeGreaterThan(0);
    }
    const calm = renderEndPage(survey(), { end: 'thanks', style: '' }).html;
    expect(calm).not.toContain('tel:112');
    expect(calm.indexOf('tel:')).toBeGreaterThan(calm.indexOf('class="lead"'));
  });

  it('costs a survey that does not ask about danger no word', () => {
    const words = (drawn: typeof model) =>
      renderSurveyPage(drawn, { ...assets, submissionId: ID, today: TODAY }).html;
    expect(words(model)).toContain('danger.honest');
    expect(words(survey())).not.toContain('danger.');
  });
});
