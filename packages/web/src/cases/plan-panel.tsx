import { Button } from '@mantine/core';
import { coversOf, hasPlan, type PlanStanding, type Standing } from '@tirek/domain/cases';
import { useText } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { useErrorText } from '../ui/error-text.ts';
import { Icon } from '../ui/icons.tsx';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { StatusMark } from '../ui/status-mark.tsx';
import { type CaseShown, useCaseWords, useCaseWrite } from './case-shown.ts';
import styles from './cases.module.css';
import type { CaseDialog } from './dialogs.tsx';
import { PrintPlanButton } from './print-plan-button.tsx';

const TONES: Readonly<Record<PlanStanding, 'going' | 'waiting' | 'over' | 'bad'>> = {
  none: 'over',
  submitted: 'waiting',
  returned: 'bad',
  approved: 'going',
  changed: 'waiting',
};

interface PlanPanelProps {
  readonly shown: CaseShown;
  readonly onOpen: (dialog: CaseDialog) => void;
}

/** Goals with their steps, whether a supervisor agreed, and what is not agreed yet. */
export function PlanPanel({ shown, onOpen }: PlanPanelProps) {
  const text = useText('cases');
  const errorText = useErrorText();
  const { familyCase, canWrite } = shown;
  const { goals, needs, plan, planStanding } = familyCase;
  const submit = useCaseWrite(shown, () => undefined);
  const hasNeeds = needs.some(({ newest }) => newest.state === 'open');
  const word = plan?.newest.state === 'returned' ? plan.newest.words?.text : null;
  const canSubmit = canWrite && hasPlan(familyCase) && !SENT.has(planStanding);
  return (
    <Panel
      title={text('plan')}
      actions={
        <StatusMark tone={TONES[planStanding]} label={text(`plan.standing.${planStanding}`)} />
      }
    >
      {word && (
        <Notice kind="warning" isStanding>
          {text('plan.returnedWords', { text: word })}
        </Notice>
      )}
      {goals.length === 0 && (
        <p className={styles.quiet}>{text(hasNeeds ? 'plan.none' : 'plan.needFirst')}</p>
      )}
      <ul className={styles.items}>
        {goals.map((goal) => (
          <GoalRow key={goal.id} goal={goal} shown={shown} onOpen={onOpen} />
        ))}
      </ul>
      {submit.error !== null && <Notice kind="refusal">{errorText(submit.error)}</Notice>}
      {(goals.length > 0 || (canWrite && hasNeeds)) && (
        <div className={styles.panelActions}>
          {canWrite && hasNeeds && (
            <Button
              variant="default"
              leftSection={<Icon name="plus" size={18} />}
              onClick={() => onOpen({ what: 'goal', known: null })}
            >
              {text('goal.add')}
            </Button>
          )}
          {goals.length > 0 && <PrintPlanButton familyId={shown.family.id} />}
          {canSubmit && (
            <Button
              leftSection={<Icon name="send" size={18} />}
              loading={submit.isPending}
              onClick={() =>
                submit.send({
                  ...{ kind: 'plan', state: 'submitted', personId: null, words: null },
                  value: { covers: coversOf(familyCase) },
                })
              }
            >
              {text('plan.submit')}
            </Button>
          )}
        </div>
      )}
    </Panel>
  );
}

const SENT: ReadonlySet<PlanStanding> = new Set(['submitted', 'approved']);

function GoalRow({ goal, shown, onOpen }: PlanPanelProps & { goal: Standing<'goal'> }) {
  const text = useText('cases');
  const { category } = useCaseWords();
  const { familyCase, canWrite, nameOf } = shown;
  const { newest, words, id } = goal;
  const isOpen = newest.state === 'open';
  const actions = familyCase.actions.filter((action) => action.newest.value.goal === id);
  const answered = newest.value.needs
    .flatMap((need) => familyCase.needs.find((each) => each.id === need) ?? [])
    .map((need) => category(need.newest.value.category));
  return (
    <li>
      <div className={styles.itemHead}>
        <h3 className={styles.itemName}>
          {words?.text || text('goal.text')}
          {newest.personId && <span className={styles.quiet}>, {nameOf(newest.personId)}</span>}
        </h3>
        <PlanMark shown={shown} item={goal} />
      </div>
      <p className={styles.small}>
        {text('goal.answers', { needs: [...new Set(answered)].join(', ') })}
      </p>
      <ul className={styles.steps}>
        {actions.map((action) => (
          <ActionRow key={action.id} action={action} shown={shown} onOpen={onOpen} />
        ))}
      </ul>
      {canWrite && isOpen && (
        <div className={styles.itemActions}>
          <Button
            variant="default"
            size="compact-sm"
            onClick={() => onOpen({ what: 'action', goalId: id, known: null })}
          >
            {text('action.add')}
          </Button>
          <Button
            variant="default"
            size="compact-sm"
            onClick={() => onOpen({ what: 'goal', known: goal })}
          >
            {text('goal.change')}
          </Button>
          <Button
            variant="default"
            size="compact-sm"
            onClick={() => onOpen({ what: 'end', ending: goal })}
          >
            {text('goal.end')}
          </Button>
        </div>
      )}
    </li>
  );
}

function ActionRow({ action, shown, onOpen }: PlanPanelProps & { action: Standing<'action'> }) {
  const text = useText('cases');
  const { t } = useCaseWords();
  const format = useFormat();
  const { newest, words } = action;
  const { body, dueOn, goal, reason } = newest.value;
  const isOpen = newest.state === 'open';
  return (
    <li>
      <div className={styles.itemHead}>
        <p className={styles.stepText}>
          {words?.text}
          {newest.personId && (
            <span className={styles.quiet}>, {shown.nameOf(newest.personId)}</span>
          )}
        </p>
        <PlanMark shown={shown} item={action} />
      </div>
      <p className={styles.small}>
        {text('need.held', {
          body: words?.body || t(`body.${body}`),
          date: format.date(dueOn, 'medium'),
        })}
        {reason && `. ${t(`undone.${reason}`)}`}
      </p>
      {shown.canWrite && isOpen && (
        <div className={styles.itemActions}>
          <Button
            variant="default"
            size="compact-sm"
            onClick={() => onOpen({ what: 'end', ending: action })}
          >
            {text('action.end')}
          </Button>
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => onOpen({ what: 'action', goalId: goal, known: action })}
          >
            {text('action.change')}
          </Button>
        </div>
      )}
    </li>
  );
}

/** How something planned ended, or that nobody agreed to it yet. */
function PlanMark({
  shown,
  item,
}: {
  shown: CaseShown;
  item: Standing<'goal'> | Standing<'action'>;
}) {
  const text = useText('cases');
  const { state, kind } = item.newest;
  const isNew = shown.familyCase.planStanding === 'changed';
  if (state === 'open') {
    return isNew && shown.familyCase.uncovered.includes(item.id) ? (
      <StatusMark tone="waiting" label={text('plan.uncovered')} />
    ) : null;
  }
  const word = kind === 'goal' && state === 'dropped' ? 'given-up' : state;
  const isGood = state === 'done' || state === 'reached';
  return <StatusMark tone={isGood ? 'going' : 'over'} label={text(`end.${word}`)} />;
}
