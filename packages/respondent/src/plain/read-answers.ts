import {
  type Answers,
  type AnswerValue,
  type AskedAbsence,
  type OpenedForm,
  type Question,
  type Screen,
  withAnswer,
} from '@tirek/domain/instruments/engine';
import { MOST_ROWS } from '../answering/rows.ts';
import { type Fields, fieldName, fieldText, fieldTexts } from './fields.ts';

/**
 * The answers of one form as they were typed. What is no answer of its kind stays text, so that the form engine finds it.
 * Rows of a roster are as many as were asked for; only questions that were on the page are read.
 */
export function readAnswers(form: OpenedForm, fields: Fields): Answers {
  let answers: Answers = {};
  const seen = new Set(fieldText(fields, `shown.${form.code}`).split(' '));
  const read = new Set<string>();
  // Answers open further questions, and rosters their rows: read until nothing new comes up.
  for (;;) {
    const fresh = form.questions(answers).filter(({ path }) => seen.has(path) && !read.has(path));
    if (fresh.length === 0) return answers;
    for (const screen of fresh) {
      read.add(screen.path);
      const value = readAnswer(form.code, screen, fields);
      if (value !== undefined) answers = withAnswer(answers, screen.path, value);
    }
  }
}

function readAnswer(form: string, screen: Screen, fields: Fields): AnswerValue | undefined {
  const { question, path } = screen;
  const value = readValue(question, {
    name: fieldName('a', form, path),
    rows: fieldName('rows', form, path),
    fields,
  });
  if (value !== undefined) return value;
  const reason = fieldText(fields, fieldName('x', form, path));
  return question.missing.includes(reason as AskedAbsence)
    ? { absent: reason as AskedAbsence }
    : undefined;
}

function readValue(
  question: Question,
  { name, rows, fields }: { name: string; rows: string; fields: Fields },
): AnswerValue | undefined {
  const text = fieldText(fields, name).trim();
  switch (question.type) {
    case 'boolean':
      return text === '' ? undefined : text === 'yes' ? true : text === 'no' ? false : text;
    case 'integer':
    case 'decimal': {
      if (text === '') return undefined;
      const plain = text
        .replace(/[\s\u00a0\u202f]/g, '')
        .replace('\u2212', '-')
        .replace(',', '.');
      return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : text;
    }
    case 'date': {
      const [year, month, day] = ['y', 'm', 'd'].map((part) =>
        fieldText(fields, `${name}:${part}`),
      );
      if (!year && !month && !day) return undefined;
      const two = (part: string | undefined) => (part ? part.padStart(2, '0') : '');
      // A day without its month stays behind as `2019--17`, which is no date.
      return `${year}-${two(month)}-${two(day)}`.replace(/-+$/, '');
    }
    case 'multi-choice': {
      const ticked = fieldTexts(fields, name).filter(Boolean);
      return ticked.length > 0 ? [...ticked] : undefined;
    }
    case 'roster': {
      const count = fieldText(fields, rows).trim();
      if (!/^\d{1,3}$/.test(count)) return undefined;
      const most = question.maxRows ?? MOST_ROWS;
      return Array.from({ length: Math.min(Number(count), most + 1) }, () => ({}));
    }
    case 'display':
      return undefined;
    default:
      return text === '' ? undefined : text;
  }
}
