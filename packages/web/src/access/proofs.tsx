import { lazy, Suspense, useState, useSyncExternalStore } from 'react';
import { useSession } from './session.tsx';

const ProofDialog = lazy(async () => ({
  default: (await import('./proof-dialog.tsx')).ProofDialog,
}));

/** The question for a proof, fetched when somebody is asked for the first time. */
export function Proofs() {
  const { proofs } = useSession();
  const isAsked = useSyncExternalStore(proofs.subscribe, proofs.isAsked);
  const [wasAsked, setAsked] = useState(false);
  if (isAsked && !wasAsked) setAsked(true);
  return wasAsked ? (
    <Suspense>
      <ProofDialog proofs={proofs} />
    </Suspense>
  ) : null;
}
