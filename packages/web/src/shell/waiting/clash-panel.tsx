import { Button, Radio } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FamilyMember, fullName } from '@tirek/domain/people';
import { useState } from 'react';
import { useClient } from '../../api/client.ts';
import { useCaseClashWords } from '../../cases/index.ts';
import type { PlacedWrite } from '../../offline/outbox.ts';
import { useAlong } from '../../offline/use-along.ts';
import type { Input, WaitingRule } from '../../offline/waiting-rule.ts';
import { useClashWords } from '../../people/index.ts';
import { useText } from '../../text/language.tsx';
import { ErrorState, LoadingState } from '../../ui/states.tsx';
import styles from './waiting.module.css';

interface ClashPanelProps {
  readonly write: PlacedWrite;
  readonly clash: NonNullable<WaitingRule['clash']>;
  readonly onSettled: (changed: Input) => Promise<void>;
}

/** Somebody else has changed the same record: both versions, field by field, and she decides for each. */
export function ClashPanel({ write, clash, onSettled }: ClashPanelProps) {
  const text = useText('offline');
  const { api } = useClient();
  const { newId } = useAlong();
  const read = clash.read(write.input);
  // Not the answer that pages show: hers is already in that one.
  const now = useQuery({
    queryKey: ['clash', write.id, read.name],
    queryFn: () => readNow(api, read),
    gcTime: 0,
  });
  const [theirs, setTheirs] = useState<ReadonlySet<string>>(new Set());
  const nameOf = (personId: string) => nameIn(now.data, personId);
  const ofPeople = useClashWords(nameOf);
  const ofCases = useCaseClashWords(nameOf, now.data);
  const words = write.name === 'recordCaseEntry' ? ofCases : ofPeople;
  if (now.isPending) return <LoadingState lines={3} />;
  if (now.isError) return <ErrorState error={now.error} onRetry={now.refetch} />;
  const fields = clash.fields(write.input, now.data);
  const choose = (key: string, isTheirs: boolean) =>
    setTheirs(new Set(isTheirs ? [...theirs, key] : [...theirs].filter((each) => each !== key)));
  return (
    <div className={styles.fields}>
      <p className={styles.quiet}>{text('conflict.words')}</p>
      {fields.map(({ key, mine, theirs: other }) => (
        <fieldset key={key} className={styles.field}>
          <legend>{words.label(key)}</legend>
          <Radio.Group
            aria-label={words.label(key)}
            value={theirs.has(key) ? 'theirs' : 'mine'}
            onChange={(value) => choose(key, value === 'theirs')}
          >
            <div className={styles.versions}>
              <Radio
                value="mine"
                label={text('conflict.mine')}
                description={words.value(key, mine)}
              />
              <Radio
                value="theirs"
                label={text('conflict.theirs')}
                description={words.value(key, other)}
              />
            </div>
          </Radio.Group>
        </fieldset>
      ))}
      <div>
        <Button
          size="sm"
          onClick={() =>
            void onSettled({ ...clash.settled(write.input, now.data, theirs), id: newId() })
          }
        >
          {text('conflict.send')}
        </Button>
      </div>
    </div>
  );
}

const readNow = (
  api: ReturnType<typeof useClient>['api'],
  { name, input }: { name: string; input: Input },
) => api.call(name as never, input as never) as Promise<unknown>;

function nameIn(read: unknown, personId: string): string {
  type Members = { members?: FamilyMember[] };
  const told = read as (Members & { family?: Members }) | undefined;
  const members = told?.members ?? told?.family?.members ?? [];
  const name = members.find((member) => member.personId === personId)?.name;
  return name ? fullName(name) : '';
}
