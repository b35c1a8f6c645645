import { drawScore, type KeptScore } from '@tirek/domain/assessments';
import type { CompiledForm, Scale } from '@tirek/domain/instruments';
import { LANGUAGE_NAMES, type Language } from '@tirek/domain/text';
import { useLanguage, useText } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { Panel } from '../ui/panel.tsx';
import styles from './assessments.module.css';
import { formWords } from './form-words.ts';

/** One score against its range, with the words of its bands and what is known of it in the language of the answers. */
export function ScorePanel({
  form,
  score,
  asked,
}: {
  form: CompiledForm;
  score: KeptScore;
  asked: Language;
}) {
  const text = useText('assessments');
  const format = useFormat();
  const { language } = useLanguage();
  const words = formWords(form, language);
  const scale = form.pkg.scales.find(({ id }) => id === score.scale);
  if (!scale) return null;
  const title = words(scale.title);
  if (score.kind === 'incomplete') {
    return (
      <Panel title={title}>
        <p>{text('noScore', { answered: score.answered, of: score.of })}</p>
      </Panel>
    );
  }
  const number = (value: number) => format.number(value);
  const label = text('result.drawn', {
    ...{ scale: title, value: number(score.value) },
    ...{ min: number(scale.range.min), max: number(scale.range.max) },
  });
  const bands = scale.bandSets.flatMap((set) =>
    set.bands.filter(({ id }) => score.bands.includes(id)),
  );
  const sets = scale.bandSets.flatMap(({ evidence }) => (evidence ? [evidence] : []));
  const known = evidenceIn(asked, [scale.evidence, form.pkg.evidence, ...sets]);
  return (
    <Panel title={title}>
      <div
        className={styles.drawing}
        // biome-ignore lint/security/noDangerouslySetInnerHtml: made by our own escaping makers
        dangerouslySetInnerHTML={{ __html: drawScore(scale, score.value, { label, number }) }}
      />
      {bands.map((band) => (
        <p key={band.id} className={styles.band}>
          {words(band.label)}
        </p>
      ))}
      <p className={styles.quiet}>
        {text(
          scale.direction === 'higher-is-better' ? 'result.scale.better' : 'result.scale.worse',
        )}
      </p>
      <h3>{text('result.evidence')}</h3>
      {known.isValidated ? null : (
        <p>{text('result.notValidated', { language: LANGUAGE_NAMES[asked] })}</p>
      )}
      <ul>
        {/* Scale and form often cite the same finding: it is told once. */}
        {[...new Set(known.statements.map(words))].map((statement) => (
          <li key={statement}>{statement}</li>
        ))}
      </ul>
    </Panel>
  );
}

/** What somebody found out about a form in one language; looking and finding nothing is no evidence. */
function evidenceIn(language: Language, all: readonly Scale['evidence'][]) {
  const found = all.flatMap((evidence) => evidence[language] ?? []);
  return {
    isValidated: found.some(({ grade }) => grade === 'validity' || grade === 'cut-off'),
    statements: found.map(({ statement }) => statement),
  };
}
