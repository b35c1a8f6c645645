import type { Answers, AskedAbsence } from './answers.ts';
import type { CheckCode } from './check-answer.ts';

export type QuestionType =
  | 'display'
  | 'boolean'
  | 'integer'
  | 'decimal'
  | 'date'
  | 'text'
  | 'choice'
  | 'multi-choice'
  | 'roster';

export type QuestionOption = { id: string; text: string; exclusive: boolean };

/** What a screen asks: made once when the form is opened, the same object in every row and after every tap. */
export type Question = {
  linkId: string;
  type: QuestionType;
  text: string;
  help: string | null;
  /** Heading of the group it stands in; a roster's questions inherit the roster's group. */
  heading: string | null;
  /** Choice and multi-choice; empty otherwise. */
  options: QuestionOption[];
  /** Multi-choice: most ticks, or null. */
  maxChoices: number | null;
  /** Integer, decimal: numbers; date: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  min: number | string | null;
  max: number | string | null;
  /** Decimal: most digits after the point. */
  decimals: number | null;
  /** Text: most characters, and whether it may run over lines. */
  maxLength: number | null;
  multiline: boolean;
  /** Date: the least precise one accepted. */
  precision: 'day' | 'month' | 'year' | null;
  /** Roster: most rows. */
  maxRows: number | null;
  required: boolean;
  /** Reasons for not answering that are offered here. */
  missing: AskedAbsence[];
};

/**
 * One screen. `path` is the linkId, or `roster/row/linkId` with rows from 0; it is stable while she answers.
 * A roster is a screen of its own (how many rows), followed by the screens of its rows.
 */
export type Screen = {
  path: string;
  question: Question;
  /** In a row of a roster: which roster, which row, and the row's heading. */
  row: { roster: string; index: number; heading: string } | null;
  /** Roster only: the number of rows that an earlier answer suggests, or null. */
  suggestedRows: number | null;
};

/** Something wrong at one place. `text` is the constraint's own sentence; other codes are worded by the page. */
export type CheckFinding = {
  path: string;
  code: CheckCode;
  /** The limit that was passed. */
  limit?: number | string;
  constraint?: string;
  text?: string;
};

export type OpenedForm = {
  code: string;
  version: string;
  language: string;
  title: string;
  notice: string | null;
  /** Show a watermark: some of the wording is an unreviewed draft. */
  isDraft: boolean;
  /** The screens shown now, in order, roster rows expanded. */
  questions(answers: Answers): Screen[];
  /** Hard findings forbid sending; soft ones warn and may be confirmed. Only what is shown is checked. */
  check(answers: Answers): { hard: CheckFinding[]; soft: CheckFinding[] };
  /** Numbers of the form's signals that hold: what she has said so far may mean danger to somebody. */
  signals(answers: Answers): number[];
  /** Paths of shown questions with neither an answer nor a reason. */
  missing(answers: Answers): { path: string; required: boolean }[];
  /**
   * The answers as they are sent: every item in document order, calculations filled in, ticks in the order of
   * the options, hidden items `{ absent: 'not-shown' }`, shown but unanswered ones `{ absent: 'not-reached' }`.
   */
  complete(answers: Answers): Answers;
};
