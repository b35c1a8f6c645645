import { useRead } from '../api/use-read.ts';
import { useText } from '../text/language.tsx';
import styles from './files.module.css';

/** Which papers stand with an entry of a case; they open from the list of papers. */
export function PapersOf({ familyId, subjectId }: { familyId: string; subjectId: string }) {
  const text = useText('files');
  const { data } = useRead('listAttachments', { familyId });
  const papers = (data?.attachments ?? []).filter(
    (each) => each.isThere && each.subjectId === subjectId,
  );
  if (papers.length === 0) return null;
  const names = papers.map(({ paper }) => text(`paper.${paper}`)).join(', ');
  return <p className={styles.quiet}>{text('withNote', { names })}</p>;
}
