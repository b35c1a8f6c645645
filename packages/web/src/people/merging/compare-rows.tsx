import { topicKey } from '@tirek/domain/consents';
import { fullName, type Identity, type PersonName } from '@tirek/domain/people';
import type { MERGE_REASONS, MergePreview, MergeRecord } from '@tirek/domain/people/merging';
import type { ReactNode } from 'react';
import { useRegionNames } from '../../programmes/index.ts';
import { useText } from '../../text/language.tsx';
import { useFormat } from '../../text/use-format.ts';
import { useBirthText } from '../use-birth-text.ts';
import { useLanguageNames } from '../use-language-names.ts';
import styles from './merging.module.css';

/** Every field of both records, what stands afterwards, and why. */
export function CompareRows({ preview }: { preview: MergePreview }) {
  const text = useText('merging');
  const people = useText('people');
  const consents = useText('consents');
  const format = useFormat();
  const birthText = useBirthText();
  const languageName = useLanguageNames();
  const { nameOf } = useRegionNames();
  const { kept, other, after } = preview;
  const none = people('none');
  const names = (all: readonly PersonName[]) =>
    lines(all.map((name) => `${fullName(name)} (${people(`name.${name.kind}`)})`));
  const documents = (all: Identity['documents']) =>
    lines(all.map(({ kind, number }) => `${people(`document.${kind}`)}: ${number}`)) ?? none;
  const life = (state: string | null) =>
    state === null ? none : text(`life.${state as 'alive' | 'unknown'}`);
  const languages = (all: readonly string[]) => all.map(languageName).join(', ') || none;
  const families = ({ families: all }: MergeRecord) =>
    lines(
      all.map(({ members, holder }) => {
        const who = members.map(({ name }) => (name ? fullName(name) : people('name.gone')));
        return `${who.join(', ')} – ${text('compare.heldBy', { name: holder })}`;
      }),
    );
  const said = (all: MergeRecord['consents']) =>
    lines(
      all
        .filter(({ state }) => state !== 'not-asked')
        .map(
          ({ purpose, state }) =>
            `${consents(`purpose.${purpose}`)}: ${consents(`state.${state}`)}`,
        ),
    ) ?? text('compare.noConsents');
  const hangs = ({ hangs: all }: MergeRecord) =>
    lines(all.map(({ what, count }) => text(`hangs.${what}`, { number: String(count) })));
  const region = (code: string | null) => (code === null ? none : nameOf(code));
  const isAnythingSaid = [...kept.consents, ...other.consents].some(
    ({ state }) => state !== 'not-asked',
  );
  const doConsentsDiffer = kept.consents.some(
    (one) => other.consents.find((each) => topicKey(each) === topicKey(one))?.state !== one.state,
  );
  const why = (reason: (typeof MERGE_REASONS)[number]) =>
    reason === 'nothing' ? null : text(`why.${reason}`);
  return (
    <>
      <Row
        title={text('compare.names')}
        values={[names(kept.identity.names), names(other.identity.names), names(after.names.value)]}
        why={why(after.names.why)}
      />
      <Row
        title={people('birth')}
        values={[kept.identity.birth, other.identity.birth, after.birth.value].map(birthText)}
        why={why(after.birth.why)}
      />
      <Row
        title={people('sex')}
        values={[kept.sex, other.sex, after.sex.value].map((sex) => people(`sex.${sex}`))}
        why={why(after.sex.why)}
      />
      <Row
        title={people('phones')}
        values={[kept.identity.phones, other.identity.phones, after.phones.value].map(
          (phones) => phones.join(', ') || none,
        )}
        why={why(after.phones.why)}
      />
      <Row
        title={people('documentKind')}
        values={[kept.identity.documents, other.identity.documents, after.documents.value].map(
          documents,
        )}
        why={why(after.documents.why)}
      />
      <Row
        title={people('languages')}
        values={[kept.languages, other.languages, after.languages.value].map(languages)}
        why={why(after.languages.why)}
      />
      <Row
        title={people('residence')}
        values={[
          kept.residence?.region ?? null,
          other.residence?.region ?? null,
          after.residence.value,
        ].map(region)}
        why={why(after.residence.why)}
      />
      <Row
        title={text('compare.life')}
        values={[kept.life, other.life, after.life.value].map(life)}
        why={why(after.life.why)}
      />
      <Row
        title={text('compare.families')}
        values={[families(kept), families(other), text('compare.bothFamilies')]}
      />
      <Row
        title={text('compare.consents')}
        values={[said(kept.consents), said(other.consents), said(after.consents)]}
        why={isAnythingSaid ? why(doConsentsDiffer ? 'stricter' : 'same') : null}
      />
      <Row
        title={text('compare.hangs')}
        values={[
          <>
            {text('compare.registered', { date: format.instant(kept.registeredAt) })}
            {hangs(kept)}
          </>,
          <>
            {text('compare.registered', { date: format.instant(other.registeredAt) })}
            {hangs(other)}
          </>,
          text('compare.hangsAfter'),
        ]}
      />
    </>
  );
}

function lines(all: readonly string[]): ReactNode {
  if (all.length === 0) return null;
  if (all.length === 1) return all[0];
  return (
    <ul className={styles.lines}>
      {all.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function Row({
  title,
  values,
  why = null,
}: {
  title: string;
  values: readonly ReactNode[];
  why?: string | null;
}) {
  const text = useText('merging');
  const [kept, other, after] = values;
  return (
    <section className={styles.row}>
      <h3>{title}</h3>
      <dl className={styles.cell}>
        <dt>{text('compare.kept')}</dt>
        <dd>{kept}</dd>
      </dl>
      <dl className={styles.cell}>
        <dt>{text('compare.other')}</dt>
        <dd>{other}</dd>
      </dl>
      <dl className={`${styles.cell} ${styles.after}`}>
        <dt>{text('compare.after')}</dt>
        <dd>
          {after}
          {why && <p className={styles.why}>{why}</p>}
        </dd>
      </dl>
    </section>
  );
}
