import { answerAt } from '@tirek/domain/instruments/engine';
import { answerText } from '../answering/answer-text.ts';
import { answersIn, type Draft } from '../answering/draft.ts';
import { findingsOf, findingText, type PlaceFinding } from '../answering/findings.ts';
import type { Place } from '../answering/places.ts';
import { Heading } from '../ui/heading.tsx';
import { KeptNote } from '../ui/kept-note.tsx';
import { useSurvey } from '../ui/survey-context.ts';

/** Before sending: what must be mended, what is open, whether it is right, and everything she said. */
export function ReviewScreen({ draft, places }: { draft: Draft; places: readonly Place[] }) {
  const { survey, state, say, language } = useSurvey();
  const { hard, soft, open } = findingsOf(state.forms, draft);
  const placeOf = (id: string) => places.find((place) => place.id === id);
  const openPlaces = open.flatMap((id) => placeOf(id) ?? []);
  return (
    <div class="review">
      <Heading>{say('review.title')}</Heading>

      {hard.length > 0 && (
        <section class="problems">
          <h2>{say('review.must')}</h2>
          <Findings findings={hard} placeOf={placeOf} />
        </section>
      )}

      {soft.length > 0 && (
        <section>
          <h2>{say('review.warnings')}</h2>
          {soft.map((finding) => {
            const place = placeOf(finding.place);
            if (!place) return null;
            return (
              <div key={finding.warning} class="warning">
                <p>{findingText(finding, { place, say, language })}</p>
                <div class="pair">
                  <button type="button" class="plain" onClick={() => survey.goTo(place.id)}>
                    {say('action.change')}
                  </button>
                  <button
                    type="button"
                    class="plain"
                    onClick={() => survey.confirm(finding.warning)}
                  >
                    {say('check.confirm')}
                  </button>
                </div>
              </div>
            );
          })}
        </section>
      )}

      <section>
        <p class="lead">
          {openPlaces.length > 0
            ? say('review.open', { count: openPlaces.length })
            : hard.length === 0 && say('review.all')}
        </p>
        {openPlaces.length > 0 && (
          <ul class="links">
            {openPlaces.map((place) => (
              <li key={place.id}>
                <button type="button" class="link" onClick={() => survey.goTo(place.id)}>
                  <Named place={place} />
                </button>
              </li>
            ))}
          </ul>
        )}
      </section>

      <div class="bar">
        <KeptNote />
        <div class="pair">
          <button type="button" class="plain" onClick={survey.goBack}>
            {say('action.back')}
          </button>
          <button
            type="button"
            class="main"
            disabled={hard.length > 0}
            onClick={survey.sending.finish}
          >
            {say('review.send')}
          </button>
        </div>
      </div>

      <details class="all-answers">
        <summary>{say('review.your-answers')}</summary>
        <ul>
          {places
            .filter(({ screen }) => screen.question.type !== 'display')
            .map((place) => (
              <li key={place.id}>
                <button type="button" class="link" onClick={() => survey.goTo(place.id)}>
                  <Named place={place} />
                  <strong>
                    {answerText(answerAt(answersIn(draft, place.form), place.screen.path), {
                      question: place.screen.question,
                      say,
                      language,
                    })}
                  </strong>
                </button>
              </li>
            ))}
        </ul>
      </details>
    </div>
  );
}

/** What has to be mended, each a way to its question. */
export function Findings({
  findings,
  placeOf,
}: {
  findings: readonly PlaceFinding[];
  placeOf: (id: string) => Place | undefined;
}) {
  const { survey, say, language } = useSurvey();
  return (
    <ul class="links">
      {findings.map((finding) => {
        const place = placeOf(finding.place);
        return (
          place && (
            <li key={finding.place + finding.finding.code}>
              <button type="button" class="link" onClick={() => survey.goTo(place.id)}>
                <Named place={place} />
                <strong>{findingText(finding, { place, say, language })}</strong>
              </button>
            </li>
          )
        );
      })}
    </ul>
  );
}

function Named({ place }: { place: Place }) {
  const { row, question } = place.screen;
  return (
    <span>
      {row && `${row.heading}: `}
      {question.text}
    </span>
  );
}
