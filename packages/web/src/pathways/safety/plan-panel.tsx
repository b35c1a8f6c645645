import { Button, Stack, Textarea } from '@mantine/core';
import { SAFETY_PLAN_PARTS, type SafetyPlan } from '@tirek/domain/pathways/safety';
import { useState } from 'react';
import { useText } from '../../text/language.tsx';
import { useFormat } from '../../text/use-format.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Panel } from '../../ui/panel.tsx';
import type { PartProps } from './event-page.tsx';
import styles from './safety.module.css';
import { useEntryWrite } from './use-entry-write.ts';
import { useSafetyWords } from './use-safety-words.ts';

const EMPTY: SafetyPlan = {
  ...{ signs: '', ways: '', company: '', helpers: '', services: '', home: '' },
};

/** Her safety plan as it stands; what is changed is a new version. */
export function PlanPanel({ shown, standing: { plans }, mayAct }: PartProps) {
  const text = useText('safety');
  const t = useSafetyWords();
  const format = useFormat();
  const [isWriting, setWriting] = useState(false);
  const newest = plans.at(-1);
  const parts = SAFETY_PLAN_PARTS.flatMap((part) => {
    const said = newest?.words?.[part];
    return said ? [[t(`plan.${part}`), said] as const] : [];
  });
  return (
    <Panel
      title={text('plan')}
      note={text('plan.note')}
      actions={
        mayAct && (
          <Button variant="default" size="sm" onClick={() => setWriting(true)}>
            {text(newest ? 'plan.change' : 'plan.write')}
          </Button>
        )
      }
    >
      {newest && (
        <p className={styles.quiet}>
          {text('plan.version', { number: plans.length, at: format.instant(newest.doneAt) })}
        </p>
      )}
      {parts.length > 0 && <Facts facts={parts} />}
      {isWriting && (
        <PlanDialog
          eventId={shown.event.id}
          known={newest?.words ?? EMPTY}
          onClose={() => setWriting(false)}
        />
      )}
    </Panel>
  );
}

function PlanDialog({
  eventId,
  known,
  onClose,
}: {
  eventId: string;
  known: SafetyPlan;
  onClose: () => void;
}) {
  const text = useText('safety');
  const t = useSafetyWords();
  const [plan, setPlan] = useState(known);
  const { write, record } = useEntryWrite(eventId, onClose);
  return (
    <Dialog
      isOpen
      title={text('plan')}
      confirm={text('save')}
      canConfirm={Object.values(plan).some((said) => said.trim() !== '')}
      isBusy={write.isPending}
      error={write.error}
      onClose={onClose}
      onConfirm={() => record({ kind: 'plan', value: {}, words: plan })}
    >
      <Stack gap="sm">
        {SAFETY_PLAN_PARTS.map((part) => (
          <Textarea
            key={part}
            label={t(`plan.${part}`)}
            autosize
            minRows={2}
            maxLength={2000}
            value={plan[part]}
            onChange={(event) => setPlan({ ...plan, [part]: event.currentTarget.value })}
          />
        ))}
      </Stack>
    </Dialog>
  );
}
