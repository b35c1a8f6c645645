import type { BrowserContext } from 'playwright-core';

/** What happened in a person's browser that nobody asked for. */
export interface Watch {
  /** Complaints that belong to the journey, such as the browser's line about an answer that was refused. */
  expect(complaint: RegExp): void;
  /** Another site that the journey goes to; nothing is really fetched from it. */
  expectSite(origin: string): Promise<void>;
  /** Complaints so far that were not expected. */
  complaints(): string[];
  /** @throws Error that lists the complaints, if there are any. */
  requireCalm(): void;
}

/** Own schemes of a page; nothing leaves the machine through them. */
const INSIDE = /^(data|blob|about|chrome-error):/;

/**
 * Watches every page of a context: requests to other origins, errors on the console (a breach of the page's policy is
 * one), errors that no script caught.
 */
export async function watchContext(context: BrowserContext, origin: string): Promise<Watch> {
  const seen: string[] = [];
  const expected: RegExp[] = [];
  const sites = new Set([origin]);
  context.on('request', (request) => {
    const url = request.url();
    if (!INSIDE.test(url) && !sites.has(new URL(url).origin))
      seen.push(`asked another site: ${url}`);
  });
  context.on('console', (message) => {
    if (message.type() === 'error')
      seen.push(`console: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => {
    seen.push(`uncaught: ${error.error().stack ?? error.error().message}`);
  });
  const complaints = () => seen.filter((one) => !expected.some((pattern) => pattern.test(one)));
  return {
    expect(complaint) {
      expected.push(complaint);
    },
    async expectSite(site) {
      sites.add(site);
      await context.route(`${site}/**`, (route) =>
        route.fulfill({ contentType: 'text/html', body: '<title>Elsewhere</title>' }),
      );
    },
    complaints,
    requireCalm() {
      const left = complaints();
      if (left.length > 0) throw new Error(`The browser complained:\n${left.join('\n')}`);
    },
  };
}
