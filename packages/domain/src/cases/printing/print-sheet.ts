import { fullName } from '../../people/index.ts';
import { endedOnce, formatDate, type Language } from '../../text/index.ts';
import { preparationsIn } from '../calendar/preparation.ts';
import { caseTexts } from '../case-texts.ts';
import type { FamilyCase } from '../family-case.ts';
import { type TaskCircumstances, tasksOf } from '../tasks.ts';
import { type FamilyCaseTexts, familyCaseTexts } from '../telling/family-case-texts.ts';
import { tellCase } from '../telling/tell-case.ts';

/** A page for a colleague's desk, or what goes with a family that another colleague takes over. */
export const SHEET_KINDS = ['summary', 'hand-over'] as const;
export type SheetKind = (typeof SHEET_KINDS)[number];

interface SheetItem {
  readonly name: string;
  /** Who, by when. */
  readonly note: string;
  /** What nobody answers for, or what is late. */
  readonly isWorry: boolean;
}

/** A family's sheet, ready to be set on A4: every word of it, and nothing of what notes say. */
export interface PrintedSheet {
  readonly language: Language;
  readonly title: string;
  readonly printed: string;
  readonly facts: ReadonlyArray<readonly [name: string, value: string]>;
  readonly parts: ReadonlyArray<{
    readonly title: string;
    readonly items: readonly SheetItem[];
    /** Of things that did not fit; empty where all are there. */
    readonly more: string;
  }>;
  readonly none: string;
  readonly words: string;
  /** Lines to write on by hand. */
  readonly lines: readonly string[];
  readonly signatures: readonly string[];
  readonly date: string;
}

/** How many of each part fit onto one page. */
const MOST = { needs: 7, steps: 6, tasks: 6, returns: 6, story: 5 } as const;

type Member = { readonly personId: string; readonly name: Parameters<typeof fullName>[0] | null };

/** The one page keeps to what fits; what goes with a hand-over leaves nothing open out. */
export function printSheet(
  familyCase: FamilyCase,
  given: TaskCircumstances & {
    readonly kind: SheetKind;
    readonly language: Language;
    readonly family: string;
    readonly holder: string;
    readonly members: readonly Member[];
  },
): PrintedSheet {
  const { kind, language, today, family, holder, members } = given;
  const t = familyCaseTexts(language);
  const day = (date: string) => formatDate(date, language);
  const names = new Map(
    members.map(({ personId, name }) => [personId, name ? fullName(name) : '']),
  );
  const { contact, openedOn, attention, nextReviewOn } = familyCase;
  const part = (name: keyof typeof MOST, items: readonly SheetItem[]) => {
    const shown = kind === 'summary' ? items.slice(0, MOST[name]) : items;
    const left = items.length - shown.length;
    const more = left > 0 ? t('sheet.more', { count: left }) : '';
    return { title: t(`sheet.${name}`), items: shown, more };
  };
  const spoken: Speech = { t, day, language, name: (id) => names.get(id) ?? '' };
  return {
    language,
    title: t(`sheet.title.${kind}`),
    printed: `${t('print.printed')}: ${day(today)}`,
    facts: [
      [t('print.family'), family],
      [t('print.members'), [...names.values()].filter(Boolean).join(', ')],
      ...(contact ? ([[t('print.contact'), spoken.name(contact)]] as const) : []),
      [t('print.holder'), holder],
      ...(openedOn ? ([[t('sheet.since'), day(openedOn)]] as const) : []),
      [t('sheet.attention'), t(`attention.${attention}`)],
      ...(nextReviewOn ? ([[t('print.review'), day(nextReviewOn)]] as const) : []),
    ],
    parts: [
      part('needs', needItems(familyCase, spoken)),
      part('steps', stepItems(familyCase, spoken, today)),
      part('tasks', taskItems(familyCase, spoken, given)),
      part('returns', returnItems(familyCase, spoken, given)),
      part('story', storyItems(familyCase, spoken)),
    ].filter(({ title, items }) => items.length > 0 || title !== t('sheet.returns')),
    none: t('print.none'),
    words: t(`sheet.words.${kind}`),
    lines: kind === 'hand-over' ? [t('sheet.line.know'), t('sheet.line.told')] : [],
    signatures: kind === 'hand-over' ? [t('sheet.sign.from'), t('sheet.sign.to')] : [],
    date: t('print.sign.date'),
  };
}

interface Speech {
  readonly t: FamilyCaseTexts;
  readonly language: Language;
  day(date: string): string;
  name(personId: string): string;
}

const needItems = ({ needs }: FamilyCase, { t, day, language, name }: Speech): SheetItem[] =>
  needs
    .filter(({ newest }) => newest.state === 'open')
    .map(({ newest, words }) => {
      const { held, category } = newest.value;
      const body = held ? words?.body || t(`body.${held.body}`) : '';
      const about = newest.personId ? name(newest.personId) : t('print.whole');
      return {
        name: `${caseTexts(language)(`need.category.${category}`)} (${about})`,
        note: held ? endedOnce(t('print.held', { body, due: day(held.dueOn) })) : t('print.nobody'),
        isWorry: held === null,
      };
    })
    .toSorted((a, b) => Number(b.isWorry) - Number(a.isWorry));

const stepItems = ({ actions }: FamilyCase, { t, day }: Speech, today: string): SheetItem[] =>
  actions
    .filter(({ newest }) => newest.state === 'open')
    .toSorted((a, b) => (a.newest.value.dueOn < b.newest.value.dueOn ? -1 : 1))
    .map(({ newest, words }) => {
      const { body, dueOn } = newest.value;
      const held = { body: words?.body || t(`body.${body}`), due: day(dueOn) };
      return {
        name: words?.text ?? '',
        note: endedOnce(t('print.held', held)),
        isWorry: dueOn < today,
      };
    });

/** Tasks besides needs, steps and items of a preparation, which stand in parts of their own. */
const taskItems = (
  familyCase: FamilyCase,
  { t, day, name }: Speech,
  circumstances: TaskCircumstances,
): SheetItem[] =>
  tasksOf(familyCase, circumstances)
    .filter(({ kind }) => !/^(need-|action-|prepare-)/.test(kind))
    .map(({ kind, subjectId, dueOn, standing }) => ({
      name: [t(`task.${kind}`), name(subjectId)].filter(Boolean).join(': '),
      note: day(dueOn),
      isWorry: standing === 'overdue',
    }));

const returnItems = (
  familyCase: FamilyCase,
  { t, day, name }: Speech,
  circumstances: TaskCircumstances,
): SheetItem[] =>
  preparationsIn(familyCase, circumstances).flatMap(({ personId, steps }) =>
    steps.map(({ item, state, body, dueOn, words }) => ({
      name: `${name(personId)}: ${t(`preparation.${item}`)}`,
      note:
        state === 'open'
          ? endedOnce(t('print.held', { body: words?.body || t(`body.${body}`), due: day(dueOn) }))
          : t(state === 'done' ? 'print.state.done' : 'sheet.not-for'),
      isWorry: state === 'open' && dueOn < circumstances.today,
    })),
  );

/** What happened lately, without the words of notes. */
const storyItems = (familyCase: FamilyCase, { day, language, name }: Speech): SheetItem[] =>
  tellCase(familyCase, { language, name })
    .slice(0, MOST.story)
    .map(({ on, sentence }) => ({ name: sentence, note: day(on), isWorry: false }));
