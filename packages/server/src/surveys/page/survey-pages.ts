import { createHash, randomUUID } from 'node:crypto';
import { Problem } from '@tirek/domain/problem';
import { quickExitIn, type SurveyModel, surveyModel, wavePhase } from '@tirek/domain/surveys';
import { isLanguage, LANGUAGES, type Language, preferredLanguage } from '@tirek/domain/text';
import {
  type Refusal,
  type RenderedPage,
  readFormFields,
  renderEndPage,
  renderOwnPage,
  renderRefusalPage,
  renderSurveyPage,
} from '@tirek/respondent';
import type { Page, PageAnswer, PageRequest } from '../../http/page.ts';
import { contentHash } from '../../http/security-headers.ts';
import { programmeDay } from '../../programmes/index.ts';
import type { AnswerTaking, AnswerTakings } from '../answers/answer-taking.ts';
import type { LiveSurvey } from '../answers/live-surveys.ts';
import { submitAnswers } from '../answers/submit-answers.ts';
import { readBuiltPage } from './built-page.ts';

/** As for answers: a village or a whole mobile network may stand behind one address. */
const PER_MINUTE = 1200;
/** What is shown to somebody whose browser asks for none of our languages and whose survey is not found. */
const FALLBACK: Language = 'ru';

/** Everything under `/s/`: the respondent's page with and without script, the survey in another language, the worker. */
export function surveyPages(takingOf: AnswerTakings): Page[] {
  const built = readBuiltPage();
  const takingFor = ({ database, keyFor }: PageRequest) => takingOf(database, keyFor);

  /** No cookie, and no copy in the browser: the form has an id in it that belongs to one answer. */
  const answer = ({ html, scripts, styles }: RenderedPage, status = 200): PageAnswer => ({
    status,
    body: html,
    policy: { scriptHashes: scripts.map(contentHash), styleHashes: styles.map(contentHash) },
    // Without a referrer a browser would send the form with the origin `null`; nothing leaves for other sites.
    headers: { 'referrer-policy': 'same-origin', 'x-robots-tag': 'noindex' },
  });
  const refuse = (refusal: Refusal, request: PageRequest, survey?: LiveSurvey): PageAnswer => {
    const language = languageOf(request, survey);
    const status = new Problem(refusal.code as Problem['code']).status;
    const model = survey ? modelOf(survey, language) : null;
    return answer(
      renderRefusalPage({
        language,
        languages: survey?.settings.languages ?? LANGUAGES,
        style: built.style,
        refusal,
        ...(model && { title: model.title, quickExit: model.quickExit, help: model.help }),
        ...(survey && built.script ? { left: { slug: survey.slug, script: built.script } } : {}),
      }),
      status,
    );
  };

  return [
    {
      method: 'GET',
      path: '/s/:slug',
      perMinute: PER_MINUTE,
      async render(request) {
        const { slug = '' } = request.params;
        const found = await findOpen(takingFor(request), slug, request.now);
        if (found.kind === 'refused') return refuse(found.refusal, request, found.survey);
        const { survey } = found;
        if (survey.slug !== slug) return redirect(survey.slug, request);
        const { c } = request.query;
        return answer(
          renderSurveyPage(modelOf(survey, languageOf(request, survey)), {
            ...built,
            submissionId: randomUUID(),
            today: programmeDay(request.now),
            ...(c ? { codePrefilled: c.slice(0, 40) } : {}),
          }),
        );
      },
    },
    {
      method: 'POST',
      path: '/s/:slug',
      perMinute: PER_MINUTE,
      async render(request) {
        const taking = takingFor(request);
        const { slug = '' } = request.params;
        const survey = await taking.surveys.find(slug, request.now);
        if (survey?.slug !== slug) return refuse({ code: 'survey-not-found' }, request);
        return answer(...(await takeForm(taking, survey, { request, built })));
      },
    },
    {
      method: 'GET',
      path: '/s/:slug/survey.json',
      perMinute: PER_MINUTE,
      async render(request) {
        const found = await findOpen(takingFor(request), request.params.slug ?? '', request.now);
        if (found.kind === 'refused') throw new Problem(found.refusal.code, found.refusal.details);
        const { language } = request.query;
        if (!isLanguage(language)) throw new Problem('language-not-offered', { language });
        const body = JSON.stringify(modelOf(found.survey, language));
        return {
          body,
          contentType: 'application/json',
          headers: { 'cache-control': 'no-cache', etag: etagOf(body) },
        };
      },
    },
    {
      method: 'GET',
      path: '/s/own',
      perMinute: PER_MINUTE,
      // One page for every link to a person's file: which it is, and what it asks, only her phone tells, and not in an address.
      async render(request) {
        const { ownScript: script, style } = built;
        const quickExit = {
          kk: quickExitIn('kk'),
          ru: quickExitIn('ru'),
          en: quickExitIn('en'),
        };
        return answer(renderOwnPage({ language: languageOf(request), quickExit, script, style }));
      },
    },
    {
      method: 'GET',
      path: '/s/sw.js',
      async render() {
        if (!built.worker) throw new Problem('not-found');
        return {
          body: built.worker,
          contentType: 'text/javascript; charset=utf-8',
          headers: { 'cache-control': 'no-cache', etag: etagOf(built.worker) },
        };
      },
    },
  ];
}

type Found =
  | { readonly kind: 'open'; readonly survey: LiveSurvey }
  | {
      readonly kind: 'refused';
      readonly refusal: { code: Problem['code']; details?: Problem['details'] };
      readonly survey?: LiveSurvey;
    };

async function findOpen(taking: AnswerTaking, slug: string, now: string): Promise<Found> {
  const survey = await taking.surveys.find(slug, now);
  if (!survey) return { kind: 'refused', refusal: { code: 'survey-not-found' } };
  const { opensOn, closesOn } = survey;
  switch (wavePhase(survey, programmeDay(now))) {
    case 'accepting':
      return { kind: 'open', survey };
    case 'not-yet':
      return {
        kind: 'refused',
        refusal: { code: 'wave-not-open-yet', details: { opensOn } },
        survey,
      };
    default:
      return { kind: 'refused', refusal: { code: 'wave-over', details: { closesOn } }, survey };
  }
}

/** The form without script: its answers go the same way as those of a phone. Whatever is wrong, nothing typed is lost. */
async function takeForm(
  taking: AnswerTaking,
  survey: LiveSurvey,
  { request, built }: { request: PageRequest; built: ReturnType<typeof readBuiltPage> },
): Promise<[RenderedPage, number]> {
  const { fields, now } = request;
  const today = programmeDay(now);
  const model = modelOf(survey, languageOf(request, survey));
  const reading = readFormFields(model, { fields, today });
  const { style } = built;
  if (reading.kind === 'declined') return [renderEndPage(model, { end: 'declined', style }), 200];
  let refusal: Refusal | null = null;
  if (reading.kind === 'submission') {
    try {
      await submitAnswers(taking, { slug: survey.slug, ...reading.submission }, now);
      return [renderEndPage(model, { end: 'thanks', style }), 200];
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      refusal = problem;
    }
  }
  const drawn = reading.kind === 'redraw' ? modelOf(survey, reading.language) : model;
  const id = typeof fields.id === 'string' && fields.id ? fields.id : randomUUID();
  const page = renderSurveyPage(drawn, {
    ...built,
    submissionId: id,
    today,
    again: { fields, reading, ...(refusal ? { refusal } : {}) },
  });
  return [page, reading.kind === 'redraw' || reading.kind === 'help' ? 200 : 422];
}

/** The language of the form that came back, of the address, or the browser's, as far as the survey is asked in it. */
function languageOf(request: PageRequest, survey?: LiveSurvey): Language {
  const offered = survey?.settings.languages;
  const isOffered = (language: unknown): language is Language =>
    isLanguage(language) && (offered?.includes(language) ?? true);
  const { fields, query, acceptLanguage } = request;
  const preferred = preferredLanguage(acceptLanguage, offered?.[0] ?? FALLBACK);
  return [fields.language, query.language, preferred].find(isOffered) ?? offered?.[0] ?? FALLBACK;
}

const models = new WeakMap<LiveSurvey, Map<Language, SurveyModel>>();

/** Made once for each language while the survey is kept. */
function modelOf(survey: LiveSurvey, language: Language): SurveyModel {
  const known = models.get(survey) ?? new Map<Language, SurveyModel>();
  models.set(survey, known);
  const model =
    known.get(language) ??
    surveyModel(
      {
        ...survey,
        regionNames: new Map(
          [...survey.regions].map(([code, name]) => [code, name[language] ?? code]),
        ),
      },
      language,
    );
  known.set(language, model);
  return model;
}

/** From the address of a campaign, which stands on cards and posters, to that of its wave. */
function redirect(slug: string, { query }: PageRequest): PageAnswer {
  const rest = new URLSearchParams(query).toString();
  return {
    status: 302,
    body: '',
    headers: { location: `/s/${slug}${rest && `?${rest}`}`, 'referrer-policy': 'same-origin' },
  };
}

const etagOf = (body: string) =>
  `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
