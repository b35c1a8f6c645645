import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import type { Submission, SurveyModel } from '../../packages/domain/src/surveys/phone.ts';
import {
  type Fields,
  readFormFields,
  renderEndPage,
  renderSurveyPage,
} from '../../packages/respondent/src/page.ts';
import { everyKind, sampleSurvey } from '../../packages/respondent/src/test/sample-survey.ts';
import { contentHash, securityHeaders } from '../../packages/server/src/http/security-headers.ts';

/**
 * Stands in for the server where a journey is about the phone alone: it serves the page with the real policy and
 * keeps what arrives. Whether an answer is right is not its affair; the real server's tests see to that.
 * `TIREK_SURVEY` (an address such as `https://tirek.example/s/abcdefgh` of an open wave) takes its place where a
 * journey does not look at what arrived.
 */
export interface SurveyDouble {
  readonly origin: string;
  /** Address of the page. */
  readonly address: string;
  /** What was accepted, by id, in order of arrival. */
  readonly accepted: Map<string, Submission>;
  /** Every delivery, also repeated ones. */
  readonly deliveries: Submission[];
  readonly drafts: Map<string, string>;
  readonly withdrawn: string[];
  /** The next deliveries are answered with this problem instead of being accepted. */
  refusal: { status: number; code: string; details?: Record<string, unknown> } | null;
  /** A line too slow for anybody: the page is sent only when this has come about. */
  pageWaitsFor: Promise<unknown>;
  /** How the survey is just now; a test may change it while pages are open. */
  survey: Parameters<typeof sampleSurvey>[1] & { every?: boolean; consentVersion?: string };
  close(): Promise<void>;
}

const TODAY = '2026-11-22';
const PROJECT = join(import.meta.dirname, '../..');
const respondent = join(PROJECT, 'packages/respondent');

let built: Promise<{ script: string; style: string; worker: string }> | null = null;

/** The page's files, built as they ship. */
export function builtFiles() {
  built ??= (async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tirek-e2e-respondent-'));
    for (const mode of ['production', 'worker']) {
      await build({ root: respondent, mode, logLevel: 'error', build: { outDir: folder } });
    }
    const read = (name: string) => readFileSync(join(folder, name), 'utf8');
    const files = {
      script: read('respondent.js'),
      style: read('respondent.css'),
      worker: read('sw.js'),
    };
    rmSync(folder, { recursive: true });
    return files;
  })();
  return built;
}

export async function openSurvey(survey: SurveyDouble['survey'] = {}): Promise<SurveyDouble> {
  const { script, style, worker } = await builtFiles();
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      response.statusCode = 500;
      response.end(String(error));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const double: SurveyDouble = {
    origin,
    address: `${origin}/s/abcdefgh`,
    accepted: new Map(),
    deliveries: [],
    drafts: new Map(),
    withdrawn: [],
    refusal: null,
    pageWaitsFor: Promise.resolve(),
    survey,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };

  function modelIn(language: string): SurveyModel {
    const { every, consentVersion, ...options } = double.survey;
    const asked = language === 'ru' || language === 'en' ? language : 'kk';
    const model = sampleSurvey(asked, {
      quickExit: `${origin}/weather`,
      ...options,
      ...(every ? { bundles: [everyKind(asked)] } : {}),
    });
    return consentVersion
      ? { ...model, consent: { ...model.consent, version: consentVersion } }
      : model;
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', origin);
    const send = (status: number, type: string, body: string, policy = {}) => {
      response.writeHead(status, { ...securityHeaders(origin, policy), 'content-type': type });
      response.end(body);
    };
    const json = (status: number, body: unknown) =>
      send(
        status,
        status < 400 ? 'application/json' : 'application/problem+json',
        JSON.stringify(body),
      );
    const page = (rendered: {
      html: string;
      scripts: readonly string[];
      styles: readonly string[];
    }) =>
      send(200, 'text/html; charset=utf-8', rendered.html, {
        scriptHashes: rendered.scripts.map(contentHash),
        styleHashes: rendered.styles.map(contentHash),
      });
    const body = async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      return Buffer.concat(chunks).toString();
    };
    const route = `${request.method} ${url.pathname}`;
    const language = url.searchParams.get('language') ?? 'kk';
    const model = modelIn(language);
    const options = { script, style, submissionId: crypto.randomUUID(), today: TODAY };

    if (route === 'GET /weather')
      return send(200, 'text/html', '<title>Weather</title><h1>+3</h1>');
    if (route === 'GET /s/sw.js') return send(200, 'text/javascript', worker);
    if (route === 'GET /s/abcdefgh/survey.json') return json(200, model);
    if (route === 'GET /s/abcdefgh') {
      await double.pageWaitsFor;
      const code = url.searchParams.get('c');
      return page(
        renderSurveyPage(model, { ...options, ...(code ? { codePrefilled: code } : {}) }),
      );
    }
    if (route === 'POST /s/abcdefgh') {
      const fields: Record<string, string | string[]> = {};
      for (const [name, value] of new URLSearchParams(await body())) {
        const before = fields[name];
        fields[name] = before === undefined ? value : [before, value].flat();
      }
      const drawn = modelIn(`${fields.language}`);
      const reading = readFormFields(drawn, { fields: fields as Fields, today: TODAY });
      if (reading.kind === 'declined')
        return page(renderEndPage(drawn, { end: 'declined', style }));
      if (reading.kind !== 'submission') {
        const shown = reading.kind === 'redraw' ? modelIn(reading.language) : drawn;
        return page(renderSurveyPage(shown, { ...options, again: { fields, reading } }));
      }
      double.accepted.set(reading.submission.id, reading.submission);
      return page(renderEndPage(drawn, { end: 'thanks', style }));
    }
    if (route === 'POST /api/surveys/abcdefgh/answers') {
      const submission = JSON.parse(await body()) as Submission;
      double.deliveries.push(submission);
      const { refusal } = double;
      if (refusal) {
        return json(refusal.status, {
          code: refusal.code,
          status: refusal.status,
          details: refusal.details ?? {},
        });
      }
      if (!double.accepted.has(submission.id)) double.accepted.set(submission.id, submission);
      return json(200, { done: true });
    }
    if (route === 'POST /api/surveys/abcdefgh/withdrawals') {
      double.withdrawn.push((JSON.parse(await body()) as { panel: string }).panel);
      return json(200, { done: true });
    }
    const key = /^\/api\/surveys\/abcdefgh\/drafts\/([0-9a-f]{64})$/.exec(url.pathname)?.[1];
    if (key && request.method === 'PUT') {
      double.drafts.set(key, (JSON.parse(await body()) as { sealed: string }).sealed);
      return json(200, { keptUntil: '2026-12-22T00:00:00Z' });
    }
    if (key && request.method === 'GET') {
      const sealed = double.drafts.get(key);
      return sealed
        ? json(200, { sealed })
        : json(404, { code: 'not-found', status: 404, details: {} });
    }
    if (key && request.method === 'DELETE') {
      double.drafts.delete(key);
      return json(200, { done: true });
    }
    return json(404, { code: 'not-found', status: 404, details: {} });
  }

  return double;
}
