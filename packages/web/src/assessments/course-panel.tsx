import {
  type Assessment,
  assessmentTexts,
  type Course,
  changeRuleOf,
  coursesOf,
  drawCourse,
} from '@tirek/domain/assessments';
import type { CompiledForm } from '@tirek/domain/instruments';
import { useLanguage, useText } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { Panel } from '../ui/panel.tsx';
import styles from './assessments.module.css';
import { formWords } from './form-words.ts';

/** Each scale over time, each informant apart, with the rule by which a change is judged. */
export function CoursePanel({ form, all }: { form: CompiledForm; all: readonly Assessment[] }) {
  const text = useText('assessments');
  const courses = coursesOf(all, { formCode: form.code, scales: form.pkg.scales }).filter(
    ({ points }) => points.length > 1,
  );
  if (courses.length === 0) return null;
  return (
    <Panel title={text('result.course')}>
      {courses.map((course) => (
        <OneCourse key={`${course.scale} ${course.informant}`} {...{ form, course }} />
      ))}
    </Panel>
  );
}

function OneCourse({ form, course }: { form: CompiledForm; course: Course }) {
  const text = useText('assessments');
  const format = useFormat();
  const { language } = useLanguage();
  const t = assessmentTexts(language);
  const scale = form.pkg.scales.find(({ id }) => id === course.scale);
  const [first] = course.points;
  const last = course.points.at(-1);
  if (!scale || !first || !last) return null;
  const title = formWords(form, language)(scale.title);
  const date = (on: string) => format.date(on, 'medium');
  const number = (value: number) => format.number(value);
  const label = text('result.courseDrawn', {
    ...{ scale: title, from: date(first.on), to: date(last.on) },
  });
  const rule = changeRuleOf(scale);
  return (
    <>
      <h3>
        {text('result.courseOf', { scale: title, informant: t(`informant.${course.informant}`) })}
      </h3>
      <div
        className={styles.drawing}
        // biome-ignore lint/security/noDangerouslySetInnerHtml: made by our own escaping makers
        dangerouslySetInnerHTML={{ __html: drawCourse(scale, course, { label, number, date }) }}
      />
      <ul className={styles.list}>
        {course.points.toReversed().map((point) => (
          <li key={point.assessmentId} className={styles.row}>
            <span>
              {date(point.on)}: <strong>{number(point.value)}</strong>
            </span>
            <span className={styles.quiet}>
              {[
                point.sinceLast &&
                  text('result.sinceLast', { verdict: t(`verdict.${point.sinceLast}`) }),
                point.sinceFirst &&
                  text('result.sinceFirst', { verdict: t(`verdict.${point.sinceFirst}`) }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      <p className={styles.quiet}>
        {rule
          ? text(`result.rule.${rule.kind}`, {
              points: format.number(Math.round(rule.points * 10) / 10),
            })
          : text('result.rule.none')}
      </p>
    </>
  );
}
