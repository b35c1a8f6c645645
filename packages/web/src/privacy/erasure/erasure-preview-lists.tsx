import type { ErasurePreview } from '@tirek/domain/privacy/erasure';
import { useText } from '../../text/language.tsx';
import { useFormat } from '../../text/use-format.ts';
import { Facts } from '../../ui/facts.tsx';
import styles from './erasure.module.css';

const GOES = [
  'identityVersions',
  'searchMarks',
  'sealedConsents',
  'lifeFacts',
  'languages',
  'caseWords',
  'papers',
  'circumstances',
  'attachments',
  'schoolNotes',
  'peerMatches',
  'assessments',
  'careSteps',
  'supportGiven',
  'referrals',
  'phoneLinks',
] as const satisfies ReadonlyArray<keyof ErasurePreview['goes']>;
const STAYS = [
  'families',
  'residences',
  'consentWords',
  'sharedFacts',
  'caseEntries',
  'papersAbout',
  'safetyEvents',
  'schoolEntries',
  'logEntries',
] as const satisfies ReadonlyArray<keyof ErasurePreview['stays']>;

/** What an erasure takes for good and what it leaves without a name, in numbers. */
export function ErasurePreviewLists({ preview }: { preview: ErasurePreview }) {
  const text = useText('erasure');
  const format = useFormat();
  return (
    <div className={styles.preview}>
      <section>
        <h4 className={styles.part}>{text('goes')}</h4>
        <Facts
          facts={GOES.map((name) => [text(`goes.${name}`), format.number(preview.goes[name])])}
        />
        <p className={styles.words}>{text('goes.words')}</p>
      </section>
      <section>
        <h4 className={styles.part}>{text('stays')}</h4>
        <Facts
          facts={STAYS.map((name) => [text(`stays.${name}`), format.number(preview.stays[name])])}
        />
        <p className={styles.words}>{text('stays.words')}</p>
      </section>
    </div>
  );
}
