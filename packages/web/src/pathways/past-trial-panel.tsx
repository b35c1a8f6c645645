import { Button } from '@mantine/core';
import {
  type PathwayTrial,
  TRIED_STEPS,
  type TrialCell,
  type TrialSide,
  type TriedStep,
} from '@tirek/domain/reports/pathway-trials';
import { isLanguage, LANGUAGE_NAMES } from '@tirek/domain/text';
import { useRead } from '../api/use-read.ts';
import { useWrite } from '../api/use-write.ts';
import { useRegionNames } from '../programmes/index.ts';
import { useText } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { DataTable } from '../ui/data-table.tsx';
import { useErrorText } from '../ui/error-text.ts';
import { Notice } from '../ui/notice.tsx';
import { useToast } from '../ui/toasts.tsx';
import styles from './pathways.module.css';
import { usePathwayWords } from './use-pathway-words.ts';

const LOOK_EVERY = 3000;

/** How many people of the programme's own records a version puts on each step, beside the one in force, as far as it may be told. */
export function PastTrialPanel({ versionId }: { versionId: string }) {
  const text = useText('pathways');
  const errorText = useErrorText();
  const tell = useToast();
  const read = useRead(
    'listPathwayTrials',
    {},
    { every: (output) => (output?.trials.some(isGoingOn) ? LOOK_EVERY : false) },
  );
  const ask = useWrite('tryPathway', {
    renews: ['listPathwayTrials'],
    onDone: () => tell(text('past.asked')),
  });
  const newest = read.data?.trials.find((trial) => trial.versionId === versionId);
  const error = ask.error ?? read.error;
  return (
    <div className={styles.simulation}>
      <h3 className={styles.name}>{text('past.title')}</h3>
      <p className={styles.quiet}>{text('past.note')}</p>
      {error !== null && <Notice kind="refusal">{errorText(error)}</Notice>}
      <div className={styles.buttons}>
        <Button
          variant="default"
          size="sm"
          loading={ask.isPending}
          disabled={!read.data || (newest !== undefined && isGoingOn(newest))}
          onClick={() => ask.mutate({ versionId })}
        >
          {text('past.run')}
        </Button>
      </div>
      <p className={styles.quiet}>{text('past.once')}</p>
      {newest && <Trial trial={newest} />}
    </div>
  );
}

const isGoingOn = ({ madeAt }: PathwayTrial): boolean => madeAt === null;

function Trial({ trial }: { trial: PathwayTrial }) {
  const text = useText('pathways');
  const format = useFormat();
  const { people, done, madeAt, askedBy, result } = trial;
  if (madeAt === null) {
    return (
      <Notice kind="info" isStanding>
        {people === null
          ? text('past.begun')
          : text('past.going', { done: format.number(done), people: format.number(people) })}
      </Notice>
    );
  }
  return (
    <>
      <p className={styles.quiet}>
        {text('past.made', { date: format.instant(madeAt), name: askedBy })}
      </p>
      {result ? <Numbers result={result} /> : <p>{text('past.none')}</p>}
    </>
  );
}

type Result = NonNullable<PathwayTrial['result']>;

function Numbers({ result }: { result: Result }) {
  const text = useText('pathways');
  const format = useFormat();
  const { t } = usePathwayWords();
  const { nameOf } = useRegionNames();
  const told = (cell: TrialCell | undefined) =>
    typeof cell === 'number' ? format.number(cell) : text('past.hidden');
  const nameOfStep = (step: TriedStep) =>
    step === 'none'
      ? text('sim.undecided')
      : step === 'danger'
        ? text('past.danger')
        : t(`short.${step}`);
  const total = (side: TrialSide, step: TriedStep) =>
    told(result.totals.find((each) => each.side === side && each.step === step)?.cell);
  const grouped = (groups: Result['regions'], caption: string, name: (group: string) => string) => {
    const of = (group: string, side: TrialSide, step: TriedStep) =>
      told(
        groups.find((each) => each.group === group && each.side === side && each.step === step)
          ?.cell,
      );
    const rows = format.sorted([...new Set(groups.map(({ group }) => group))], name);
    if (rows.length === 0) return null;
    return (
      <details>
        <summary>{caption}</summary>
        <DataTable
          caption={caption}
          rows={rows}
          keyOf={(group) => group}
          columns={[
            { key: 'group', header: text('sim.group'), isRowHeader: true, cell: name },
            ...TRIED_STEPS.map((step) => ({
              key: step,
              header: nameOfStep(step),
              isNumber: true,
              cell: (group: string) => `${of(group, 'now', step)} → ${of(group, 'tried', step)}`,
            })),
          ]}
        />
      </details>
    );
  };
  return (
    <>
      <DataTable
        caption={text('past.title')}
        rows={TRIED_STEPS}
        keyOf={(step) => step}
        columns={[
          { key: 'step', header: text('sim.step'), isRowHeader: true, cell: nameOfStep },
          ...(['now', 'tried'] as const).map((side) => ({
            key: side,
            header: text(side === 'now' ? 'sim.now' : 'sim.then'),
            isNumber: true,
            cell: (step: TriedStep) => total(side, step),
          })),
        ]}
      />
      {result.moves.length > 0 && (
        <details>
          <summary>{text('past.moves')}</summary>
          <DataTable
            caption={text('past.moves')}
            rows={TRIED_STEPS}
            keyOf={(step) => step}
            columns={[
              { key: 'now', header: text('sim.now'), isRowHeader: true, cell: nameOfStep },
              ...TRIED_STEPS.map((tried) => ({
                key: tried,
                header: nameOfStep(tried),
                isNumber: true,
                cell: (now: TriedStep) =>
                  told(result.moves.find((each) => each.now === now && each.tried === tried)?.cell),
              })),
            ]}
          />
        </details>
      )}
      {grouped(result.regions, text('past.regions'), nameOf)}
      {grouped(result.languages, text('past.languages'), (group) =>
        isLanguage(group) ? LANGUAGE_NAMES[group] : group,
      )}
    </>
  );
}
