import { Button } from '@mantine/core';
import { type Preparation, type PreparationStep, preparationsIn } from '@tirek/domain/cases';
import { useText } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { Panel } from '../ui/panel.tsx';
import { StatusMark } from '../ui/status-mark.tsx';
import { type CaseShown, useCaseWords } from './case-shown.ts';
import styles from './cases.module.css';
import type { CaseDialog } from './dialogs.tsx';

interface PanelProps {
  readonly shown: CaseShown;
  readonly onOpen: (dialog: CaseDialog) => void;
}

/** For everybody who is expected home: what is prepared, in whose hands it is, and by when. */
export function PreparationPanels({ shown, onOpen }: PanelProps) {
  const { familyCase, life, settings, today } = shown;
  return preparationsIn(familyCase, { life, settings, today }).map((preparation) => (
    <PreparationPanel
      key={preparation.personId}
      preparation={preparation}
      shown={shown}
      onOpen={onOpen}
    />
  ));
}

function PreparationPanel({
  preparation,
  shown,
  onOpen,
}: PanelProps & { preparation: Preparation }) {
  const text = useText('cases');
  const format = useFormat();
  const { personId, from, to, steps } = preparation;
  const day = (date: string) => format.date(date, 'medium');
  const date = from === to ? day(from) : text('ahead.between', { from: day(from), to: day(to) });
  const over = steps.filter(({ state }) => state !== 'open').length;
  return (
    <Panel
      title={text('preparation', { name: shown.nameOf(personId) })}
      note={text('preparation.note', { date, over, all: steps.length })}
    >
      <ul className={styles.items}>
        {steps.map((step) => (
          <StepRow key={step.item} step={step} of={personId} shown={shown} onOpen={onOpen} />
        ))}
      </ul>
    </Panel>
  );
}

function StepRow({ step, of, shown, onOpen }: PanelProps & { step: PreparationStep; of: string }) {
  const text = useText('cases');
  const { t } = useCaseWords();
  const format = useFormat();
  const { item, state, dueOn, body, endedOn, reason, words } = step;
  const held = { body: words?.body || t(`body.${body}`), date: format.date(dueOn, 'medium') };
  return (
    <li>
      <div className={styles.itemHead}>
        <h3 className={styles.itemName}>{text(`preparation.item.${item}`)}</h3>
        {state === 'open' && dueOn < shown.today && (
          <StatusMark tone="bad" label={text('when.overdue', held)} />
        )}
        {state === 'done' && (
          <StatusMark
            tone="going"
            label={text('preparation.done', { date: format.date(endedOn ?? '', 'medium') })}
          />
        )}
        {state === 'not-done' && <StatusMark tone="over" label={text('preparation.not-done')} />}
      </div>
      {state === 'open' && <p className={styles.small}>{text('need.held', held)}</p>}
      {reason && (
        <p className={styles.small}>
          {text('preparation.because', { reason: t(`preparation.reason.${reason}`) })}
        </p>
      )}
      {words?.text && <p className={styles.words}>{words.text}</p>}
      {shown.canWrite && (
        <div className={styles.itemActions}>
          <Button
            variant="default"
            size="compact-sm"
            aria-label={text('preparation.changeItem', { item: text(`preparation.item.${item}`) })}
            onClick={() => onOpen({ what: 'preparation', of, step })}
          >
            {text('preparation.change')}
          </Button>
        </div>
      )}
    </li>
  );
}
