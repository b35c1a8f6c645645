import { answerAt } from '@tirek/domain/instruments/engine';
import { answersIn, type Draft } from '../answering/draft.ts';
import { findingsOf, findingText } from '../answering/findings.ts';
import { isEndOfRoster, type Place } from '../answering/places.ts';
import { rowsIn, rowsShown } from '../answering/rows.ts';
import { AnswerField } from '../ui/answer-field.tsx';
import { Heading } from '../ui/heading.tsx';
import { KeptNote } from '../ui/kept-note.tsx';
import { ReadAloudButton } from '../ui/read-aloud-button.tsx';
import { useSurvey } from '../ui/survey-context.ts';

/** One question. */
export function QuestionScreen({
  draft,
  places,
  place,
}: {
  draft: Draft;
  places: readonly Place[];
  place: Place;
}) {
  const { survey, state, say, language } = useSurvey();
  const { form, screen, id } = place;
  const { question, row } = screen;
  const value = answerAt(answersIn(draft, form), screen.path);
  const at = places.indexOf(place) + 1;
  const of = places.length;
  const isOpen =
    question.type !== 'display' &&
    value === undefined &&
    draft.typed[id] === undefined &&
    !(question.type === 'roster' && rowsShown(value, screen).length > 0);
  const section = [row?.heading, question.heading ?? form.title].filter(Boolean).join(' · ');
  const isChoice = ['choice', 'boolean', 'multi-choice', 'roster'].includes(question.type);
  const texts = question.options.map(({ text }) => text);
  const findings = state.isChecked ? findingsOf(state.forms, draft) : null;
  const here = (finding: { place: string }) => finding.place === id;
  const wrong = findings?.hard.filter(here) ?? [];
  const warnings = findings?.soft.filter(here) ?? [];
  const Body = isChoice ? 'fieldset' : 'div';
  const Title = isChoice ? 'legend' : 'div';
  return (
    <form
      class="question"
      onSubmit={(event) => {
        event.preventDefault();
        survey.goOn();
      }}
    >
      <div class="progress">
        <progress value={at} max={of} aria-label={say('progress.of', { at, of })} />
        <span aria-hidden="true">
          {at} / {of}
        </span>
      </div>
      <Body class="asked" aria-describedby={question.help ? 'help' : undefined}>
        <Title>
          <p class="section">{section}</p>
          <Heading>{question.text}</Heading>
        </Title>
        {question.help && (
          <p id="help" class="help-text">
            {question.help}
          </p>
        )}
        <ReadAloudButton parts={[question.text, question.help ?? '', ...texts]} />
        <div class="problems" role="alert">
          {wrong.map((finding) => (
            <p key={finding.finding.code} class="wrong">
              {findingText(finding, { place, say, language })}
            </p>
          ))}
          {warnings.map((finding) => (
            <div key={finding.warning} class="warning">
              <p>{findingText(finding, { place, say, language })}</p>
              <button type="button" class="plain" onClick={() => survey.confirm(finding.warning)}>
                {say('check.confirm')}
              </button>
            </div>
          ))}
        </div>
        <AnswerField place={place} draft={draft} value={value} />
      </Body>
      {row && isEndOfRoster(places, place) && <OneMore draft={draft} place={place} />}
      {at === 1 && form.notice && <p class="notice">{form.notice}</p>}
      <div class="bar">
        <KeptNote />
        <div class="pair">
          {at > 1 && (
            <button type="button" class="plain" onClick={survey.goBack}>
              {say('action.back')}
            </button>
          )}
          <button type="submit" class={isOpen ? 'main open' : 'main'}>
            {say(isOpen ? 'action.skip' : 'action.next')}
          </button>
        </div>
      </div>
    </form>
  );
}

/** At the end of the last child: one more, without going back to the count. */
function OneMore({ draft, place }: { draft: Draft; place: Place }) {
  const { survey, state, say } = useSurvey();
  const { form, screen } = place;
  const roster = screen.row?.roster ?? '';
  const answers = answersIn(draft, form);
  const rows = rowsIn(answers[roster]);
  const asked = state.forms
    .find(({ code }) => code === form.code)
    ?.questions(answers)
    .find(({ path }) => path === roster);
  const most = asked?.question.maxRows;
  if (most !== null && most !== undefined && rows.length >= most) return null;
  return (
    <button
      type="button"
      class="quiet"
      onClick={() => {
        survey.answer(form.code, roster, [...rows, {}]);
        survey.goOn();
      }}
    >
      {say('row.add')}
    </button>
  );
}
