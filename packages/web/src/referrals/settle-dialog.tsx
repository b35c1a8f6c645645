import { NativeSelect } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import {
  CLOSE_REASONS,
  OWN_REVOKE_REASONS,
  type Referral,
  type ReferrerWord,
} from '@tirek/domain/referrals';
import { useState } from 'react';
import { useWrite } from '../api/use-write.ts';
import { useText } from '../text/language.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useToast } from '../ui/toasts.tsx';
import { useReferralWords } from './use-referral-words.ts';

export type Settling = 'closed' | 'redirected' | 'revoked';

/** That it is not justified is said by whoever looks again. */
const REVOKING = OWN_REVOKE_REASONS.filter((reason) => reason !== 'not-justified');

/** It is over, taken back, or goes elsewhere. */
export function SettleDialog({
  referral: { id: referralId, personId },
  basedOn,
  settling,
  onClose,
}: {
  referral: Referral;
  basedOn: number;
  settling: Settling;
  onClose: () => void;
}) {
  const text = useText('referrals');
  const t = useReferralWords();
  const tell = useToast();
  const navigate = useNavigate();
  const [reason, setReason] = useState('');
  const write = useWrite('settleReferral', {
    renews: ['listReferralsOf', 'listReferrals', 'previewReferral'],
    onDone: () => {
      tell(text('saved'));
      onClose();
      if (settling !== 'redirected') return;
      const search = { insteadOf: referralId } as never;
      void navigate({ to: '/people/$personId/referrals/new', params: { personId }, search });
    },
  });
  const reasons = settling === 'closed' ? CLOSE_REASONS : REVOKING;
  const word = wordOf(settling, reason);
  return (
    <Dialog
      isOpen
      isDangerous={settling === 'revoked'}
      title={text(`settle.${settling}`)}
      confirm={text(`settle.${settling}`)}
      canConfirm={word !== null}
      isBusy={write.isPending}
      error={write.error}
      onClose={onClose}
      onConfirm={() => word && write.mutate({ referralId, basedOn, word })}
    >
      <p>{text(`settle.${settling}.note`)}</p>
      {settling !== 'redirected' && (
        <NativeSelect
          label={text(settling === 'closed' ? 'result' : 'reason')}
          data={[
            { value: '', label: text('choose') },
            ...reasons.map((each) => ({ value: each, label: t(`reason.${each}`) })),
          ]}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
    </Dialog>
  );
}

function wordOf(settling: Settling, chosen: string): ReferrerWord | null {
  if (settling === 'redirected') return { kind: settling };
  if (settling === 'closed') {
    const reason = CLOSE_REASONS.find((each) => each === chosen);
    return reason ? { kind: settling, reason } : null;
  }
  const reason = REVOKING.find((each) => each === chosen);
  return reason ? { kind: settling, reason } : null;
}
