import { endedOnce, formatDate, type Language } from '../../text/index.ts';
import { caseTexts } from '../case-texts.ts';
import type { FamilyCase, Standing } from '../family-case.ts';
import { familyCaseTexts } from '../telling/family-case-texts.ts';

/** A family's plan, ready to be set on A4 pages: every word of it, and no note and no score. */
export type PrintedPlan = {
  readonly language: Language;
  readonly title: string;
  readonly standing: string;
  readonly facts: ReadonlyArray<readonly [name: string, value: string]>;
  readonly needs: {
    readonly title: string;
    readonly items: ReadonlyArray<{
      readonly name: string;
      readonly text: string;
      readonly held: string;
      readonly isNobodys: boolean;
    }>;
  };
  readonly goals: {
    readonly title: string;
    readonly columns: readonly string[];
    readonly items: ReadonlyArray<{
      readonly text: string;
      readonly answers: string;
      readonly steps: ReadonlyArray<readonly string[]>;
    }>;
  };
  readonly none: string;
  readonly words: string;
  readonly signatures: readonly string[];
  readonly date: string;
};

export function printPlan(
  familyCase: FamilyCase,
  given: {
    language: Language;
    today: string;
    family: string;
    members: readonly string[];
    holder: string;
    name: (person: string) => string;
  },
): PrintedPlan {
  const { language, today, name } = given;
  const t = familyCaseTexts(language);
  const taxonomy = caseTexts(language);
  const day = (date: string) => formatDate(date, language);
  const { contact, nextReviewOn, plan, planStanding } = familyCase;
  const about = (person: string | null) => (person ? name(person) : t('print.whole'));
  const category = ({ newest }: Standing<'need'>) =>
    taxonomy(`need.category.${newest.value.category}`);
  const open = <Thing extends Standing<'need'> | Standing<'goal'>>(things: readonly Thing[]) =>
    things.filter(({ newest }) => newest.state === 'open');
  return {
    language,
    title: t('print.title'),
    standing:
      planStanding === 'approved' && plan
        ? t('print.standing.agreed', { date: day(plan.newest.recordedOn) })
        : t('print.standing.draft'),
    facts: [
      [t('print.family'), given.family],
      [t('print.members'), given.members.join(', ')],
      ...(contact ? ([[t('print.contact'), name(contact)]] as const) : []),
      [t('print.holder'), given.holder],
      ...(nextReviewOn ? ([[t('print.review'), day(nextReviewOn)]] as const) : []),
      [t('print.printed'), day(today)],
    ],
    needs: {
      title: t('print.needs'),
      items: open(familyCase.needs).map((need) => {
        const { newest, words } = need;
        const { held } = newest.value;
        const body = held && (words?.body || t(`body.${held.body}`));
        return {
          name: `${category(need)} (${about(newest.personId)})`,
          text: words?.text ?? '',
          held: held
            ? endedOnce(t('print.held', { body: body ?? '', due: day(held.dueOn) }))
            : t('print.nobody'),
          isNobodys: held === null,
        };
      }),
    },
    goals: {
      title: t('print.goals'),
      columns: [t('print.step'), t('print.who'), t('print.due'), t('print.state')],
      items: open(familyCase.goals).map(({ id, newest, words }) => ({
        text: words?.text ?? '',
        answers: familyCase.needs
          .filter((need) => newest.value.needs.includes(need.id))
          .map(category)
          .join(', '),
        steps: familyCase.actions
          .filter((action) => action.newest.value.goal === id)
          .map((action) => {
            const { body, dueOn } = action.newest.value;
            return [
              action.words?.text ?? '',
              action.words?.body || t(`body.${body}`),
              day(dueOn),
              t(`print.state.${action.newest.state}`),
            ];
          }),
      })),
    },
    none: t('print.none'),
    words: t('print.words'),
    signatures: [t('print.sign.family'), t('print.sign.holder')],
    date: t('print.sign.date'),
  };
}
