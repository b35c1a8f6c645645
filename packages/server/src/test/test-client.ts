import type { accessContract } from '@tirek/domain/access';
import type { assessmentsContract } from '@tirek/domain/assessments';
import type { phoneLinkContract } from '@tirek/domain/assessments/own-phone';
import type { casesContract } from '@tirek/domain/cases';
import type {
  consentSettingsContract,
  consentsContract,
  personConsentsContract,
} from '@tirek/domain/consents';
import type { Endpoint, OutputOf } from '@tirek/domain/contract';
import type { filesContract } from '@tirek/domain/files';
import type { instrumentsContract } from '@tirek/domain/instruments/contract';
import type { messagesContract } from '@tirek/domain/messages';
import type { offlineContract } from '@tirek/domain/offline';
import type { pathwaysContract } from '@tirek/domain/pathways';
import type { proposalsContract } from '@tirek/domain/pathways/proposals';
import type { safetyContract } from '@tirek/domain/pathways/safety';
import type { peopleContract } from '@tirek/domain/people';
import type { circumstancesContract } from '@tirek/domain/people/circumstances';
import type { familyGraphContract } from '@tirek/domain/people/family-graph';
import type { mergingContract } from '@tirek/domain/people/merging';
import type { papersContract } from '@tirek/domain/people/papers';
import type { peersContract } from '@tirek/domain/people/peers';
import type { pupilsContract } from '@tirek/domain/people/pupils';
import type { registerContract } from '@tirek/domain/people/register';
import type { schoolContract } from '@tirek/domain/people/school';
import type { privacyContract } from '@tirek/domain/privacy';
import type { breachContract } from '@tirek/domain/privacy/breach';
import type { demandsContract } from '@tirek/domain/privacy/demands';
import type { dutiesContract } from '@tirek/domain/privacy/duties';
import type { emergencyContract } from '@tirek/domain/privacy/emergency';
import type { erasureContract } from '@tirek/domain/privacy/erasure';
import type { extractsContract } from '@tirek/domain/privacy/extracts';
import type { ownCopyContract } from '@tirek/domain/privacy/own-copy';
import type { retentionContract } from '@tirek/domain/privacy/retention';
import type { privacySettingsContract } from '@tirek/domain/privacy/settings';
import type { viewsContract } from '@tirek/domain/privacy/views';
import { Problem } from '@tirek/domain/problem';
import type { programmesContract } from '@tirek/domain/programmes';
import type { referralLinkContract, referralsContract } from '@tirek/domain/referrals';
import type { exportsContract, releasesContract, reportsContract } from '@tirek/domain/reports';
import type { adolescenceContract } from '@tirek/domain/reports/adolescence';
import type { briefsContract } from '@tirek/domain/reports/brief';
import type { helpGivenContract } from '@tirek/domain/reports/help-given';
import type { pathwayTrialsContract } from '@tirek/domain/reports/pathway-trials';
import type { themesContract } from '@tirek/domain/reports/themes';
import type { servicesContract } from '@tirek/domain/services';
import type { directoryImportContract } from '@tirek/domain/services/directory-import';
import type { supportContract } from '@tirek/domain/support';
import type { answersContract, surveysContract } from '@tirek/domain/surveys';
import type { answerImportContract } from '@tirek/domain/surveys/answer-import';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import type * as z from 'zod/mini';
import { readCookie, sessionCookieName } from '../http/cookies.ts';
import type { Route } from '../http/handler.ts';

/** Every endpoint a test may call; a feature that has a contract stands here. */
export type Endpoints = typeof accessContract &
  typeof programmesContract &
  typeof consentsContract &
  typeof consentSettingsContract &
  typeof personConsentsContract &
  typeof surveysContract &
  typeof answersContract &
  typeof answerImportContract &
  typeof reportsContract &
  typeof briefsContract &
  typeof exportsContract &
  typeof releasesContract &
  typeof adolescenceContract &
  typeof helpGivenContract &
  typeof pathwayTrialsContract &
  typeof themesContract &
  typeof peopleContract &
  typeof familyGraphContract &
  typeof mergingContract &
  typeof papersContract &
  typeof pupilsContract &
  typeof schoolContract &
  typeof peersContract &
  typeof safetyContract &
  typeof circumstancesContract &
  typeof registerContract &
  typeof privacyContract &
  typeof breachContract &
  typeof dutiesContract &
  typeof demandsContract &
  typeof emergencyContract &
  typeof erasureContract &
  typeof ownCopyContract &
  typeof retentionContract &
  typeof privacySettingsContract &
  typeof extractsContract &
  typeof viewsContract &
  typeof casesContract &
  typeof assessmentsContract &
  typeof phoneLinkContract &
  typeof pathwaysContract &
  typeof proposalsContract &
  typeof servicesContract &
  typeof directoryImportContract &
  typeof instrumentsContract &
  typeof supportContract &
  typeof referralsContract &
  typeof referralLinkContract &
  typeof filesContract &
  typeof messagesContract &
  typeof offlineContract;
export type EndpointName = keyof Endpoints & string;
/** What a caller hands over: defaults may be left out. */
export type CallInput<Name extends EndpointName> = z.input<Endpoints[Name]['input']>;

/** What came back, as it was on the wire. */
export interface RawAnswer {
  readonly status: number;
  readonly body: unknown;
  /** The body of a file, which is no text. */
  readonly bytes: Buffer;
  readonly headers: LightMyRequestResponse['headers'];
}

/** A browser of one person: keeps its cookie, comes from one address, and calls endpoints by name. */
export interface TestClient {
  /** @throws Problem when the server refuses. */
  call<Name extends EndpointName>(
    name: Name,
    input: CallInput<Name>,
  ): Promise<OutputOf<Endpoints[Name]>>;
  /** The same without types and without throwing, for attacks. */
  raw(
    name: string,
    input: Readonly<Record<string, unknown>>,
    headers?: Readonly<Record<string, string>>,
  ): Promise<RawAnswer>;
  /** The problem's code, or `null` when the call was answered. */
  refusal<Name extends EndpointName>(name: Name, input: CallInput<Name>): Promise<string | null>;
  /** The token in this browser's cookie. */
  token: string | null;
}

export interface TestClientOptions {
  readonly server: FastifyInstance;
  readonly routes: readonly Route[];
  readonly origin: string;
  readonly address: string;
  /** Asked before the first call: signs the browser in. */
  readonly signIn?: () => Promise<string>;
}

export function testClient(options: TestClientOptions): TestClient {
  const { server, routes, origin, address } = options;
  let signIn = options.signIn ?? null;
  const client: TestClient = {
    token: null,
    async raw(name, input, headers = {}) {
      if (signIn) {
        client.token = await signIn();
        signIn = null;
      }
      const route = routes.find((one) => one.name === name);
      if (!route) throw new Error(`No endpoint ${name} in app.ts.`);
      const response = await server.inject({
        ...httpCall(route.endpoint, input),
        remoteAddress: address,
        headers: {
          origin,
          'sec-fetch-site': 'same-origin',
          ...(client.token ? { cookie: `${sessionCookieName(origin)}=${client.token}` } : {}),
          ...headers,
        },
      });
      const cookies = [response.headers['set-cookie'] ?? []].flat();
      for (const cookie of cookies) client.token = readCookie(cookie, sessionCookieName(origin));
      const isJson = /^application\/(problem\+)?json\b/.test(
        String(response.headers['content-type']),
      );
      return {
        status: response.statusCode,
        body: isJson ? response.json() : response.body,
        bytes: response.rawPayload,
        headers: response.headers,
      };
    },
    async call(name, input) {
      const { status, body } = await client.raw(name, input as Record<string, unknown>);
      if (status >= 400) throw Problem.from(body);
      return body as never;
    },
    async refusal(name, input) {
      try {
        await client.call(name, input);
        return null;
      } catch (error) {
        if (error instanceof Problem) return error.code;
        throw error;
      }
    },
  };
  return client;
}

/** Fills the path from the input; the rest is the query of a GET and the body of anything else. */
function httpCall(endpoint: Endpoint, input: Readonly<Record<string, unknown>>) {
  const rest = { ...input };
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => {
    const value = String(rest[name]);
    delete rest[name];
    return encodeURIComponent(value);
  });
  const { method } = endpoint;
  if (method !== 'GET') return { method, url: path, payload: rest };
  const query = new URLSearchParams(
    Object.entries(rest).flatMap(([name, value]) =>
      [value].flat().map((one): [string, string] => [name, String(one)]),
    ),
  );
  return { method, url: query.size > 0 ? `${path}?${query}` : path };
}
