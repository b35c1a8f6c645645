import { Radio, Stack } from '@mantine/core';
import {
  fullName,
  OPENING_REASONS,
  type OpenedPerson,
  type PersonCard,
} from '@tirek/domain/people';
import { useState } from 'react';
import { useClient } from '../api/client.ts';
import { useAct } from '../api/use-write.ts';
import { useRegionNames } from '../programmes/index.ts';
import { useText } from '../text/language.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Facts } from '../ui/facts.tsx';
import { Notice } from '../ui/notice.tsx';
import { cardName } from './card-name.ts';
import { useBirthText } from './use-birth-text.ts';

type Reason = (typeof OPENING_REASONS)[number];

interface LookDialogProps {
  readonly card: PersonCard;
  readonly searchId: string;
  readonly onClose: () => void;
  /** What she was looked at for. */
  readonly onLooked?: (reason: Reason) => void;
}

/** One look at somebody whom another centre holds: first the reason, then who it is and whom to ask. */
export function LookDialog({ card, searchId, onClose, onLooked }: LookDialogProps) {
  const text = useText('people');
  const { api } = useClient();
  const [reason, setReason] = useState<Reason | null>(null);
  const open = useAct('openPerson');
  const { personId } = card;
  return (
    <Dialog
      isOpen
      title={text('look.title', { name: cardName(card) })}
      confirm={text(open.data ? 'look.done' : 'look.go')}
      canConfirm={open.data !== undefined || reason !== null}
      isBusy={open.isPending}
      error={open.error}
      onClose={onClose}
      onConfirm={() => {
        if (open.data) onClose();
        else if (reason) {
          const input = { id: api.newId(), personId, searchId, reason };
          open.mutate(input, { onSuccess: () => onLooked?.(reason) });
        }
      }}
    >
      {open.data ? (
        <Looked person={open.data} />
      ) : (
        <>
          <p>{text('look.words')}</p>
          <Radio.Group
            label={text('look.why')}
            value={reason}
            onChange={(value) => setReason(value as Reason)}
          >
            <Stack gap="xs" mt="xs">
              {OPENING_REASONS.map((value) => (
                <Radio key={value} value={value} label={text(`look.reason.${value}`)} />
              ))}
            </Stack>
          </Radio.Group>
        </>
      )}
    </Dialog>
  );
}

function Looked({ person }: { person: OpenedPerson }) {
  const text = useText('people');
  const birthText = useBirthText();
  const { nameOf } = useRegionNames();
  const { names, birth, sex, region, holder, heldIn } = person;
  return (
    <>
      <Facts
        facts={[
          ...names.map((name) => [text(`name.${name.kind}`), fullName(name)] as const),
          [text('birth'), birthText(birth)],
          [text('sex'), text(`sex.${sex}`)],
          ...(region ? ([[text('region'), nameOf(region)]] as const) : []),
          ...(holder
            ? ([[text('look.holder'), heldIn ? `${holder}, ${nameOf(heldIn)}` : holder]] as const)
            : []),
        ]}
      />
      <Notice kind="info" isStanding>
        {text(holder ? 'look.ask' : 'look.nobody')}
      </Notice>
    </>
  );
}
