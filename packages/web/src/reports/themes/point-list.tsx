import { CloseButton, Select, Textarea } from '@mantine/core';
import { LONGEST_EXCERPT, SPEAKERS, spotTraces } from '@tirek/domain/reports/themes';
import { useText } from '../../text/language.tsx';
import type { KeptForm } from '../../ui/use-kept-form.ts';
import type { NoteDraft, PointDraft } from './note-form.ts';
import styles from './themes.module.css';

/** The points of the file, each to be read, mended or taken out. */
export function PointList({ form }: { form: KeptForm<NoteDraft> }) {
  const { points, speaker } = form.values;
  const change = (id: string, changed: Partial<PointDraft>) =>
    form.set(
      'points',
      points.map((point) => (point.id === id ? { ...point, ...changed } : point)),
    );
  return (
    <ol className={styles.points}>
      {points.map((point, place) => (
        <li key={point.id} className={styles.point}>
          <OnePoint
            point={point}
            number={place + 1}
            rest={speaker}
            onChange={(changed) => change(point.id, changed)}
            onRemove={() =>
              form.set(
                'points',
                points.filter(({ id }) => id !== point.id),
              )
            }
          />
        </li>
      ))}
    </ol>
  );
}

function OnePoint({
  point,
  number,
  rest,
  onChange,
  onRemove,
}: {
  point: PointDraft;
  number: number;
  rest: NoteDraft['speaker'];
  onChange: (changed: Partial<PointDraft>) => void;
  onRemove: () => void;
}) {
  const text = useText('themes');
  const codebook = useText('codebook');
  const traces = spotTraces(point.text).map((trace) => trace.text);
  return (
    <>
      <Textarea
        label={text('add.point', { number })}
        value={point.text}
        maxLength={LONGEST_EXCERPT}
        autosize
        onChange={(event) => onChange({ text: event.currentTarget.value })}
      />
      {traces.length > 0 && (
        <p className={styles.traces}>{text('add.traces', { traces: traces.join('; ') })}</p>
      )}
      <div className={styles.pointFoot}>
        <Select
          aria-label={`${text('add.speaker')}: ${text('add.point', { number })}`}
          placeholder={text('add.speaker')}
          data={SPEAKERS.map((value) => ({ value, label: codebook(`speaker.${value}`) }))}
          value={point.speaker ?? rest}
          allowDeselect={false}
          onChange={(value) =>
            onChange({ speaker: SPEAKERS.find((each) => each === value) ?? null })
          }
        />
        <CloseButton aria-label={text('add.remove', { number })} onClick={onRemove} size="lg" />
      </div>
    </>
  );
}
