import { Link } from '@tanstack/react-router';
import { useRead } from '../../api/use-read.ts';
import { useText } from '../../text/language.tsx';
import { Notice } from '../../ui/notice.tsx';

/** Tells a supervisor that somebody asked whether two are one person. */
export function WaitingNotice() {
  const text = useText('merging');
  const merges = useRead('listMerges', {});
  const count = (merges.data?.merges ?? []).filter(({ mayDecide }) => mayDecide).length;
  if (count === 0) return null;
  return (
    <Notice kind="info" isStanding>
      <Link to="/merges">{text('list.waiting', { count })}</Link>
    </Notice>
  );
}
