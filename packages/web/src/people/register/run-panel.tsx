import { Button, Select } from '@mantine/core';
import type { RegisterImport } from '@tirek/domain/people/register';
import { useState } from 'react';
import { useHolder, useMay } from '../../access/index.ts';
import { useRead } from '../../api/use-read.ts';
import { useWrite } from '../../api/use-write.ts';
import { useText } from '../../text/language.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import styles from './register.module.css';

/** Who is to hold the families, and the one button after which they are there. */
export function RunPanel({ register }: { register: RegisterImport }) {
  const text = useText('register');
  const people = useText('people');
  const errorText = useErrorText();
  const may = useMay();
  const { account } = useHolder();
  const isAssigning = may('caseload.assign');
  const isHolding = may('caseload.hold');
  const team = useRead('listTeam', {}, { isWanted: isAssigning });
  const [chosen, setChosen] = useState<string | null>(isHolding ? account.id : null);
  const run = useWrite('runRegister', { renews: ['getRegister', 'listRegisters'] });
  const practitioners = team.data?.practitioners ?? [];
  const isOpen = register.undecided > 0;
  return (
    <Panel title={text('run.title')} note={text('run.note')}>
      {isAssigning &&
        (team.data && practitioners.length === 0 && !isHolding ? (
          <Notice kind="warning">{text('run.noTeam')}</Notice>
        ) : (
          <Select
            className={styles.holder ?? ''}
            label={text('run.holder')}
            placeholder={text('run.choose')}
            data={[
              ...(isHolding ? [{ value: account.id, label: account.displayName }] : []),
              ...practitioners.map(({ accountId, name, families }) => ({
                value: accountId,
                label: people('handOver.colleague', { name, count: families }),
              })),
            ]}
            value={chosen}
            onChange={setChosen}
          />
        ))}
      {!isAssigning && <p>{text('run.self')}</p>}
      {isOpen && <p>{text('run.undecided')}</p>}
      {run.isError && <Notice kind="refusal">{errorText(run.error)}</Notice>}
      <Button
        mt="md"
        size="md"
        disabled={isOpen || chosen === null || register.people === 0}
        loading={run.isPending}
        onClick={() => chosen && run.mutate({ registerId: register.id, holderId: chosen })}
      >
        {text('run.go')}
      </Button>
    </Panel>
  );
}
