import { endedOnce, formatDate, type Language } from '../../text/index.ts';
import { EVENT_DAYS } from '../calendar/family-life.ts';
import { ASK_DAYS } from '../calendar/life-tasks.ts';
import { PREPARATION_WEEKS } from '../calendar/preparation.ts';
import type { CaseEntry, EntryOf, PreparationItem, Words } from '../case-entry.ts';
import { caseTexts } from '../case-texts.ts';
import type { FamilyCase } from '../family-case.ts';
import { type CaseTask, TASK_DAYS } from '../tasks.ts';
import { type FamilyCaseTexts, familyCaseTexts } from './family-case-texts.ts';

/** One thing that happened, as a line of the family's story. */
export interface ToldEntry {
  readonly id: string;
  /** The day on which it happened, as far as it was told apart from the day of writing. */
  readonly on: string;
  readonly sentence: string;
  /** Whom it is about; null: the family. */
  readonly personId: string | null;
  readonly words: Words | null;
  readonly recordedBy: string;
  readonly entry: CaseEntry;
}

interface Telling {
  readonly language: Language;
  name(personId: string): string;
}

/** A family's case as a story, the newest first. */
export function tellCase(familyCase: FamilyCase, telling: Telling): ToldEntry[] {
  const { standing, plan, needs, goals, actions, reviews, notes, snoozes } = familyCase;
  const parts = [...needs, ...goals, ...actions, ...reviews, ...notes, ...snoozes];
  const things = [standing, plan, ...parts, ...familyCase.preparations, ...familyCase.questions];
  return things
    .flatMap((thing) => {
      const versions: readonly CaseEntry[] = thing?.versions ?? [];
      // That something ended is told with what it was.
      const meant = thing?.words ?? null;
      return versions.map((entry, at) => ({ entry, previous: versions[at - 1], meant }));
    })
    .map(({ entry, previous, meant }): ToldEntry => {
      const { id, personId, recordedBy } = entry;
      const words = entry.words ?? meant;
      const sentence =
        entry.kind === 'case' ? caseSentence(entry, previous, telling) : sentenceOf(entry, telling);
      const told = { id, personId, words, recordedBy, entry, sentence: endedOnce(sentence) };
      return { ...told, on: happenedOn(entry) };
    })
    .toSorted((a, b) => (order(a) < order(b) ? 1 : -1));
}

const order = ({ on, entry }: ToldEntry) => `${on} ${entry.recordedAt} ${entry.id}`;

function happenedOn(entry: CaseEntry): string {
  switch (entry.kind) {
    case 'note':
    case 'review':
      return entry.value.heldOn;
    case 'action':
    case 'preparation':
      return entry.value.endedOn ?? entry.recordedOn;
    case 'need':
      return entry.version === 1 ? entry.value.notedOn : entry.recordedOn;
    case 'case':
      return entry.state === 'open' && entry.version === 1
        ? entry.value.openedOn
        : entry.recordedOn;
    default:
      return entry.recordedOn;
  }
}

function sentenceOf(entry: Exclude<CaseEntry, { kind: 'case' }>, { language }: Telling): string {
  const t = familyCaseTexts(language);
  const day = (date: string) => formatDate(date, language);
  switch (entry.kind) {
    case 'need':
      return needSentence(entry, { t, day, language });
    case 'goal':
      return t(`story.goal.${entry.state}`);
    case 'action': {
      const { body, dueOn, reason } = entry.value;
      if (entry.state !== 'open') {
        return t(`story.action.${entry.state}`, { reason: reason ? t(`undone.${reason}`) : '' });
      }
      const about = { body: entry.words?.body || t(`body.${body}`), due: day(dueOn) };
      return t(entry.version === 1 ? 'story.action.open' : 'story.action.changed', about);
    }
    case 'review':
      return t('story.review.held', { attention: t(`attention.${entry.value.attention}`) });
    case 'note': {
      const { form, outcome } = entry.value;
      if (form === 'hand-over') return t('story.note.hand-over');
      const about = { form: t(`form.${form}`), outcome: t(`outcome.${outcome}`) };
      return t(entry.version === 1 ? 'story.note.written' : 'story.note.amended', about);
    }
    case 'plan':
      return t(`story.plan.${entry.state}`);
    case 'question':
      return t(`story.question.${entry.state}`);
    case 'preparation': {
      const { item, body, reason } = entry.value;
      return t(`story.preparation.${entry.state}`, {
        item: t(`preparation.${item}`),
        body: entry.words?.body || t(`body.${body}`),
        reason: reason ? t(`preparation.reason.${reason}`) : '',
      });
    }
    case 'snooze': {
      const { task, until, reason } = entry.value;
      const about = { task: t(`task.${task}`), reason: t(`snooze.${reason}`), until: day(until) };
      return t('story.snooze.put-off', about);
    }
  }
}

function caseSentence(
  entry: EntryOf<'case'>,
  previous: CaseEntry | undefined,
  { language, name }: Telling,
): string {
  const t = familyCaseTexts(language);
  switch (entry.state) {
    case 'open': {
      const wasOpen = previous?.state === 'open' || previous?.state === 'returned';
      const word = previous ? (wasOpen ? 'contact' : 'reopened') : 'open';
      return t(`story.case.${word}`, { name: name(entry.personId) });
    }
    case 'closing':
      return t('story.case.closing', { reason: t(`closing.${entry.value.reason}`) });
    default:
      return t(`story.case.${entry.state}`);
  }
}

function needSentence(
  { state, version, words, value }: EntryOf<'need'>,
  { t, day, language }: { t: FamilyCaseTexts; day: (date: string) => string; language: Language },
): string {
  const category = caseTexts(language)(`need.category.${value.category}`);
  if (state !== 'open') return t(`story.need.${state}`, { category });
  if (version === 1) {
    return t('story.need.open', { category, severity: t(`severity.${value.severity}`) });
  }
  const { held } = value;
  if (!held) return t('story.need.changed', { category });
  const body = words?.body || t(`body.${held.body}`);
  return t('story.need.held', { category, body, due: day(held.dueOn) });
}

/** Why a task is there: which day it is counted from, and by which rule. */
export function tellWhy(
  { kind, since, dueOn }: Pick<CaseTask, 'kind' | 'since' | 'dueOn'>,
  { language, reviewMonths }: { language: Language; reviewMonths: number },
): string {
  const t = familyCaseTexts(language);
  const about = { since: formatDate(since, language), due: formatDate(dueOn, language) };
  if (kind.startsWith('prepare-')) {
    const weeks = PREPARATION_WEEKS[kind.slice('prepare-'.length) as PreparationItem];
    return endedOnce(t('why.prepare', { ...about, weeks }));
  }
  const days = DAYS_OF[kind as keyof typeof DAYS_OF] ?? 0;
  return endedOnce(t(`why.${kind as ToldKind}`, { ...about, days, months: reviewMonths }));
}

type ToldKind = Exclude<CaseTask['kind'], `prepare-${PreparationItem}`>;

const DAYS_OF = {
  'need-unheld': TASK_DAYS.unheld,
  'plan-due': TASK_DAYS.plan,
  'plan-changed': TASK_DAYS.change,
  'plan-returned': TASK_DAYS.change,
  'plan-to-approve': TASK_DAYS.decision,
  'closing-to-approve': TASK_DAYS.decision,
  'question-to-answer': TASK_DAYS.decision,
  'release-unknown': ASK_DAYS.unknown,
  'release-passed': ASK_DAYS.passed,
  'review-moved': EVENT_DAYS.review,
  'review-died': EVENT_DAYS.review,
} as const;
