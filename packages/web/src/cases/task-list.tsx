import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type CaseTask, tellWhy } from '@tirek/domain/cases';
import { useState } from 'react';
import { useMay } from '../access/index.ts';
import { useLanguage, useText } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { StatusMark } from '../ui/status-mark.tsx';
import { useCaseWords } from './case-shown.ts';
import styles from './cases.module.css';
import { SnoozeDialog } from './snooze-dialog.tsx';

/** A task with the family it is in. */
export interface FamilyTask extends CaseTask {
  readonly familyId: string;
  /** Null on the family's own page. */
  readonly familyName: string | null;
  /** Whom it is about, where it is about one of them. */
  readonly about: string | null;
  /** How many months may lie between two reviews of the family. */
  readonly reviewMonths: number;
  readonly isOwn: boolean;
}

const TONES = { overdue: 'bad', today: 'waiting', upcoming: 'going', 'put-off': 'over' } as const;

/** What is due, each with its why. */
export function TaskList({ tasks, today }: { tasks: readonly FamilyTask[]; today: string }) {
  const [putOff, setPutOff] = useState<FamilyTask | null>(null);
  return (
    <>
      <ul className={styles.tasks}>
        {tasks.map((task) => (
          <li key={`${task.familyId} ${task.kind} ${task.subjectId}`}>
            <TaskRow task={task} onPutOff={() => setPutOff(task)} />
          </li>
        ))}
      </ul>
      {putOff && (
        <SnoozeDialog
          familyId={putOff.familyId}
          task={putOff}
          today={today}
          onClose={() => setPutOff(null)}
        />
      )}
    </>
  );
}

function TaskRow({ task, onPutOff }: { task: FamilyTask; onPutOff: () => void }) {
  const text = useText('cases');
  const { t, category } = useCaseWords();
  const { language } = useLanguage();
  const format = useFormat();
  const may = useMay();
  const { kind, standing, dueOn, putOffUntil, familyName, familyId, reviewMonths, isOwn } = task;
  const date = format.date(putOffUntil ?? dueOn, 'medium');
  const canPutOff =
    isOwn && may('case.write') && task.isFor === 'holder' && kind !== 'peer-worried';
  return (
    <div className={styles.task}>
      <div className={styles.taskWords}>
        <p className={styles.taskName}>
          {t(`task.${kind}`)}
          {task.about && <span className={styles.quiet}>: {task.about}</span>}
          {task.category && <span className={styles.quiet}>: {category(task.category)}</span>}
        </p>
        {familyName !== null && (
          <p className={styles.taskFamily}>
            <Link to="/families/$familyId/case" params={{ familyId }}>
              {text('task.family', { name: familyName })}
            </Link>
          </p>
        )}
        {kind === 'paper-due' && (
          <p className={styles.taskFamily}>
            <Link to="/papers" search={{ family: familyId, show: 'all' } as never}>
              {text('task.papers')}
            </Link>
          </p>
        )}
        {kind === 'peer-worried' && (
          <p className={styles.taskFamily}>
            <Link to="/people/$personId" params={{ personId: task.subjectId }}>
              {text('task.peer')}
            </Link>
          </p>
        )}
        <details className={styles.why}>
          <summary>{text('task.why')}</summary>
          <p>{tellWhy(task, { language, reviewMonths })}</p>
        </details>
      </div>
      <div className={styles.taskEnd}>
        <StatusMark tone={TONES[standing]} label={text(`when.${standing}`, { date })} />
        {canPutOff && standing !== 'put-off' && (
          <Button variant="subtle" size="compact-sm" onClick={onPutOff}>
            {text('task.putOff')}
          </Button>
        )}
      </div>
    </div>
  );
}
