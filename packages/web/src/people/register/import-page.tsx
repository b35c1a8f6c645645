import { Button, Progress } from '@mantine/core';
import type { RegisterImport } from '@tirek/domain/people/register';
import { useEffect, useState } from 'react';
import { useRead } from '../../api/use-read.ts';
import { useWrite } from '../../api/use-write.ts';
import { useText } from '../../text/language.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ErrorState, LoadingState } from '../../ui/states.tsx';
import { AskedPanel } from './asked-panel.tsx';
import { ColumnsPanel } from './columns-panel.tsx';
import { DonePanel } from './done-panel.tsx';
import { FoundPanel } from './found-panel.tsx';
import { RunPanel } from './run-panel.tsx';
import { UploadPanel } from './upload-panel.tsx';

const LOOK_EVERY = 1000;

const isOver = ({ state }: RegisterImport) => state === 'done' || state === 'cancelled';
const isAtWork = (state: string | undefined) => state === 'checking' || state === 'running';

/** A register that was kept elsewhere: a file, what its columns hold, who is who, and then all or nobody. */
export function RegisterImportPage() {
  const text = useText('register');
  const people = useText('people');
  const all = useRead('listRegisters', {});
  const [chosen, setChosen] = useState<string | null>(null);
  // One that was left open waits to be gone on with.
  const open = all.data?.registers.find((each) => !isOver(each))?.id ?? null;
  const registerId = chosen ?? open;
  // It stays before her eyes also when it is over.
  useEffect(() => {
    if (open) setChosen((before) => before ?? open);
  }, [open]);
  const cancel = useWrite('cancelRegister', {
    renews: ['listRegisters'],
    onDone: () => setChosen(null),
  });
  const read = useRead(
    'getRegister',
    { registerId: registerId ?? '' },
    {
      isWanted: registerId !== null,
      every: (answer) => (isAtWork(answer?.state) ? LOOK_EVERY : false),
    },
  );
  const register = registerId === null ? undefined : read.data;
  const canCancel = register?.state === 'uploaded' || register?.state === 'checked';
  const isNew = all.data && registerId === null;
  return (
    <Page
      title={text('title')}
      intro={text('intro')}
      back={{ to: '/families', label: people('families.title') }}
      actions={
        canCancel && (
          <Button
            variant="default"
            loading={cancel.isPending}
            onClick={() => cancel.mutate({ registerId: register.id })}
          >
            {text('startAgain')}
          </Button>
        )
      }
    >
      {all.isError && <ErrorState error={all.error} onRetry={all.refetch} />}
      {read.isError && <ErrorState error={read.error} onRetry={read.refetch} />}
      {(all.isPending || (registerId !== null && read.isPending)) && <LoadingState lines={4} />}
      {isNew && <UploadPanel onUploaded={setChosen} />}
      {register && (
        <Stage
          register={register}
          onNext={() => {
            setChosen(null);
            void all.refetch();
          }}
        />
      )}
    </Page>
  );
}

function Stage({ register, onNext }: { register: RegisterImport; onNext: () => void }) {
  const text = useText('register');
  const problem = useText('problem');
  const { state, done, total, fileName, refusal } = register;
  if (state === 'done') return <DonePanel register={register} onNext={onNext} />;
  if (state === 'cancelled') return <UploadPanel onUploaded={onNext} />;
  if (isAtWork(state)) {
    const percent = total > 0 ? Math.floor((100 * done) / total) : 0;
    return (
      <Panel {...(fileName ? { title: fileName } : {})}>
        <Progress value={percent} aria-label={text('title')} size="lg" animated />
        <p role="status">
          {state === 'checking'
            ? text('working.checking', { done, total })
            : text('working.running', { percent })}
        </p>
        <p>{text('working.words')}</p>
      </Panel>
    );
  }
  return (
    <>
      {refusal && (
        <Notice kind="refusal" title={text('found.refusal')}>
          {problem(refusal as Parameters<typeof problem>[0])}
        </Notice>
      )}
      <ColumnsPanel key={register.id} register={register} />
      {state === 'checked' && (
        <>
          <FoundPanel register={register} />
          {register.asked > 0 && <AskedPanel register={register} />}
          {register.errors === 0 && <RunPanel register={register} />}
        </>
      )}
    </>
  );
}
